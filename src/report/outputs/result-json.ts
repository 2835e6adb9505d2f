/** The output `result`: docs/schema/result.json. */

import type { Cause } from '../../core/diagnosis/explain-failures.js'
import { resourceName } from '../../core/ecs/arn.js'
import type { Problem } from '../../core/errors/problem.js'
import type { Outcome } from '../../core/outcome/outcome.js'
import {
  decisiveRollout,
  decisiveService,
  isGreen,
  previousRevision,
  servingRevision,
} from '../../core/outcome/outcome.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import { targetOfService } from '../../core/outcome/service-result.js'
import type { Json } from '../../core/text/json.js'
import { describe } from '../messages/messages.js'
import { whyRed } from '../messages/red-outcome.js'
import { alarmsJson } from '../summary/alarms.js'
import { checkJson, imageJson, positionJson } from './plan-json.js'

/** GitHub limits the size of outputs, and a deployment can have thousands of tasks. */
const maxListed = 20

export function resultJson(outcome: Outcome): Json {
  const { what, why, next } = describe(outcome)
  const rollout = decisiveRollout(outcome)
  const { plan, revision } = outcome
  const failure = whyRed(outcome)
  return {
    version: 1,
    outcome: outcome.name,
    green: isGreen(outcome),
    what,
    why: why ?? null,
    next: next ?? null,
    failure: failure ? { class: failure.failureClass, reason: failure.reason } : null,
    service: targetJson(outcome),
    images: plan ? plan.revision.images.map(imageJson) : [],
    taskDefinitionArn: revision?.arn ?? null,
    revision: revision?.revision ? Number(revision.revision) : null,
    previousTaskDefinitionArn: previousRevision(outcome) ?? null,
    servingTaskDefinitionArn: servingRevision(outcome) ?? null,
    deployment: rollout ? deploymentJson(rollout) : null,
    problems: outcome.problems.map(problemJson),
    checks: outcome.checks.filter(({ result }) => result !== 'passed').map(checkJson),
    notices: outcome.notices.map(({ level, text }) => ({ level, text })),
  }
}

function problemJson({ subject, text, position }: Problem): Json {
  return { subject, text, at: positionJson(position) }
}

/** By the name that the user gave. */
function targetJson(outcome: Outcome): Json {
  const service = decisiveService(outcome)
  const target = service && targetOfService(service)
  return target ? { cluster: resourceName(target.cluster), name: resourceName(target.service) } : null
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
    causes: rollout.causes.slice(0, maxListed).map(causeJson),
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
    tasks: group.tasks.slice(0, maxListed),
  }
}
