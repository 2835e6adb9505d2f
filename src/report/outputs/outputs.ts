/** Every outcome sets every output; what does not apply is empty. */

import { resourceName } from '../../core/ecs/arn.js'
import type { Outcome } from '../../core/outcome/outcome.js'
import {
  decisiveRollout,
  openPause,
  previousRevision,
  runTaskDefinition,
  servingArns,
} from '../../core/outcome/outcome.js'
import { planOfService, type ServiceResult, targetOfService } from '../../core/outcome/service-result.js'
import { onlyService, serviceNameOf } from '../../core/outcome/several-services.js'
import { exitCodeOf, startedTasks, type TaskResult } from '../../core/outcome/task-result.js'
import { redact } from '../../core/redaction/redact.js'
import { redactJson } from '../../core/redaction/redact-json.js'
import type { Provenance } from '../../core/task-definition/tags.js'
import { formatIso } from '../../core/text/duration.js'
import type { Json } from '../../core/text/json.js'
import { whyRed } from '../messages/red-outcome.js'
import { planJson } from './plan-json.js'
import { resultJson } from './result-json.js'

export type OutputName =
  | 'outcome'
  | 'task-definition-arn'
  | 'task-definition'
  | 'revision'
  | 'previous-task-definition-arn'
  | 'serving-task-definition-arn'
  | 'deployment-id'
  | 'service-deployment-arn'
  | 'hook-id'
  | 'hook-expires-at'
  | 'endpoint'
  | 'image'
  | 'run-task-definition-arn'
  | 'run-task-arn'
  | 'run-task-exit-code'
  | 'failure-class'
  | 'failure-reason'
  | 'services'
  | 'plan'
  | 'result'

export function outputs(outcome: Outcome, run: Provenance): Record<OutputName, string> {
  const { definitionFile, plan, revision, task } = outcome
  const {
    outcome: name,
    'failure-class': failureClass,
    'failure-reason': reason,
    ...own
  } = serviceTexts(outcome)
  const texts = {
    outcome: name,
    'task-definition-arn': revision?.arn ?? '',
    'task-definition': definitionFile ?? '',
    revision: revision?.revision ?? '',
    ...own,
    image: plan ? plan.revision.images.map(({ to }) => redact(to, [])).join(',') : '',
    'run-task-definition-arn': runTaskDefinition(outcome) ?? '',
    'run-task-arn': taskArns(task),
    'run-task-exit-code': String((task && exitCodeOf(task)) ?? ''),
    'failure-class': failureClass,
    'failure-reason': reason,
  }
  return {
    ...redactTexts(texts),
    services: servicesJson(outcome),
    plan: plan ? JSON.stringify(redactJson(planJson(plan))) : '',
    result: JSON.stringify(redactJson(resultJson(outcome, run))),
  }
}

function servicesJson(outcome: Outcome): string {
  if (outcome.services.length === 0) return ''
  return JSON.stringify(redactJson(outcome.services.map(service => serviceJson(outcome, service))))
}

/** What the outputs of a run about this service alone would be. */
function serviceJson(outcome: Outcome, service: ServiceResult): Json {
  const { cluster } = targetOfService(service)
  const names = { cluster: resourceName(cluster), service: serviceNameOf(service) }
  return { ...names, ...serviceTexts(onlyService(outcome, service)) }
}

/** Of several services, those of the worst one. */
function serviceTexts(outcome: Outcome) {
  const rollout = decisiveRollout(outcome)
  const failure = whyRed(outcome)
  const pause = openPause(outcome)
  const [plan] = outcome.services.flatMap(service => planOfService(service) ?? [])
  return {
    outcome: outcome.name,
    'previous-task-definition-arn': previousRevision(outcome) ?? '',
    'serving-task-definition-arn': servingArns(outcome).join(','),
    'deployment-id': rollout?.tracked.deploymentId ?? '',
    'service-deployment-arn': rollout?.serviceDeploymentArn ?? '',
    'hook-id': pause?.id ?? '',
    'hook-expires-at': pause?.expiresAt === undefined ? '' : formatIso(pause.expiresAt),
    endpoint: plan?.endpoint ?? '',
    'failure-class': failure?.failureClass ?? '',
    'failure-reason': failure?.reason ?? '',
  }
}

/** A JSON array, as of the official action. */
function taskArns(task: TaskResult | undefined): string {
  const arns = task ? startedTasks(task) : []
  return arns.length > 0 ? JSON.stringify(arns) : ''
}

/** Names can hold secrets. */
function redactTexts<Name extends string>(texts: Readonly<Record<Name, string>>): Record<Name, string> {
  const redacted = Object.entries<string>(texts).map(([name, text]) => [name, redact(text, [])])
  return Object.fromEntries(redacted) as Record<Name, string>
}
