import type { LifecycleStage } from '../ecs/lifecycle-stages.js'

export interface WatchOptions {
  readonly minutes: number
  /** number of failed tasks; 0: never */
  readonly failFastAfter: number
  readonly onTimeout: 'fail' | 'rollback'
  readonly onCancel: 'leave' | 'rollback'
  /** of several services: what becomes of the others once one has failed */
  readonly onPartialFailure: 'leave' | 'rollback'
  readonly waitUntil: WaitUntil
  /** The watch ends there for the time being: the step resumes it. */
  readonly interim: LifecycleStage | undefined
}

/** What ends the watch of a deployment that goes well. */
export type WaitUntil = 'completed' | 'paused' | LifecycleStage
