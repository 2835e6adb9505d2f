/** Of the reducer in `reducer.ts`; `deploy/watch/` performs the effects. Times are milliseconds since the epoch. */
import type { Service } from '../ecs/service.js'
import type { ServiceDeployment } from '../ecs/service-deployment.js'
import type { Task } from '../ecs/task.js'
import type { Annotation } from '../errors/annotation.js'
import type { ApiError } from '../errors/api-error.js'
import type { Alarm } from '../resources/alarm.js'
import type { TargetHealth } from '../resources/target-health.js'
import type { PollPace } from './pace.js'

export type Answer<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: ApiError }

/** The last answer still counts. */
export interface NotRead {
  readonly kind: 'not-read'
}

/** The first half of a poll. */
export interface ServiceDeploymentRead {
  /** undefined: not listed yet, or never read */
  readonly serviceDeployment: Answer<ServiceDeployment | undefined> | NotRead
  /** known once found */
  readonly serviceDeploymentArn: string | undefined
}

export type WatchEvent = { readonly at: number } & (
  | (ServiceDeploymentRead & {
      readonly kind: 'polled'
      readonly requestedAt: number
      readonly service: Answer<Service | 'missing'>
      /** requests for the service deployment */
      readonly reads: number
      /** requests of both that were sent again */
      readonly repeats: number
    })
  /** of the service deployment alone, between two polls */
  | (ServiceDeploymentRead & {
      readonly kind: 'glanced'
      readonly requestedAt: number
      readonly repeats: number
    })
  | {
      readonly kind: 'tasks-read'
      readonly which: TaskSelection
      readonly requestedAt: number
      /** undefined: listing failed */
      readonly list: TaskList | undefined
      readonly tasks: Answer<readonly Task[]>
    }
  | {
      readonly kind: 'target-health-read'
      readonly group: string
      readonly targets: Answer<readonly TargetHealth[]>
    }
  | { readonly kind: 'alarms-read'; readonly alarms: Answer<ReadonlyMap<string, Alarm>> }
  | { readonly kind: 'stop-answered'; readonly result: StopResult }
  /** ECS has taken a request of this run; `failure`: `api failed` */
  | { readonly kind: 'stopped'; readonly failure: string }
  /** `interrupted`: what the poll had read that was out */
  | { readonly kind: 'canceled'; readonly interrupted: ServiceDeploymentRead | undefined }
)

/** `isOptional`: read only if another service of the step needs the call; an answer: of the glance just before */
export type WantedServiceDeployment =
  | 'find'
  | 'skip'
  | { readonly arn: string; readonly isOptional: boolean }
  | ServiceDeploymentRead

export type WatchEffect =
  | {
      readonly kind: 'poll'
      readonly pace: PollPace
      readonly serviceDeployment: WantedServiceDeployment
    }
  | { readonly kind: 'glance'; readonly pace: PollPace; readonly arn: string }
  | {
      readonly kind: 'read-tasks'
      readonly which: TaskSelection
      /** read already, still to describe */
      readonly list: TaskList | undefined
      /** ARNs that need no further read */
      readonly skip: ReadonlySet<string>
    }
  | { readonly kind: 'read-target-health'; readonly group: string }
  | { readonly kind: 'read-alarms'; readonly names: readonly string[] }
  | { readonly kind: 'stop-deployment'; readonly arn: string }
  | LogEffect

/** The runner prints an annotation in the log as well: it takes the place of the line. */
export interface LogEffect {
  readonly kind: 'log'
  readonly line: string
  readonly annotation: Annotation | undefined
}

/** Tasks of the deployment or of the whole service that are meant to run, or of the service that stopped lately. */
export type TaskSelection = 'running' | 'all-running' | 'stopped'

export interface TaskList {
  readonly at: number
  readonly arns: readonly string[]
}

export type StopResult =
  | { readonly kind: 'stopped' }
  | {
      readonly kind: 'not-stopped'
      readonly why: string
      /** not transient */
      readonly refused: boolean
      /** an answer was lost: ECS may stop it nevertheless */
      readonly doubtful: boolean
    }
