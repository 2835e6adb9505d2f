/**
 * What really happened in a world while the action worked on it: looked up in the world itself, never in an answer. A
 * look of the action takes a moment, in which the world goes on, and what it reads may be old: what held at any moment
 * that the last look could show counts.
 */
import { AwsError } from '../../simulator/aws-error.js'
import { type Service, serviceDeploymentOf } from '../../simulator/ecs/state/service.js'
import { isDesiredRunning, isHealthy, type Task } from '../../simulator/ecs/state/task.js'
import type { World } from '../../simulator/ecs/world.js'
import type { RecordedRequest } from '../../simulator/protocol/recorded-request.js'
import { commit, imageOf } from '../../simulator/scenarios/web-service.js'
import type { Act } from './random-world.js'

export interface Moment {
  readonly at: number
  readonly desiredCount: number
  readonly primary: string
  readonly primaryIsOurs: boolean
  /** tasks of our deployment that are meant to run, and those of them that run and are healthy */
  readonly desired: number
  readonly healthy: number
  /** tasks of our deployment that ended by themselves */
  readonly failed: number
  readonly rolloutState: string | undefined
  readonly status: string | undefined
}

export interface PerformedAct extends Act {
  readonly before: number
  readonly after: number
  readonly time: number
}

export class WorldRecord {
  /** classic ids of the rollouts of our revision that nobody else began */
  readonly ours: { readonly id: string; readonly at: number; readonly taskDefinition: string }[] = []
  /** a read has shown our deployment */
  shown = false
  /** task definitions that were deployed before our rollout began */
  readonly before = new Set<string>()
  /** what others did and ECS took */
  readonly performed: PerformedAct[] = []
  /** rollouts that others began */
  readonly theirs: { readonly taskDefinition: string; readonly at: number }[] = []
  /** StopServiceDeployment of ours while it was well, at the last look and when it was sent */
  readonly harmful: Moment[] = []
  initialCount = 0
  /** when UpdateService with our revision was answered last, in whatever way */
  watched: number | undefined
  /** of the UpdateService that took effect; undefined: without a desired count */
  update: { readonly readAt: number; readonly desiredCount: number | undefined } | undefined
  /** from the read after which the action set a desired count first, to the last time that it did */
  restore: { readonly readAt: number; readonly until: number } | undefined
  #readAt = 0
  #answerLost = false
  #acting = false
  readonly #staleMs: number
  readonly #moments: Moment[] = []
  #pollSince = 0
  #pausing = true
  #finalMoments: readonly Moment[] = []
  #failures: readonly string[] = []
  #closed = 0

  /** Reads may be so many milliseconds old. */
  constructor(staleMs: number) {
    this.#staleMs = staleMs
  }

