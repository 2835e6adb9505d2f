/** Every outcome sets every output; what does not apply is empty. */

import type { Outcome } from '../../core/outcome/outcome.js'
import { decisiveRollout, openPause, previousRevision, servingArns } from '../../core/outcome/outcome.js'
import { exitCodeOf, startedTasks, type TaskResult } from '../../core/outcome/task-result.js'
import { redact } from '../../core/redaction/redact.js'
import { redactJson } from '../../core/redaction/redact-json.js'
import type { Provenance } from '../../core/task-definition/tags.js'
import { formatIso } from '../../core/text/duration.js'
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
  | 'image'
  | 'run-task-arn'
  | 'run-task-exit-code'
  | 'failure-class'
  | 'failure-reason'
  | 'plan'
  | 'result'

export function outputs(outcome: Outcome, run: Provenance): Record<OutputName, string> {
  const { definitionFile, plan, revision, task } = outcome
  const rollout = decisiveRollout(outcome)
  const failure = whyRed(outcome)
  const pause = openPause(outcome)
  const texts = {
    outcome: outcome.name,
    'task-definition-arn': revision?.arn ?? '',
    'task-definition': definitionFile ?? '',
    revision: revision?.revision ?? '',
    'previous-task-definition-arn': previousRevision(outcome) ?? '',
    'serving-task-definition-arn': servingArns(outcome).join(','),
    'deployment-id': rollout?.tracked.deploymentId ?? '',
    'service-deployment-arn': rollout?.serviceDeploymentArn ?? '',
    'hook-id': pause?.id ?? '',
    'hook-expires-at': pause?.expiresAt === undefined ? '' : formatIso(pause.expiresAt),
    image: plan ? plan.revision.images.map(({ to }) => redact(to, [])).join(',') : '',
    'run-task-arn': taskArns(task),
    'run-task-exit-code': String((task && exitCodeOf(task)) ?? ''),
    'failure-class': failure?.failureClass ?? '',
    'failure-reason': failure?.reason ?? '',
  }
  return {
    ...redactTexts(texts),
    plan: plan ? JSON.stringify(redactJson(planJson(plan))) : '',
    result: JSON.stringify(redactJson(resultJson(outcome, run))),
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
