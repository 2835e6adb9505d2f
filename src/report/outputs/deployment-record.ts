/** The GitHub deployment and its statuses. */
import { resourceName, revisionName } from '../../core/ecs/arn.js'
import { decisiveRollout, type Outcome } from '../../core/outcome/outcome.js'
import { type OutcomeName, outcomes } from '../../core/outcome/outcomes.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import type { RevisionPlan, ServicePlan } from '../../core/plan/plan.js'
import { parseImage } from '../../core/task-definition/image.js'
import { imagesOf } from '../../core/task-definition/task-definition.js'
import type { JsonObject } from '../../core/text/json.js'
import { truncate } from '../../core/text/truncate.js'
import type { Tracked } from '../../core/watch/tracked-deployment.js'

export interface RecordText {
  readonly description: string
  readonly payload: JsonObject
}

/** Of a description: https://docs.github.com/en/rest/deployments/statuses */
const maxLength = 140

export interface RecordSource {
  readonly revision: RevisionPlan
  readonly service: ServicePlan
  /** ARN */
  readonly taskDefinition: string
  /** URL */
  readonly run: string | undefined
}

export function recordText({ revision, service: plan, taskDefinition, run }: RecordSource): RecordText {
  const { service } = plan.observed
  const where = `${service.name} on ${resourceName(service.clusterArn)}`
  return {
    description: truncate(`${revisionName(taskDefinition)} to ${where} (Amazon ECS)`, maxLength),
    payload: {
      version: 1,
      cluster: service.clusterArn,
      service: service.arn,
      taskDefinition,
      previousTaskDefinition: plan.previous ?? null,
      images: imagesOf(revision.definition).map(({ container, image }) => ({
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

export function startedStatus({ taskDefinition, deploymentId }: Tracked): StatusText {
  const description = `${revisionName(taskDefinition)} is ${deploymentId}`
  return { state: 'in_progress', description: truncate(description, maxLength) }
}

/** `rolled-back, web:7 serves: ecs-svc/6216346761948112104 arn:aws:ecs:…` */
export function endedStatus(outcome: Outcome): StatusText {
  const { name } = outcome
  const { gitHubState: state } = outcomes[name]
  const rollout = decisiveRollout(outcome)
  return { state, description: rollout ? truncate(rolloutText(name, rollout), maxLength) : name }
}

function rolloutText(name: OutcomeName, { tracked, serving, serviceDeploymentArn: arn }: Rollout): string {
  // Tasks of a revision that did not succeed can run without serving.
  const serves = name === 'succeeded' || serving !== tracked.taskDefinition
  const servingText = serving && serves ? `, ${revisionName(serving)} serves` : ''
  const text = `${name}${servingText}: ${tracked.deploymentId}`
  if (!arn) return text
  const whole = `${text} ${arn}`
  // Half an ARN is useless, its last part is not.
  return whole.length > maxLength ? `${text} ${resourceName(arn)}` : whole
}
