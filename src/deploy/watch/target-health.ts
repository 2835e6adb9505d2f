/**
 * What the load balancer says of the targets, asked while their tasks still stand: when the first task has failed, when
 * more fail while the tasks of before leave, which may leave nobody healthy, and at the end, where a success only shows
 * by it that its tasks were healthy. Optional and bounded: three calls at most, and after a refusal none.
 */
import { ApiError, unavailableReason } from '../../core/errors/api-error.js'
import type { Notice } from '../../core/errors/notice.js'
import { notice } from '../../core/errors/notice.js'
import type { TargetHealth, TargetHealthSnapshot } from '../../core/resources/target-health.js'
import { redact } from '../../core/task-definition/redact.js'
import type { Clock, LoadBalancers } from '../../ports.js'

const mostCalls = 3

export interface TargetHealthMonitor {
  /** Never raises a Fault, nor does the other. */
  poll(): Promise<void>
  /** `failed` counts the tasks of ours that have failed; `othersLeave`: those of before drain or are gone */
  pollAfterFailures(failed: number, othersAreLeaving: boolean): Promise<void>
  seen(): readonly TargetHealthSnapshot[]
  notices(): readonly Notice[]
}

/** `secrets` are taken out of what the load balancer writes. */
export function createTargetHealthMonitor(
  loadBalancers: LoadBalancers,
  clock: Clock,
  registered: readonly string[],
  secrets: readonly string[],
): TargetHealthMonitor {
  const groups = new Set(registered)
  const seen: TargetHealthSnapshot[] = []
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
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      notices.push(
        notice(`What the load balancer says of the tasks is not shown: ${unavailableReason(error)}.`),
      )
    }
  }

  async function poll(): Promise<void> {
    for (const group of groups) await ask(group)
  }

  return {
    poll,
    async pollAfterFailures(failed, othersAreLeaving) {
      // What is asked in between leaves enough for the end.
      const isSpared = calls + 2 * groups.size <= mostCalls
      const isDue = failed > known && (known === 0 || (othersAreLeaving && isSpared))
      if (!isDue) return
      known = failed
      await poll()
    },
    seen: () => seen,
    notices: () => notices,
  }
}

function told({ reason, description, ...target }: TargetHealth, secrets: readonly string[]): TargetHealth {
  return {
    ...target,
    reason: reason === undefined ? undefined : redact(reason, secrets),
    description: description === undefined ? undefined : redact(description, secrets),
  }
}
