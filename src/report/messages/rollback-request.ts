/**
 * The sentences about a rollback that no failure explains: ECS does not say who asked for it, CloudTrail does.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/logging-using-cloudtrail.html
 */

import type { Rollout } from '../../core/outcome/rollout.js'
import { formatElapsed } from '../../core/text/duration.js'

const whoAsked = 'CloudTrail says who asked: look there for the event StopServiceDeployment.'

/** Nothing where something else explains the rollback, or where we asked for it. */
export function requestedBySomebody(
  rollout: Rollout,
  reason: string | undefined,
): { readonly why: string; readonly next: string } | undefined {
  const { alarms, causes, failedHook, unplaced, stoppedBecause, tracked, timeline } = rollout
  if (causes.length > 0 || alarms.length > 0 || failedHook || unplaced || stoppedBecause) return undefined
  if (reason === undefined) {
    return {
      why: 'ECS gives no reason; somebody may have asked for it.',
      next: whoAsked.replace('who asked', 'who, if somebody asked'),
    }
  }
  if (!/\brollback (?:was )?requested\b/i.test(reason)) return undefined
  const seen = timeline.find(({ event }) => event?.kind === 'rolling-back')
  const when = seen ? ` (seen at ${formatElapsed(seen.at - tracked.startedAt)})` : ''
  return {
    why: `somebody, not this run, asked for the rollback${when}${rollout.tasksDenied ? '' : '; no task was seen to fail'}.`,
    next: whoAsked,
  }
}
