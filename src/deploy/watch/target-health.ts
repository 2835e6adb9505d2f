/**
 * What the load balancer says of the targets, asked while their tasks still stand: when the first task has failed, when
 * more fail while the tasks of before leave, which may leave nobody healthy, and at the end, where a success only shows
 * by it that its tasks were healthy. Optional and bounded: three calls at most, and after a refusal none.
 */
import { Fault, whyUnseen } from '../../core/errors/api-error.js'
import type { Notice } from '../../core/errors/notice.js'
import { notice } from '../../core/errors/notice.js'
import { given } from '../../core/given.js'
import type { TargetHealth, TargetsSeen } from '../../core/resources/target-health.js'
import { clean } from '../../core/task-definition/redact.js'
import type { Clock, LoadBalancers } from '../../ports.js'

const mostCalls = 3

export interface TargetLookout {
  /** Never raises a Fault, nor does the other. */
  look(): Promise<void>
  /** `failed` counts the tasks of ours that have failed; `othersLeave`: those of before drain or are gone */
  lookAtFailures(failed: number, othersLeave: boolean): Promise<void>
  seen(): readonly TargetsSeen[]
  notices(): readonly Notice[]
}

/** `secrets` are taken out of what the load balancer writes. */
export function targetLookout(
  loadBalancers: LoadBalancers,
  clock: Clock,
  registered: readonly string[],
  secrets: readonly string[],
): TargetLookout {
  const groups = new Set(registered)
  const seen: TargetsSeen[] = []
  const notices: Notice[] = []
  let calls = 0
  /** failed tasks at the last look about them */
  let known = 0

  async function ask(group: string): Promise<void> {
    if (calls >= mostCalls || notices.length > 0) return
    calls++
    try {
      const targets = await loadBalancers.targetHealth(group)
      seen.push({ at: clock.now(), group, targets: targets.map(target => told(target, secrets)) })
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault
      notices.push(notice(`What the load balancer says of the tasks is not shown: ${whyUnseen(fault)}.`))
    }
  }

  async function look(): Promise<void> {
    for (const group of groups) await ask(group)
  }

  return {
    look,
    async lookAtFailures(failed, othersLeave) {
      // What is asked in between leaves enough for the end.
      const isSpared = calls + 2 * groups.size <= mostCalls
      const isDue = failed > known && (known === 0 || (othersLeave && isSpared))
      if (!isDue) return
      known = failed
      await look()
    },
    seen: () => seen,
    notices: () => notices,
  }
}

function told({ reason, description, ...target }: TargetHealth, secrets: readonly string[]): TargetHealth {
  return {
    ...target,
    ...given('reason', reason === undefined ? undefined : clean(reason, secrets)),
    ...given('description', description === undefined ? undefined : clean(description, secrets)),
  }
}
