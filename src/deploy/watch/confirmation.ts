/** Holds a success back until the tasks of the deployment confirm it (docs/adr/0009). */

import type { Task } from '../../core/ecs/task.js'
import { ApiError } from '../../core/errors/api-error.js'
import type { Notice } from '../../core/errors/notice.js'
import { warning } from '../../core/errors/notice.js'
import { confirm } from '../../core/watch/confirm-success.js'
import type { Verdict } from '../../core/watch/evaluate.js'
import { maxRecordAge } from '../../core/watch/pace.js'
import type { Clock } from '../../ports.js'
import type { TaskTracker } from './task-tracker.js'

/** Looks in which the tasks may not be readable: a minute of them. */
const maxFailedReads = 10

/** After so many of them the next look comes soon: it may have been bad luck. */
const quickRetries = 3

/** How long, in milliseconds, a read of the running tasks waits for one of the stopped ones. */
const maxReadAge = 60_000

const tasksUnread = 'ECS calls the deployment completed, but its tasks could not be looked at yet'

export interface SuccessVerifier {
  /** the verdict, or that the watch goes on where it is a success too early */
  check(verdict: Verdict): Promise<Verdict>
  /** the last look lacked nothing for a success but a sight of the tasks, and the next one may come soon */
  needsEvidence(): boolean
  /** why a success was last held back */
  unverifiedReason(): string | undefined
  notices(): readonly Notice[]
}

type Evidence =
  | { readonly kind: 'complete'; readonly running: readonly Task[] | undefined }
  | { readonly kind: 'missing'; readonly why: string }

export function createSuccessVerifier(tasks: TaskTracker, clock: Clock): SuccessVerifier {
  const notices: Notice[] = []
  let unverifiedReason: string | undefined
  let failedReads = 0
  let lacksEvidence = false
  let kept: { readonly at: number; readonly tasks: readonly Task[] | undefined } | undefined

  /**
   * The tasks that run first, then those that stopped, which tell what became of them since. Where little may be read
   * the one is kept until the other comes.
   */
  async function gather(): Promise<Evidence> {
    try {
      const isKept = kept !== undefined && clock.now() - kept.at <= maxReadAge
      const up = isKept ? kept : { at: clock.now(), tasks: await tasks.running() }
      kept = up
      await tasks.refresh('now')
      if (clock.now() - tasks.readAt() > maxRecordAge) return { kind: 'missing', why: 'those that stopped' }
      kept = undefined
      return { kind: 'complete', running: up?.tasks }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      return { kind: 'missing', why: error.code }
    }
  }

  function holdBack(explainOutcome: string): Verdict {
    unverifiedReason = explainOutcome
    return { kind: 'watching', stage: 'rolling-out', unverifiedReason }
  }

  return {
    async check(verdict) {
      lacksEvidence = false
      if (verdict.kind !== 'decided' || verdict.ending.kind !== 'succeeded') return verdict
      const { completedAt } = verdict.ending
      // What is known of its failures can be enough to wait.
      const known = confirm(undefined, tasks.stopped(), clock.now())
      if (known.kind === 'not-yet') return holdBack(known.explainOutcome)
      const evidence = await gather()
      if (evidence.kind === 'missing') {
        failedReads++
        lacksEvidence = failedReads <= quickRetries
        if (failedReads < maxFailedReads) return holdBack(tasksUnread)
        // Time and again: what ECS counts has to do then, and the report says so.
        if (failedReads === maxFailedReads) {
          const text = `The running tasks could not be looked at (${evidence.why}): the success is what ECS counts.`
          notices.push(warning(text))
        }
      }
      const running = evidence.kind === 'complete' ? evidence.running : undefined
      const confirmation = confirm(running, tasks.stopped(), clock.now(), completedAt)
      return confirmation.kind === 'confirmed' ? verdict : holdBack(confirmation.explainOutcome)
    },
    needsEvidence: () => lacksEvidence,
    unverifiedReason: () => unverifiedReason,
    notices: () => notices,
  }
}
