/** A deployment as GitHub keeps it: what is known before it starts, and the status that each ending leaves. */
import { resourceName, revisionName } from '../../core/ecs/arn.js'
import type { Outcome, Registered } from '../../core/outcome/outcome.js'
import { nameOf } from '../../core/outcome/outcome.js'
import { outcomes } from '../../core/outcome/outcomes.js'
import type { DeployPlan } from '../../core/plan/plan.js'
import { parseImage } from '../../core/task-definition/image.js'
import { imagesOf } from '../../core/task-definition/task-definition.js'
import type { JsonObject } from '../../core/text/json.js'
import { truncate } from '../../core/text/truncate.js'

export interface RecordText {
  readonly description: string
  readonly payload: JsonObject
}

/** GitHub takes no more in the description of a status. */
const longest = 140

export function recordOf(plan: DeployPlan, registered: Registered, run: string | undefined): RecordText {
  const { service } = plan.observed
  return {
    description: cut(
      `${revisionName(registered.arn)} to ${service.name} on ${resourceName(service.clusterArn)} (Amazon ECS)`,
    ),
    payload: {
      version: 1,
      cluster: service.clusterArn,
      service: service.arn,
      taskDefinition: registered.arn,
      previousTaskDefinition: plan.previous ?? null,
      images: imagesOf(plan.definition).map(({ container, image }) => ({
        container,
        image,
        digest: parseImage(image)?.digest ?? plan.digests?.get(image) ?? null,
      })),
      run: run ?? null,
    },
  }
}

export interface StatusText {
  readonly state: 'in_progress' | 'success' | 'failure' | 'error' | 'inactive'
  readonly description: string
}

export function startedStatus(registered: Registered, deploymentId: string): StatusText {
  return { state: 'in_progress', description: cut(`${revisionName(registered.arn)} is ${deploymentId}`) }
}

/** `rolled-back, web:7 serves: ecs-svc/6216346761948112104 arn:aws:ecs:…` */
export function endedStatus(outcome: Outcome): StatusText {
  const name = nameOf(outcome)
  if (outcome.kind !== 'started' && outcome.kind !== 'ended')
    return { state: outcomes[name].gitHubState, description: name }
  const { tracked, registered, serving, serviceDeploymentArn } = outcome.rollout
  // Tasks of a revision that did not succeed can be all that runs: nobody saw that they serve.
  const isSeen = name === 'succeeded' || serving !== registered.arn
  const parts = [
    `${name}${serving && isSeen ? `, ${revisionName(serving)} serves` : ''}: ${tracked.deploymentId}`,
    ...(serviceDeploymentArn ? [serviceDeploymentArn] : []),
  ]
  const whole = parts.join(' ')
  // Half an ARN helps nobody: its last part does.
  const fitting =
    whole.length > longest && serviceDeploymentArn
      ? `${parts[0]} ${resourceName(serviceDeploymentArn)}`
      : whole
  return { state: outcomes[name].gitHubState, description: cut(fitting) }
}

function cut(text: string): string {
  return truncate(text, longest)
}
