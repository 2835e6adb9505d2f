/** Holds a success back until the tasks of the deployment confirm it (docs/adr/0009). */

import type { Task } from '../../core/ecs/task.js'
import { Fault } from '../../core/errors/api-error.js'
import type { Notice } from '../../core/errors/notice.js'
import { warning } from '../../core/errors/notice.js'
import { confirm } from '../../core/watch/confirm-success.js'
import type { Verdict } from '../../core/watch/evaluate.js'
import { oldestRecord } from '../../core/watch/pace.js'
import type { Clock } from '../../ports.js'
import type { TaskRecord } from './task-tracker.js'

/** Looks in which the tasks may not be readable: a minute of them. */
const mostMisses = 10

/** After so many of them the next look comes soon: it may have been bad luck. */
const soonMisses = 3

/** How long, in milliseconds, a read of the running tasks waits for one of the stopped ones. */
const longestKept = 60_000

const unread = 'ECS calls the deployment completed, but its tasks could not be looked at yet'

export interface Confirmer {
  /** the verdict, or that the watch goes on where it is a success too early */
  check(verdict: Verdict): Promise<Verdict>
  /** the last look lacked nothing for a success but a sight of the tasks, and the next one may come soon */
  isWanting(): boolean
  /** why a success was last held back */
  heldBack(): string | undefined
  notices(): readonly Notice[]
}

type Evidence =
  | { readonly kind: 'complete'; readonly running: readonly Task[] | undefined }
  | { readonly kind: 'missing'; readonly why: string }

export function confirmer(tasks: TaskRecord, clock: Clock): Confirmer {
  const notices: Notice[] = []
  let heldBack: string | undefined
  let misses = 0
  let wanting = false
  let kept: { readonly at: number; readonly tasks: readonly Task[] | undefined } | undefined

  /**
   * The tasks that run first, then those that stopped, which tell what became of them since. Where little may be read
   * the one is kept until the other comes.
   */
  async function gather(): Promise<Evidence> {
    try {
      const isKept = kept !== undefined && clock.now() - kept.at <= longestKept
      const up = isKept ? kept : { at: clock.now(), tasks: await tasks.running() }
      kept = up
      await tasks.refresh('now')
      if (clock.now() - tasks.readAt() > oldestRecord) return { kind: 'missing', why: 'those that stopped' }
      kept = undefined
      return { kind: 'complete', running: up?.tasks }
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault
      return { kind: 'missing', why: fault.code }
    }
  }

  function holdBack(because: string): Verdict {
    heldBack = because
    return { kind: 'watching', stage: 'rolling-out', heldBack }
  }

  return {
    async check(verdict) {
      wanting = false
      if (verdict.kind !== 'decided' || verdict.ending.kind !== 'succeeded') return verdict
      const { completedAt } = verdict.ending
      // What is known of its failures can be enough to wait.
      const known = confirm(undefined, tasks.stopped(), clock.now())
      if (known.kind === 'not-yet') return holdBack(known.because)
      const evidence = await gather()
      if (evidence.kind === 'missing') {
        misses++
        wanting = misses <= soonMisses
        if (misses < mostMisses) return holdBack(unread)
        // Time and again: what ECS counts has to do then, and the report says so.
        if (misses === mostMisses) {
          const text = `The running tasks could not be looked at (${evidence.why}): the success is what ECS counts.`
          notices.push(warning(text))
        }
      }
      const running = evidence.kind === 'complete' ? evidence.running : undefined
      const confirmation = confirm(running, tasks.stopped(), clock.now(), completedAt)
      return confirmation.kind === 'confirmed' ? verdict : holdBack(confirmation.because)
    },
    isWanting: () => wanting,
    heldBack: () => heldBack,
    notices: () => notices,
  }
}