  begin(world: World): void {
    const web = webOf(world)
    this.initialCount = web.desiredCount
    for (const { revision } of web.deployments) this.before.add(revision.taskDefinition.arn)
    world.onRollout((_, { id, revision }) => {
      const { arn, containers } = revision.taskDefinition
      const at = world.now
      if (this.#acting) this.theirs.push({ taskDefinition: arn, at })
      else if (containers.some(({ image }) => image === imageOf(commit)))
        this.ours.push({ id, at, taskDefinition: arn })
      if (this.ours.length === 0) this.before.add(arn)
    })
  }

  /** Lets somebody else do something; what ECS refuses was not done. */
  act(world: World, act: Act, perform: () => void): void {
    const before = webOf(world).desiredCount
    // A stale read may show this very moment, and no request has to have been answered since the last change.
    this.#moments.push(this.now(world))
    this.#acting = true
    try {
      perform()
      this.performed.push({ ...act, before, after: webOf(world).desiredCount, time: world.now })
    } catch (refused) {
      if (!(refused instanceof AwsError)) throw refused
    } finally {
      this.#acting = false
    }
  }

  pause(): void {
    this.#pausing = true
  }

  answered(world: World, request: RecordedRequest): void {
    if (this.#pausing) this.#pollSince = request.at
    this.#pausing = false
    if (request.operation === 'StopServiceDeployment') this.#stopped(world, request)
    world.advance()
    this.#moments.push(this.now(world))
    if (request.operation === 'DescribeServices' && request.status === 200) this.#read(world, request)
    if (request.operation === 'UpdateService') this.#updated(world, request)
  }

  #read(world: World, { at, faults }: RecordedRequest): void {
    this.#readAt = at
    const [ours] = this.ours
    const isListed = ours && webOf(world).deployments.some(({ id }) => id === ours.id)
    this.shown ||= isListed === true && faults.length === 0 && this.#staleMs === 0
  }

  #updated({ now }: World, request: RecordedRequest): void {
    const { desiredCount, taskDefinition } = request.input as {
      readonly desiredCount?: number
      readonly taskDefinition?: string
    }
    if (taskDefinition === undefined) {
      this.restore = { readAt: this.restore?.readAt ?? this.#readAt, until: now }
      return
    }
    this.watched = now
    this.#answerLost ||= request.faults.length > 0
    if (this.ours.length > 0) this.update ??= { readAt: this.#readAt, desiredCount }
  }

  /** The action is through with a part of its work; the last part is the watch. */
  close(world: World): void {
    world.advance()
    this.#closed++
    this.#finalMoments = [...this.#visibleMoments(), this.now(world)]
    const id = this.#ourId(webOf(world))
    const ours = world.tasksOf(webOf(world)).filter(({ deploymentId }) => deploymentId === id)
    this.#failures = ours.filter(task => hasFailed(task) && isLongOver(world, task)).map(failureClassOf)
  }

  /** The moments in which the ending may have been true. */
  get finalMoments(): readonly Moment[] {
    return this.#finalMoments
  }

  /** classes of the failures of our tasks, a minute before the end at the latest */
  get failures(): readonly string[] {
    return this.#failures
  }

  now(world: World): Moment {
    const web = webOf(world)
    const id = this.#ourId(web)
    const deployment = web.deployments.find(each => each.id === id)
    const desired = world.tasksOf(web).filter(task => isDesiredRunning(task) && task.deploymentId === id)
    const primary = web.deployments.find(({ status }) => status === 'PRIMARY')
    return {
      at: world.now,
      desiredCount: web.desiredCount,
      primary: primary?.revision.taskDefinition.arn ?? '',
      primaryIsOurs: primary !== undefined && primary.id === id,
      desired: desired.length,
      healthy: desired.filter(isHealthy).length,
      failed: world.tasksOf(web).filter(task => task.deploymentId === id && hasFailed(task)).length,
      rolloutState: deployment?.rolloutState,
      status: id === undefined ? undefined : serviceDeploymentOf(web, id)?.status,
    }
  }

  /** After a lost answer, the PRIMARY deployment of our revision cannot be told from ours, whoever forced it. */
  #ourId(web: Service): string | undefined {
    const [ours] = this.ours
    const primary = web.deployments.find(({ status }) => status === 'PRIMARY')
    const isSameRevision = primary?.revision.taskDefinition.arn === ours?.taskDefinition
    return this.#answerLost && primary && isSameRevision ? primary.id : ours?.id
  }

  #visibleMoments(): Moment[] {
    return this.#moments.filter(({ at }) => at >= this.#pollSince - this.#staleMs)
  }

  #stopped(world: World, { input }: RecordedRequest): void {
    const { serviceDeploymentArn } = input as { readonly serviceDeploymentArn?: string }
    const web = webOf(world)
    const ours = this.ours[0] && serviceDeploymentOf(web, this.ours[0].id)
    const moment = this.now(world)
    const moments = [...this.#visibleMoments(), moment]
    // After the plan, the deployment and the watch: on-timeout and on-cancel spare only what never failed.
    const isWatched = this.#closed < 3
    const isHealthyMoment = ({ desiredCount, desired, healthy, failed }: Moment) =>
      desiredCount > 0 && desired >= desiredCount && healthy === desired && (isWatched || failed === 0)
    if (ours?.arn === serviceDeploymentArn && moments.every(isHealthyMoment)) this.harmful.push(moment)
  }
}

function hasFailed({ stopCode, stoppedReason }: Task): boolean {
  return (
    stopCode === 'TaskFailedToStart' ||
    stopCode === 'EssentialContainerExited' ||
    /health checks/.test(stoppedReason ?? '')
  )
}

/** Every read shows it by then. */
function isLongOver({ now }: World, { stoppedAt }: Task): boolean {
  return stoppedAt !== undefined && now - stoppedAt > 60_000
}

function failureClassOf({ containers, stoppedReason = '' }: Task): string {
  const reasons = [stoppedReason, ...containers.map(({ reason }) => reason ?? '')].join(' ')
  if (/OutOfMemory/.test(reasons)) return 'out-of-memory'
  if (/CannotPull/.test(reasons)) return 'image-pull'
  return /health checks/.test(reasons) ? 'health-check' : 'container-exit'
}

export function webOf(world: World): Service {
  const web = [...world.services.values()].find(({ name }) => name === 'web')
  if (!web) throw new Error('the world has no service web')
  return web
}
