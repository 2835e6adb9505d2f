/**
 * ECS does not say who requested a rollback, CloudTrail does.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/logging-using-cloudtrail.html
 */

import type { Rollout } from '../../core/outcome/rollout.js'
import { formatElapsed } from '../../core/text/duration.js'

/** `continue-deployment: rollback` */
export function requestedByStep({
  alarms,
  plan: { decides },
}: Rollout): { readonly why: string; readonly next: string } | undefined {
  if (decides?.action !== 'ROLLBACK' || alarms.length > 0) return undefined
  return {
    why: 'continue-deployment: rollback asked for it, at the pause hook where the deployment waited.',
    next: 'Deploy again once what kept it from being approved is changed.',
  }
}

/** undefined if a failure or this run caused the rollback */
export function requestedBySomebody(
  rollout: Rollout,
  reason: string | undefined,
): { readonly why: string; readonly next: string } | undefined {
  const { alarms, causes, failedHook, unplaced, stoppedBecause, tracked, timeline } = rollout
  if (rollout.verification?.kind === 'failed') return undefined
  if (causes.length > 0 || alarms.length > 0 || failedHook || unplaced || stoppedBecause) return undefined
  if (reason === undefined) {
    return {
      why: 'ECS gives no reason; somebody may have requested it.',
      next: 'To find out whether somebody requested it, look for the event StopServiceDeployment in CloudTrail.',
    }
  }
  if (!/\brollback (?:was )?requested\b/i.test(reason)) return undefined
  const begun = timeline.find(({ event }) => event?.kind === 'rolling-back')
  const when = begun ? ` (seen at ${formatElapsed(begun.at - tracked.startedAt)})` : ''
  return {
    why: `somebody, not this run, requested the rollback${when}${rollout.tasksDenied ? '' : '; no failed task was found'}.`,
    next: 'To find out who requested it, look for the event StopServiceDeployment in CloudTrail.',
  }
}
