/** What became of an UpdateService whose answer the main step did not live to read. */
import { isRevisionOf } from '../../core/ecs/arn.js'
import { type Deployment, deploymentOf, type Service } from '../../core/ecs/service.js'
import { isTransient } from '../../core/errors/api-error.js'
import { unavailableReason } from '../../core/errors/denial.js'
import type { SavedState } from '../../core/outcome/saved-state.js'
import type { Ecs, Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { findLostChange, lostChange } from '../../retry/policies.js'
import { pollUntil } from '../../retry/retry.js'

export type Found =
  | { readonly kind: 'found'; readonly deployment: Deployment; readonly service: Service }
  /** it has ended, and its tasks are gone */
  | { readonly kind: 'ended' }
  | { readonly kind: 'never-started' }
  /** the service */
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreadable'; readonly why: string }

/** Until reads cannot be from before the update any more, and longer while AWS does not respond. */
export async function findDeployment(
  { ecs, clock }: Pick<Ports, 'ecs' | 'clock'>,
  state: SavedState,
  isEnough: (service: Service) => boolean = () => false,
): Promise<Found> {
  let last: Found = { kind: 'never-started' }
  let polls = 0
  const found = await pollUntil(findLostChange, { clock }, async (): Promise<Found | undefined> => {
    polls++
    const isCurrent = polls >= lostChange.times
    const read = await attempt(() => findOnce(ecs, state, { isCurrent, isEnough }))
    if (read.kind === 'answered') return read.value
    last = { kind: 'unreadable', why: unavailableReason(read.error) }
    return isCurrent && !isTransient(read.error) ? last : undefined
  })
  return found ?? last
}

interface Search {
  /** the read cannot be from before the update */
  readonly isCurrent: boolean
  readonly isEnough: (service: Service) => boolean
}

async function findOnce(
  ecs: Ecs,
  state: SavedState,
  { isCurrent, isEnough }: Search,
): Promise<Found | undefined> {
  const service = await ecs.describeService(state.target, 'once')
  if (service === 'missing') return isCurrent ? { kind: 'gone' } : undefined
  const deployment = newDeploymentIn(service, state)
  if (deployment) return { kind: 'found', deployment, service }
  if (!isCurrent && !isEnough(service)) return undefined
  if (service.status !== 'ACTIVE') return { kind: 'gone' }
  return state.answered ? { kind: 'never-started' } : findEnded(ecs, state)
}

function newDeploymentIn(service: Service, state: SavedState): Deployment | undefined {
  const { before, deploymentId, taskDefinition } = state
  if (deploymentId !== undefined) return deploymentOf(service, deploymentId)
  const ours = service.deployments.filter(
    one => one.taskDefinition === taskDefinition && !before.includes(one.id),
  )
  return ours.find(({ status }) => status === 'PRIMARY') ?? ours[0]
}

/** A deployment leaves the service with its last task, but not the list of service deployments. */
async function findEnded(ecs: Ecs, { target, taskDefinition, before }: SavedState): Promise<Found> {
  const listed = await ecs.listServiceDeployments(target)
  const isNew = (arn: string) => !before.some(id => isRevisionOf(arn, id))
  const arns = listed.flatMap(({ targetRevisionArn: arn }) => (arn && isNew(arn) ? [arn] : []))
  const revisions = arns.length === 0 ? [] : await ecs.describeServiceRevisions(arns)
  const isOurs = revisions.some(revision => revision.taskDefinition === taskDefinition)
  return { kind: isOurs ? 'ended' : 'never-started' }
}
