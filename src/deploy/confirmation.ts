/** Holds a success back until the tasks of the deployment confirm it (docs/adr/0009). */

import { Fault } from '../core/fault.js'
import type { Notice } from '../core/notice.js'
import { warning } from '../core/notice.js'
import type { Task } from '../core/service/task.js'
import { confirm } from '../core/watch/confirm.js'
import type { Verdict } from '../core/watch/verdict.js'
import type { Clock } from '../ports.js'
import type { TaskRecord } from './task-record.js'

/** Reads of the running tasks that may fail. */
const mostMisses = 4

export interface Confirmer {
  /** the verdict, or that the watch goes on where it is a success too early. Raises a passing Fault. */
  check(verdict: Verdict): Promise<Verdict>
  /** why a success was last held back */
  heldBack(): string | undefined
  notices(): readonly Notice[]
}

export function confirmer(tasks: TaskRecord, clock: Clock): Confirmer {
  const notices: Notice[] = []
  let heldBack: string | undefined
  let misses = 0

  /** Nothing when they could not be read time and again: what ECS counts has to do then, and the report says so. */
  async function running(): Promise<readonly Task[] | undefined> {
    try {
      return await tasks.running()
    } catch (fault) {
      misses++
      if (!(fault instanceof Fault) || misses < mostMisses) throw fault
      if (misses === mostMisses) {
        const text = `The running tasks could not be looked at (${fault.code}): the success is what ECS counts.`
        notices.push(warning(text))
      }
      return undefined
    }
  }

  return {
    async check(verdict) {
      if (verdict.kind !== 'decided' || verdict.ending.kind !== 'succeeded') return verdict
      const confirmation = confirm(await running(), tasks.stopped(), clock.now())
      if (confirmation.kind === 'confirmed') return verdict
      heldBack = confirmation.because
      return { kind: 'watching', stage: 'rolling-out', heldBack }
    },
    heldBack: () => heldBack,
    notices: () => notices,
  }
}
