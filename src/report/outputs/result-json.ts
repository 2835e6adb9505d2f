/** The output `result`: docs/schema/result.json. */

import { resourceName } from '../../core/ecs/arn.js'
import { deploymentLink } from '../../core/ecs/console-links.js'
import type { Problem } from '../../core/errors/problem.js'
import type { Impact } from '../../core/outcome/impact.js'
import type { Outcome } from '../../core/outcome/outcome.js'
import { isGreen, previousRevision, runTaskDefinition, servingArns } from '../../core/outcome/outcome.js'
import { placeOf } from '../../core/outcome/place.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import {
  planOfService,
  rolloutOfService,
  type ServiceResult,
  targetOfService,
} from '../../core/outcome/service-result.js'
import { type Serving, servingRevisions, unknownServing } from '../../core/outcome/serving.js'
import { onlyService } from '../../core/outcome/several-services.js'
import { isAsIs, isRollback } from '../../core/plan/revision-plan.js'
import type { Provenance } from '../../core/task-definition/tags.js'
import type { Json } from '../../core/text/json.js'
import { describe } from '../messages/messages.js'
import { whyRed } from '../messages/red-outcome.js'
import { alarmsJson } from '../summary/alarms.js'
import { checkJson, imageJson, positionJson } from './plan-json.js'
import { causeJson, maxListed, taskJson } from './task-json.js'
import { verificationJson } from './verification-json.js'

/** `run`: this run, not the one that built the images. */
export function resultJson(outcome: Outcome, run: Provenance): Json {
  const { plan, revision } = outcome
  const place = placeOf(outcome)
  return {
    version: 2,
    ...verdictJson(outcome),
    region: place?.region ?? null,
    account: place?.account ?? null,
    run: {
      url: run.run ?? null,
      repository: run.repository ?? null,
      commit: run.commit ?? null,
      actor: run.actor ?? null,
    },
    images: plan ? plan.revision.images.map(imageJson) : [],
    taskDefinitionArn: revision?.arn ?? null,
    revision: revision?.revision ? Number(revision.revision) : null,
    asIs: plan ? isAsIs(plan.revision) : null,
    rollback: plan ? isRollback(plan.revision) : null,
    task: outcome.task ? taskJson(outcome.task) : null,
    runTaskDefinitionArn: runTaskDefinition(outcome) ?? null,
    services: outcome.services.map(service => serviceJson(outcome, service)),
    verification: outcome.verification ? verificationJson(outcome.verification) : null,
    problems: outcome.problems.map(problemJson),
    checks: outcome.checks.filter(({ result }) => result !== 'passed').map(checkJson),
    notices: outcome.notices.map(({ level, text }) => ({ level, text })),
  }
}

function verdictJson(outcome: Outcome): { readonly [member: string]: Json } {
  const { what, why, next } = describe(outcome)
  const failure = whyRed(outcome)
  return {
    outcome: outcome.name,
    green: isGreen(outcome),
    what,
    why: why ?? null,
    next: next ?? null,
    failure: failure ? { class: failure.failureClass, reason: failure.reason } : null,
  }
}

/** Names are those that the user gave. */
function serviceJson(whole: Outcome, service: ServiceResult): Json {
  const outcome = onlyService(whole, service)
  const rollout = rolloutOfService(service)
  const plan = planOfService(service)
  const known = plan?.observed.service
  const target = targetOfService(service)
  return {
    cluster: resourceName(target.cluster),
    name: resourceName(target.service),
    arn: known?.arn ?? null,
    consoleUrl: (known && deploymentLink(known.arn, known.clusterArn, rollout?.serviceDeploymentArn)) ?? null,
    endpoint: plan?.endpoint ?? null,
    ...verdictJson(outcome),
    previousTaskDefinitionArn: previousRevision(outcome) ?? null,
    ...servingJson(service, servingArns(outcome)),
    deployment: rollout ? deploymentJson(rollout) : null,
  }
}

function servingJson(service: ServiceResult, arns: readonly string[]): { readonly [member: string]: Json } {
  const serving = rolloutOfService(service)?.serving ?? unknownServing
  return {
    serving: kindOfServing(service),
    servingTaskDefinitionArn: arns.length === 1 ? (arns[0] ?? null) : null,
    revisions: [...servingRevisions(serving), ...serving.others].map(
      ({ taskDefinition, running, healthy, traffic }) => ({
        taskDefinitionArn: taskDefinition,
        serves: arns.includes(taskDefinition),
        running,
        healthy: healthy ?? null,
        trafficPercent: traffic ?? null,
      }),
    ),
  }
}

function kindOfServing(service: ServiceResult): Serving['kind'] {
  if (service.kind === 'unchanged') return service.serving === undefined ? 'none' : 'revisions'
  return rolloutOfService(service)?.serving.kind ?? 'unknown'
}

function problemJson({ subject, text, position }: Problem): Json {
  return { subject, text, at: positionJson(position) }
}

function deploymentJson(rollout: Rollout): Json {
  const { endedAt } = rollout
  const { deploymentId, startedAt } = rollout.tracked
  return {
    id: deploymentId,
    serviceDeploymentArn: rollout.serviceDeploymentArn ?? null,
    desiredCount: rollout.desiredCount,
    joined: rollout.plan.joins !== undefined,
    decision: rollout.plan.decides?.action ?? null,
    startedAt: Math.round(startedAt),
    endedAt: Math.round(endedAt),
    seconds: Math.round((endedAt - startedAt) / 1000),
    stoppedBecause: rollout.stoppedBecause ?? null,
    alarms: [...rollout.alarms],
    alarmDetails: alarmsJson(rollout),
    failedTasks: rollout.failedTasks,
    rollback: rollbackJson(rollout),
    takeBack: takeBackJson(rollout),
    impact: impactJson(rollout.impact),
    causes: rollout.causes.slice(0, maxListed).map(causeJson),
  }
}

function rollbackJson({ rollback }: Rollout): Json {
  if (!rollback) return null
  return {
    taskDefinitionArn: rollback.to ?? null,
    failedTasks: rollback.failed.length,
    causes: rollback.causes.slice(0, maxListed).map(causeJson),
  }
}

function takeBackJson({ takeBack }: Rollout): Json {
  if (!takeBack) return null
  const { attempt, failure, service, was } = takeBack
  return {
    service,
    failure,
    was,
    result: attempt.kind,
    taskDefinitionArn: attempt.kind === 'begun' ? attempt.to : null,
    reason: 'why' in attempt ? attempt.why : null,
  }
}

function impactJson(impact: Impact): Json {
  const shortage = impact.kind === 'reduced' || impact.kind === 'outage' ? impact : undefined
  const from = shortage?.spans[0]?.from
  const to = shortage?.lasts ? undefined : shortage?.spans.at(-1)?.to
  return {
    kind: impact.kind,
    from: from === undefined ? null : Math.round(from),
    to: to === undefined ? null : Math.round(to),
    counted: shortage?.counted ?? null,
    least: shortage?.least ?? null,
    of: shortage?.of ?? null,
  }
}
