/** The outputs of the step. Every name has a value on every ending; what does not apply is empty. */
import type { Outcome } from '../../core/outcome/outcome.js'
import { nameOf, planOf } from '../../core/outcome/outcome.js'
import { whyRed } from '../messages/failure.js'
import { previousOf, registeredOf, rolloutOf } from '../messages/outcome-parts.js'
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
    'previous-task-definition-arn': previousOf(outcome) ?? '',
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
