/** Every outcome sets every output; what does not apply is empty. */
import type { Outcome } from '../../core/outcome/outcome.js'
import { decisiveRollout, previousRevision, servingRevision } from '../../core/outcome/outcome.js'
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
  | 'image'
  | 'failure-class'
  | 'failure-reason'
  | 'plan'
  | 'result'

export function outputs(outcome: Outcome): Record<OutputName, string> {
  const { definitionFile, plan, revision } = outcome
  const rollout = decisiveRollout(outcome)
  const failure = whyRed(outcome)
  return {
    outcome: outcome.name,
    'task-definition-arn': revision?.arn ?? '',
    'task-definition': definitionFile ?? '',
    revision: revision?.revision ?? '',
    'previous-task-definition-arn': previousRevision(outcome) ?? '',
    'serving-task-definition-arn': servingRevision(outcome) ?? '',
    'deployment-id': rollout?.tracked.deploymentId ?? '',
    'service-deployment-arn': rollout?.serviceDeploymentArn ?? '',
    image: plan ? plan.revision.images.map(({ to }) => to).join(',') : '',
    'failure-class': failure?.failureClass ?? '',
    'failure-reason': failure?.reason ?? '',
    plan: plan ? JSON.stringify(planJson(plan)) : '',
    result: JSON.stringify(resultJson(outcome)),
  }
}
