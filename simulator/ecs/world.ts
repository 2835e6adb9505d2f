import { createHash } from 'node:crypto'
import type { Clock } from '../time/clock.js'
import { EventQueue } from './event-queue.js'
import { Random } from './random.js'
import { AccountSettings } from './resources/account-settings.js'
import { type AlarmDefinition, type AlarmState, Alarms } from './resources/alarms.js'
import { Capacity } from './resources/capacity.js'
import { GitHub } from './resources/github.js'
import { Hosts, hostOf } from './resources/hosts.js'
import { Images } from './resources/images.js'
import { Lambdas } from './resources/lambdas.js'
import { LoadBalancers } from './resources/load-balancers.js'
import { Logs } from './resources/logs.js'
import { Roles } from './resources/roles.js'
import { ScalableTargets } from './resources/scalable-targets.js'
import { Secrets } from './resources/secrets.js'
import { SecurityGroups } from './resources/security-groups.js'
import { Sessions } from './resources/sessions.js'
import { Sidecars } from './resources/sidecars.js'
import { TargetGroups } from './resources/target-groups.js'
import { defaultSettings, type Settings } from './settings.js'
import type { Cluster } from './state/cluster.js'
import type { Deployment, Service } from './state/service.js'
import type { Task } from './state/task.js'
import type { TaskDefinition } from './state/task-definition.js'

export type WorldOptions = {
  readonly clock: Clock
  readonly seed?: number
  readonly region?: string
  readonly account?: string
  readonly settings?: Partial<Settings> | undefined
  /** By default none, of its own. */
  readonly images?: Images
}

export const defaultPlace = { account: '123456789012', region: 'eu-west-1' } as const

type AlarmDetails = {
  readonly definition?: AlarmDefinition
  readonly values?: readonly number[]
}

type Scheduler = (world: World, service: Service) => void

type RolloutListener = (service: Service, deployment: Deployment) => void

/**
 * One AWS account in one region. Time passes only through advance(). openWorld() passes in the scheduler of
 * behavior/.
 */
export class World {
  readonly region: string
  readonly account: string
  readonly settings: Settings
  readonly random: Random
  readonly accountSettings = new AccountSettings()
  readonly images: Images
  readonly targetGroups = new TargetGroups()
  readonly loadBalancers = new LoadBalancers()
  readonly roles = new Roles()
  readonly securityGroups = new SecurityGroups()
  readonly hosts = new Hosts(name => hostOf(this.loadBalancers.defaultActionOf(name)))
  readonly alarms = new Alarms()
  readonly scalableTargets = new ScalableTargets()
  readonly lambdas = new Lambdas()
  readonly logs = new Logs()
  readonly secrets = new Secrets()
  readonly sessions = new Sessions()
  readonly capacity = new Capacity()
  readonly sidecars: Sidecars
  readonly github = new GitHub(() => this.now)
  readonly clusters = new Map<string, Cluster>()
  readonly families = new Map<string, TaskDefinition[]>()
  /** By ARN. */
  readonly services = new Map<string, Service>()
  /** By ARN. */
  readonly tasks = new Map<string, Task>()
  /** Of RunTask, by cluster and client token. */
  readonly clientTokens = new Map<string, { readonly parameters: string; readonly tasks: readonly Task[] }>()
  readonly #clock: Clock
  readonly #seed: number
  readonly #scheduler: Scheduler
  readonly #queue = new EventQueue()
  readonly #rolloutListeners: RolloutListener[] = []
  readonly #notes = new Set<string>()
  #onNote: (text: string) => void = () => {}
  /** What is not described is believed, as far as that can be. */
  believes = false
  /** Somebody can replace an image while its tasks run: what is healthy is checked on. */
  softwareCanChange = false
  #now: number

  constructor(options: WorldOptions, scheduler: Scheduler) {
    this.region = options.region ?? defaultPlace.region
    this.account = options.account ?? defaultPlace.account
    this.settings = { ...defaultSettings, ...options.settings }
    this.#seed = options.seed ?? 1
    this.random = new Random(this.#seed)
    this.images = options.images ?? new Images(() => this.now)
    this.sidecars = new Sidecars(this.images)
    this.#clock = options.clock
    this.#now = options.clock.now()
    this.#scheduler = scheduler
  }

  get now(): number {
    return this.#now
  }

  advance(): void {
    this.advanceTo(this.#clock.now())
  }

  advanceTo(time: number): void {
    for (let due = this.#queue.takeDue(time); due !== undefined; due = this.#queue.takeDue(time)) {
      this.#now = Math.max(this.#now, due.at)
      due.run()
    }
    this.#now = Math.max(this.#now, time)
  }

  /** Sets back an untouched world, so that a history can run up to now. */
  startFrom(time: number): void {
    if (this.clusters.size > 0 || this.families.size > 0 || this.#queue.size > 0) {
      throw new Error('only an untouched world can be set back')
    }
    this.#now = time
  }

  after(ms: number, run: () => void): void {
    this.#queue.add(this.#now + ms, run)
  }

  /** Keeps an earlier pending run. */
  scheduleRun(service: Service, ms = this.settings.schedulerMs): void {
    const at = this.#now + ms
    if (service.nextRunAt !== undefined && service.nextRunAt <= at) return
    service.nextRunAt = at
    this.after(ms, () => {
      if (service.nextRunAt !== at) return
      service.nextRunAt = undefined
      this.#scheduler(this, service)
    })
  }

  onRollout(listener: RolloutListener): void {
    this.#rolloutListeners.push(listener)
  }

  notifyRollout(service: Service, deployment: Deployment): void {
    for (const listener of this.#rolloutListeners) listener(service, deployment)
  }

  /** Images, target groups and commands that are not described are believed; `onNote` gets one line for each. */
  believeUnknown(onNote: (text: string) => void): void {
    this.believes = true
    this.#onNote = onNote
    this.images.setFallbackSoftware({ respondsOnAnyPath: true }, reference =>
      this.note(
        `image ${reference} is not described: believed to exist and to be healthy, unless its command says more`,
      ),
    )
    this.targetGroups.assumeUnknown(arn =>
      this.note(`target group ${arn} is not described: believed to have the defaults of CreateTargetGroup`),
    )
  }

  /** The same account in another region: empty, with the same images, settings and beliefs (ADR 58). */
  inRegion(region: string): World {
    const { account, settings, images } = this
    const seed = seedOf(region, this.#seed)
    const world = new World({ clock: this.#clock, seed, region, account, settings, images }, this.#scheduler)
    if (this.believes) world.believeUnknown(text => this.note(text))
    world.softwareCanChange = this.softwareCanChange
    return world
  }

  /** Each once. */
  note(text: string): void {
    if (this.#notes.has(text)) return
    this.#notes.add(text)
    this.#onNote(text)
  }

  /** Values are newest first; ECS notices the change in its next run. */
  setAlarm(name: string, state: AlarmState, { definition, values = [] }: AlarmDetails = {}): void {
    this.alarms.set({ name, state, definition, values, now: this.#now })
    for (const service of this.services.values()) this.scheduleRun(service)
  }

  arn(resource: string): string {
    return `arn:aws:ecs:${this.region}:${this.account}:${resource}`
  }

  /** Includes stopped tasks. */
  tasksOf(service: Service): Task[] {
    return [...this.tasks.values()].filter(task => task.serviceArn === service.arn)
  }
}

/** Ids of two regions differ. */
function seedOf(region: string, seed: number): number {
  return createHash('sha256').update(`${seed} ${region}`).digest().readUInt32BE()
}
