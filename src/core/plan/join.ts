/** Joins a deployment only if a new one would change nothing (docs/adr/0042). */
import { revisionName } from '../ecs/arn.js'
import { type Notice, notice } from '../errors/notice.js'
import { digestOf, type RelatedResources } from '../resources/related-resources.js'
import type { SettingsChange } from '../settings/service-settings.js'
import { unsentSettings } from '../settings/unsent-settings.js'
import { diff } from '../task-definition/diff.js'
import { mutableReason, shortImage } from '../task-definition/image.js'
import { type Provenance, provenanceIn } from '../task-definition/tags.js'
import { imagesOf } from '../task-definition/task-definition.js'
import { formatTimeOfDay } from '../text/duration.js'
import { enumerate } from '../text/enumerate.js'
import { deploymentText, type JoinableRevision, type JoinCandidate } from './join-candidate.js'
import type { PauseDecision } from './pause-decision.js'
import type { ObservedState, Plan, ServicePlan } from './plan.js'
import type { RevisionPlan } from './revision-plan.js'

export interface JoinContext {
  readonly candidate: JoinCandidate
  readonly resources: Pick<RelatedResources, 'images'>
}

/** Undefined: it runs just what would be deployed. */
export function reasonNotToJoin(
  revision: RevisionPlan,
  { settings }: Pick<ServicePlan, 'settings'>,
  { candidate, resources }: JoinContext,
): string | undefined {
  const { deployment, hasEnded, revision: found } = candidate
  const name = revisionName(deployment.taskDefinition)
  if (hasEnded) return 'it has just ended'
  if (found.kind !== 'found')
    return `${name} could not be read${found.kind === 'unavailable' ? ` (${found.why})` : ''}`
  const differences = diff(found.value.definition, revision.definition).length
  const isOther = revision.kind === 'existing' && revision.arn !== deployment.taskDefinition
  if (isOther || differences > 0) return `${name} is not what would be deployed`
  const unsent = unsentSettings(settings)
  if (unsent.length > 0) return `${enumerate(unsent)} would be changed`
  const moved = imagesOf(revision.definition).find(({ container, image }) =>
    mayHaveMoved({ container, image }, { candidate, resources }),
  )
  return moved && `${shortImage(moved.image)} may be another image by now than the one that its tasks run`
}

/** ECS resolves a tag once for a deployment: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html */
function mayHaveMoved(
  { container, image }: { readonly container: string; readonly image: string },
  { candidate, resources }: JoinContext,
): boolean {
  const now = digestOf(resources, image)
  const ran = candidate.images.find(one => one.container === container)?.digest
  if (now !== undefined && ran !== undefined) return now !== ran
  const found = resources.images.get(image)
  const isImmutable = found?.kind === 'found' && found.value.kind === 'stored' && found.value.immutable
  return !isImmutable && mutableReason(image) !== undefined
}

/** What the run does instead: nothing is registered, sent or put back. */
export function joinedPlan(plan: Plan, candidate: JoinCandidate, decides?: PauseDecision): Plan {
  const { taskDefinition } = candidate.deployment
  return {
    ...plan,
    revision: { ...plan.revision, kind: 'existing', arn: taskDefinition, reason: 'joined', digests: [] },
    services: plan.services.map(service => ({ ...joinedService(service, candidate), decides })),
  }
}

function joinedService(plan: ServicePlan, candidate: JoinCandidate): ServicePlan {
  const { before } = plan.settings
  return {
    ...plan,
    observed: observedBefore(plan.observed, candidate),
    settings: { before, after: before } satisfies SettingsChange,
    update: {},
    bump: undefined,
    previous: candidate.earlier.serving,
    joins: candidate,
  }
}

/** Without the deployment and its events: they belong to what this run reports. */
function observedBefore(observed: ObservedState, { deployment, service }: JoinCandidate): ObservedState {
  const { createdAt = Number.POSITIVE_INFINITY } = deployment
  const deployments = service.deployments.filter(({ id }) => id !== deployment.id)
  const events = service.events.filter(({ at }) => at < createdAt)
  return { ...observed, service: { ...observed.service, deployments, events } }
}

/** `ecs-svc/6216346761948112104 of web:8, which is in progress since 09:30:12 UTC and was registered by octocat in …` */
export function joinedText({ deployment, revision }: JoinCandidate, run: Provenance): string {
  const since = deployment.createdAt === undefined ? '' : ` since ${formatTimeOfDay(deployment.createdAt)}`
  const who = revision.kind === 'found' ? registrar(revision.value, run) : ''
  const name = revisionName(deployment.taskDefinition)
  return `${deploymentText(deployment)}, in progress${since}${who && `; ${name} was registered ${who}`}`
}

/** Anybody can write tags. ECS does not say who began a deployment. */
function registrar({ definition, registeredBy }: JoinableRevision, run: Provenance): string {
  const found = provenanceIn(definition)
  if (found.run !== undefined && found.run === run.run) return `by this workflow run (${found.run})`
  const name = registeredBy?.slice(registeredBy.indexOf('/') + 1)
  const who = found.actor ?? name
  return [...(who ? [`by ${who}`] : []), ...(found.run ? [`in ${found.run}`] : [])].join(' ')
}

export function joinNotice(candidate: JoinCandidate, run: Provenance): Notice {
  return notice(
    `Started no deployment: this run joined ${joinedText(candidate, run)}. It runs just what would have been deployed.`,
  )
}
