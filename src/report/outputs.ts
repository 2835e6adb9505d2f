/** The outputs of the step. Every name has a value on every ending; what does not apply is empty. */

import { given } from '../core/given.js'
import type { Json } from '../core/json.js'
import type { FailureClass } from '../core/outcome/diagnose.js'
import { classOfReason } from '../core/outcome/diagnose.js'
import type { Outcome, Registered, Rollout } from '../core/outcome/outcome.js'
import { isGreen, nameOf, planOf } from '../core/outcome/outcome.js'
import type { PlannedImage, Proposal } from '../core/plan/plan.js'
import { showPosition } from '../core/problem.js'
import { showBreaker } from '../core/service/breaker.js'
import type { ServiceUpdate } from '../core/service/rollout.js'
import { showable } from '../core/task-definition/showable.js'
import { changeText } from './plan-lines.js'
import { refusalsOf } from './refusals.js'
import { word } from './wording.js'

export type OutputName =
  | 'outcome'
  | 'task-definition-arn'
  | 'task-definition'
  | 'revision'
  | 'previous-task-definition-arn'
  | 'serving-task-definition-arn'
  | 'deployment-id'
  | 'service-deployment-arn'
  | 'image'
  | 'failure-class'
  | 'failure-reason'
  | 'plan'
  | 'result'

/** `renderedFile` is the path of the rendered task definition, where one was written. */
export function outputs(outcome: Outcome, renderedFile: string | undefined): Record<OutputName, string> {
  const rollout = rolloutOf(outcome)
  const plan = planOf(outcome)
  const registered = registeredOf(outcome)
  const failure = whyRed(outcome)
  return {
    outcome: nameOf(outcome),
    'task-definition-arn': registered?.arn ?? '',
    'task-definition': renderedFile ?? '',
    revision: registered?.revision ?? '',
    'previous-task-definition-arn': (plan?.kind === 'deploy' ? plan.previous : undefined) ?? '',
    'serving-task-definition-arn': (outcome.kind === 'no-change' ? outcome.serving : rollout?.serving) ?? '',
    'deployment-id': rollout?.tracked.deploymentId ?? '',
    'service-deployment-arn': rollout?.serviceDeploymentArn ?? '',
    image: plan ? plan.images.map(({ to }) => to).join(',') : '',
    'failure-class': failure?.failureClass ?? '',
    'failure-reason': failure?.reason ?? '',
    plan: plan ? JSON.stringify(planJson(plan)) : '',
    result: JSON.stringify(resultJson(outcome)),
  }
}

function rolloutOf(outcome: Outcome): Rollout | undefined {
  return outcome.kind === 'started' || outcome.kind === 'ended' ? outcome.rollout : undefined
}

function registeredOf(outcome: Outcome): Registered | undefined {
  if (outcome.kind === 'planned' || outcome.kind === 'nothing-seen' || outcome.kind === 'no-change')
    return undefined
  return outcome.kind === 'started' || outcome.kind === 'ended'
    ? outcome.rollout.registered
    : outcome.registered
}

/** Why a red outcome is red, in one class and one sentence. */
function whyRed(outcome: Outcome): { failureClass: FailureClass; reason: string } | undefined {
  if (isGreen(outcome)) return undefined
  const { what, why } = word(outcome)
  return { failureClass: redClass(outcome), reason: why ?? reasonOf(outcome) ?? what }
}

function redClass(outcome: Outcome): FailureClass {
  const denied =
    outcome.kind === 'refused' && outcome.problems.some(({ subject }) => subject === 'permissions')
  if (denied) return 'permissions'
  const rollout = rolloutOf(outcome)
  if (!rollout) return 'other'
  if (rollout.alarms.length > 0) return 'alarm'
  if (rollout.failedHook) return 'lifecycle-hook'
  return rollout.failures[0]?.failureClass ?? classOfReason(word(outcome).why ?? '')
}

function reasonOf(outcome: Outcome): string | undefined {
  if (outcome.kind !== 'refused') return undefined
  return refusalsOf(outcome)
    .map(({ subject, text }) => `${subject}: ${text}`)
    .join('; ')
}

/** What UpdateService is sent beside the task definition; nothing in it is a secret. */
function settingsJson(update: ServiceUpdate): Json {
  return JSON.parse(JSON.stringify(update)) as Json
}

/** The plan without a value that must not be shown. */
function planJson(plan: Proposal): Json {
  const deploying =
    plan.kind === 'deploy'
      ? {
          cluster: plan.observed.target.cluster,
          service: plan.observed.service.name,
          previousTaskDefinitionArn: plan.previous ?? null,
          changes: plan.changes.map(changeText),
          circuitBreaker: {
            before: showBreaker(plan.breaker.before),
            after: showBreaker(plan.breaker.after),
          },
          update: settingsJson(plan.update),
          bumpDesiredCount: plan.bump ? { from: plan.bump.from, to: plan.bump.to } : null,
        }
      : {}
  return {
    version: 1,
    kind: plan.kind,
    family: plan.family,
    from: plan.origin,
    images: imagesJson(plan.images),
    definition: showable(plan.definition),
    tags: plan.provenance.map(({ key, value }) => ({ key, value })),
    checks: plan.checks.map(({ id, result, text, next, at, see }) => ({
      id,
      result,
      text,
      next,
      at: at ? showPosition(at) : null,
      ...given('see', see),
    })),
    ...deploying,
  }
}

/** `named`: how the image was asked for, where its digest is registered instead. */
function imagesJson(images: readonly PlannedImage[]): Json {
  return images.map(({ container, from, to, named }) => ({
    container,
    from: from ?? null,
    to,
    named: named ?? null,
  }))
}

function resultJson(outcome: Outcome): Json {
  const { what, why, next } = word(outcome)
  const rollout = rolloutOf(outcome)
  const failure = whyRed(outcome)
  return {
    version: 1,
    outcome: nameOf(outcome),
    green: isGreen(outcome),
    what,
    why: why ?? null,
    next: next ?? null,
    failure: failure ? { class: failure.failureClass, reason: failure.reason } : null,
    taskDefinitionArn: registeredOf(outcome)?.arn ?? null,
    images: imagesJson(planOf(outcome)?.images ?? []),
    deployment: rollout ? deploymentJson(rollout) : null,
    problems:
      outcome.kind === 'refused' ? outcome.problems.map(({ subject, text }) => ({ subject, text })) : [],
    notices: outcome.notices.map(({ level, text }) => ({ level, text })),
  }
}

function deploymentJson(rollout: Rollout): Json {
  const { tracked } = rollout
  return {
    id: tracked.deploymentId,
    serviceDeploymentArn: rollout.serviceDeploymentArn ?? null,
    previousTaskDefinitionArn: tracked.previous ?? null,
    servingTaskDefinitionArn: rollout.serving ?? null,
    desiredCount: rollout.desiredCount,
    startedAt: tracked.startedAt,
    endedAt: rollout.endedAt,
    failedTasks: rollout.failedTasks,
    failures: rollout.failures.slice(0, 20).map(group => ({
      class: group.failureClass,
      reason: group.reason,
      stopCode: group.stopCode ?? null,
      container: group.container ?? null,
      exitCode: group.exitCode ?? null,
      tasks: group.tasks.slice(0, 20),
      count: group.tasks.length,
    })),
  }
}
