/** The GitHub deployment and its statuses. */
import { deploymentIdOf, resourceName, revisionName } from '../../core/ecs/arn.js'
import { decisiveRollout, type Outcome } from '../../core/outcome/outcome.js'
import { type OutcomeName, outcomes } from '../../core/outcome/outcomes.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import { isSplit, overviewOf } from '../../core/outcome/several-services.js'
import type { ServicePlan } from '../../core/plan/plan.js'
import { type ImageSource, isRollback, type RevisionPlan } from '../../core/plan/revision-plan.js'
import { redact } from '../../core/redaction/redact.js'
import { redactMembers } from '../../core/redaction/redact-json.js'
import { parseImage } from '../../core/task-definition/image.js'
import type { Provenance } from '../../core/task-definition/tags.js'
import { imagesOf } from '../../core/task-definition/task-definition.js'
import { enumerate } from '../../core/text/enumerate.js'
import type { JsonObject } from '../../core/text/json.js'
import { shorten } from '../../core/text/truncate.js'
import type { Tracked } from '../../core/watch/tracked-deployment.js'
import { servingText } from '../messages/serving-text.js'

export interface RecordText {
  /** the commit that runs then */
  readonly ref: string | undefined
  readonly description: string
  readonly payload: JsonObject
}

/** Of a description: https://docs.github.com/en/rest/deployments/statuses */
const maxLength = 140

export interface RecordSource {
  readonly revision: RevisionPlan
  /** at least one, of one cluster */
  readonly services: readonly [ServicePlan, ...ServicePlan[]]
  /** ARN */
  readonly taskDefinition: string
  readonly run: Provenance
}

export function recordText({ revision, services, taskDefinition, run }: RecordSource): RecordText {
  const [plan, ...others] = services
  const { service } = plan.observed
  const names = services.map(({ observed }) => observed.service.name)
  const where = `${enumerate(names)} on ${resourceName(service.clusterArn)}`
  const { commit } = revision.imageSource
  const how = isRollback(revision) ? ', a rollback' : ''
  return {
    ref: refOf(revision.imageSource, run),
    description: shorten(
      redact(`${revisionName(taskDefinition)} to ${where} (Amazon ECS)${how}`, []),
      maxLength,
    ),
    payload: redactMembers({
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
      commit: commit ?? null,
      run: run.run ?? null,
      actor: run.actor ?? null,
      rollback: isRollback(revision),
      ...(others.length > 0 ? { services: services.map(serviceJson) } : {}),
    }),
  }
}

function serviceJson({ observed, previous }: ServicePlan): JsonObject {
  return { service: observed.service.arn, previousTaskDefinition: previous ?? null }
}

/** GitHub takes only commits of its repository; anybody can write the tags of a revision. */
function refOf({ commit = '', repository }: ImageSource, run: Provenance): string | undefined {
  const isOwn = repository === run.repository && /^[0-9a-f]{40}$/.test(commit)
  return isOwn ? commit : run.commit
}

export interface StatusText {
  readonly state: 'in_progress' | 'success' | 'failure' | 'error' | 'inactive'
  readonly description: string
}

export function startedStatus({ taskDefinition, deploymentId }: Tracked): StatusText {
  const description = `${revisionName(taskDefinition)} is ${deploymentId}`
  return { state: 'in_progress', description: shorten(redact(description, []), maxLength) }
}

/** `rolled-back, web:7 serves: ecs-svc/6216346761948112104 arn:aws:ecs:…` */
export function endedStatus(outcome: Outcome): StatusText {
  const { name } = outcome
  const { gitHubState: state } = outcomes[name]
  if (isSplit(outcome))
    return { state, description: shorten(redact(`${name}: ${overviewOf(outcome)}`, []), maxLength) }
  const rollout = decisiveRollout(outcome)
  return { state, description: rollout ? shorten(rolloutText(name, rollout), maxLength) : name }
}

function rolloutText(name: OutcomeName, { tracked, serving, serviceDeploymentArn: arn }: Rollout): string {
  const serves = serving.kind === 'revisions' ? servingText(serving) : undefined
  const text = redact(`${name}${serves ? `, ${serves}` : ''}: ${tracked.deploymentId}`, [])
  if (!arn) return text
  const whole = `${text} ${redact(arn, [])}`
  // Half an ARN is useless, its last part is not.
  return whole.length > maxLength ? `${text} ${deploymentIdOf(arn) ?? redact(resourceName(arn), [])}` : whole
}
