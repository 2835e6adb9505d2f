import type { Clock } from '../time/clock.js'
import { EventQueue } from './event-queue.js'
import { Random } from './random.js'
import { type AlarmDefinition, type AlarmState, Alarms } from './resources/alarms.js'
import { Capacity } from './resources/capacity.js'
import { GitHub } from './resources/github.js'
import { Images } from './resources/images.js'
import { Lambdas } from './resources/lambdas.js'
import { Logs } from './resources/logs.js'
import { ScalableTargets } from './resources/scalable-targets.js'
import { Secrets } from './resources/secrets.js'
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
  readonly settings?: Partial<Settings>
}

/** One look of the service scheduler at a service. */
type Scheduler = (world: World, service: Service) => void

type RolloutListener = (service: Service, deployment: Deployment) => void

/**
 * One account in one region: what exists, what is going to happen, and what time it is there.
 * How tasks live and deployments roll is in behavior/, of which it knows nothing: it is told how the scheduler looks at
 * a service, and knows when it has to. openWorld() brings the two together.
 * Time passes through advance() alone.
 */
export class World {
  readonly region: string
  readonly account: string
  readonly settings: Settings
  readonly random: Random
  readonly images = new Images(() => this.now)
  readonly targetGroups = new TargetGroups()
  readonly alarms = new Alarms()
  readonly scalableTargets = new ScalableTargets()
  readonly lambdas = new Lambdas()
  readonly logs = new Logs()
  readonly secrets = new Secrets()
  readonly capacity = new Capacity()
  readonly github = new GitHub(() => this.now)
  readonly clusters = new Map<string, Cluster>()
  readonly families = new Map<string, TaskDefinition[]>()
  /** By ARN. */
  readonly services = new Map<string, Service>()
  /** By ARN. */
  readonly tasks = new Map<string, Task>()
  readonly #clock: Clock
  readonly #scheduler: Scheduler
  readonly #queue = new EventQueue()
  readonly #rolloutListeners: RolloutListener[] = []
  #now: number

  constructor(options: WorldOptions, scheduler: Scheduler) {
    this.region = options.region ?? 'eu-west-1'
    this.account = options.account ?? '123456789012'
    this.settings = { ...defaultSettings, ...options.settings }
    this.random = new Random(options.seed ?? 1)
    this.#clock = options.clock
    this.#now = options.clock.now()
    this.#scheduler = scheduler
  }

  /** Milliseconds since the epoch. */
  get now(): number {
    return this.#now
  }

  /** Lets everything happen that is due by the clock's time. */
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

  /** Sets an untouched world back, so that a history can be lived through up to the clock's time. */
  startFrom(time: number): void {
    if (this.clusters.size > 0 || this.families.size > 0 || this.#queue.size > 0) {
      throw new Error('only an untouched world can be set back')
    }
    this.#now = time
  }

  after(ms: number, run: () => void): void {
    this.#queue.add(this.#now + ms, run)
  }

  /** Has the scheduler look at the service after a while; a look that is due earlier is enough. */
  scheduleRun(service: Service, ms = this.settings.schedulerMs): void {
    const at = this.#now + ms
    if (service.nextRunAt !== undefined && service.nextRunAt <= at) return
    service.nextRunAt = at
    this.after(ms, () => {
      if (service.nextRunAt !== at) return
      delete service.nextRunAt
      this.#scheduler(this, service)
    })
  }

  /** Calls the listener whenever a rollout begins, however it was asked for. */
  onRollout(listener: RolloutListener): void {
    this.#rolloutListeners.push(listener)
  }

  notifyRollout(service: Service, deployment: Deployment): void {
    for (const listener of this.#rolloutListeners) listener(service, deployment)
  }

  /** Changes an alarm's state, for these data points, newest first; ECS sees it when it next polls. */
  setAlarm(name: string, state: AlarmState, definition?: AlarmDefinition, values?: readonly number[]): void {
    this.alarms.set(name, state, this.#now, { definition, values })
    for (const service of this.services.values()) this.scheduleRun(service)
  }

  arn(resource: string): string {
    return `arn:aws:ecs:${this.region}:${this.account}:${resource}`
  }

  /** All of a service's tasks that can still be described, the stopped ones too. */
  tasksOf(service: Service): Task[] {
    return [...this.tasks.values()].filter(task => task.serviceArn === service.arn)
  }
}
