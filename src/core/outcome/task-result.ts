import type { Cause } from '../diagnosis/explain-failures.js'
import type { LogTail } from '../diagnosis/log-tail.js'
import type { TaskSpan } from '../diagnosis/task-span.js'
import type { PlacementFailure } from '../ecs/task.js'

interface Started {
  /** ARN */
  readonly arn: string
  /** `web:8` */
  readonly definition: string
}

/** Of the one-off task before the services are updated. */
export type TaskResult =
  | {
      readonly kind: 'not-placed'
      readonly definition: string
      readonly failures: readonly PlacementFailure[]
      /** ARNs: started in the same call; they go on */
      readonly started: readonly string[]
    }
  /** It is not known whether it runs. */
  | { readonly kind: 'unconfirmed'; readonly definition: string; readonly reason: string }
  /** not waited for */
  | (Started & { readonly kind: 'started' })
  | (Started & EndedTask & { readonly kind: 'succeeded' })
  | FailedTask
  | (Started & {
      /** of the wait */
      readonly kind: 'timed-out'
      readonly minutes: number
      /** what it is in: `RUNNING` */
      readonly status: string
    })
  | (Started & { readonly kind: 'cancelled'; readonly stopped: StopRequest })
  /** It can no longer be read. */
  | (Started & { readonly kind: 'lost'; readonly reason: string })

export type FailedTask = Started & EndedTask & { readonly kind: 'failed' }

export type StopRequest =
  | { readonly kind: 'left' }
  | { readonly kind: 'requested' }
  | { readonly kind: 'not-stopped'; readonly why: string }

export interface EndedTask {
  readonly span: TaskSpan | undefined
  readonly exitCode: number | undefined
  readonly container: string | undefined
  /** the container that ended well, whereupon ECS killed the other */
  readonly endedFirst: string | undefined
  readonly stopCode: string | undefined
  /** from ECS */
  readonly reason: string | undefined
  readonly causes: readonly Cause[]
  readonly logs: readonly LogTail[]
}

/** The services may be updated. */
export function allowsDeployment({ kind }: TaskResult): boolean {
  return kind === 'started' || kind === 'succeeded'
}

/** ARNs of all tasks that were started. */
export function startedTasks(task: TaskResult): readonly string[] {
  if (task.kind === 'not-placed') return task.started
  return task.kind === 'unconfirmed' ? [] : [task.arn]
}

/** undefined: it has not ended, or no container ran. */
export function exitCodeOf(task: TaskResult): number | undefined {
  return task.kind === 'succeeded' || task.kind === 'failed' ? task.exitCode : undefined
}
