/** The output `result`, as docs/schema/result.json describes it: the whole outcome for programs. */

import type { Cause } from '../../core/diagnosis/explain-failures.js'
import { resourceName } from '../../core/ecs/arn.js'
import type { Outcome, Rollout } from '../../core/outcome/outcome.js'
import { checksOf, isGreen, nameOf, planOf } from '../../core/outcome/outcome.js'
import type { Json } from '../../core/text/json.js'
import { whyRed } from '../messages/failure.js'
import { causesOf } from '../messages/failure-sentence.js'
import { describe } from '../messages/messages.js'
import { previousOf, registeredOf, rolloutOf } from '../messages/outcome-parts.js'
import { alarmsJson } from '../summary/alarms.js'
import { checkJson, imageJson, placeJson } from './plan-json.js'

/** An output is bounded: of what a deployment has thousands of, the first ones stand for the rest. */
const most = 20

export function resultJson(outcome: Outcome): Json {
  const { what, why, next } = describe(outcome)
  const rollout = rolloutOf(outcome)
  const plan = planOf(outcome)
  const registered = registeredOf(outcome)
  const failure = whyRed(outcome)
  const serving = outcome.kind === 'no-change' ? outcome.serving : rollout?.serving
  return {
    version: 1,
    outcome: nameOf(outcome),
    green: isGreen(outcome),
    what,
    why: why ?? null,
    next: next ?? null,
    failure: failure ? { class: failure.failureClass, reason: failure.reason } : null,
    service: targetJson(outcome),
    images: plan ? plan.images.map(imageJson) : [],
    taskDefinitionArn: registered?.arn ?? null,
    revision: registered?.revision ? Number(registered.revision) : null,
    previousTaskDefinitionArn: previousOf(outcome) ?? null,
    servingTaskDefinitionArn: serving ?? null,
    deployment: rollout ? deploymentJson(rollout) : null,
    problems:
      outcome.kind === 'refused'
        ? outcome.problems.map(({ subject, text, position }) => ({ subject, text, at: placeJson(position) }))
        : [],
    checks: checksOf(outcome)
      .filter(({ result }) => result !== 'passed')
      .map(checkJson),
    notices: outcome.notices.map(({ level, text }) => ({ level, text })),
  }
}

/** The service that it is about, by the name that was given. */
function targetJson(outcome: Outcome): Json {
  const target = targetOf(outcome)
  return target ? { cluster: resourceName(target.cluster), name: resourceName(target.service) } : null
}

function targetOf(outcome: Outcome) {
  if (outcome.kind === 'refused' || outcome.kind === 'not-begun') return outcome.target
  const plan = planOf(outcome)
  if (plan?.kind === 'offline') return plan.target
  return plan?.kind === 'deploy' ? plan.observed.target : undefined
}

function deploymentJson(rollout: Rollout): Json {
  const { endedAt } = rollout
  const { deploymentId, startedAt } = rollout.tracked
  return {
    id: deploymentId,
    serviceDeploymentArn: rollout.serviceDeploymentArn ?? null,
    desiredCount: rollout.desiredCount,
    startedAt: Math.round(startedAt),
    endedAt: Math.round(endedAt),
    seconds: Math.round((endedAt - startedAt) / 1000),
    stoppedBecause: rollout.stoppedBecause ?? null,
    alarms: [...rollout.alarms],
    alarmDetails: alarmsJson(rollout),
    failedTasks: rollout.failedTasks,
    causes: causesOf(rollout, most).map(causeJson),
  }
}

function causeJson({ group, description, detail, next }: Cause): Json {
  return {
    class: group.failureClass,
    reason: group.reason,
    happened: description,
    insight: detail ?? null,
    next,
    stopCode: group.stopCode ?? null,
    container: group.container ?? null,
    exitCode: group.exitCode ?? null,
    count: group.tasks.length,
    tasks: group.tasks.slice(0, most),
  }
}
