/** Back to what served before a deployment whose verification failed. */
import { revisionName } from '../ecs/arn.js'
import { runningText } from '../watch/progress/task-counts.js'
import type { TimelineEntry } from '../watch/timeline-event.js'
import type { Tracked } from '../watch/tracked-deployment.js'
import type { WatchResult } from '../watch/watch-result.js'
import type { VerificationRollback } from './verification-rollback-kind.js'
import { withVerification } from './verified.js'
import type { Watched } from './watched.js'

/** ARN; undefined for a first deployment, and for one of the revision that served. */
export function rollbackTarget({
  completedBefore,
  previous,
  taskDefinition,
}: Pick<Tracked, 'completedBefore' | 'previous' | 'taskDefinition'>): string | undefined {
  return completedBefore && previous !== taskDefinition ? previous : undefined
}

/** `begunAt`: when the rollback was requested; `back`: what its watch found. */
export function withRollback(
  failed: Watched,
  back: Watched,
  { begunAt, to }: { readonly begunAt: number; readonly to: string },
): Watched {
  const { rollout } = failed
  const { desiredCount, endedAt, serving, timeline } = back.rollout
  const began: TimelineEntry = {
    at: begunAt,
    text: `the verification failed: rolling back to ${revisionName(to)}`,
    event: { kind: 'rolling-back', to: revisionName(to) },
  }
  const result = resultOf(failed, back, to)
  const isBack = result.kind === 'rolled-back'
  return {
    ...failed,
    result,
    notices: [...failed.notices, ...back.notices],
    rollout: {
      ...rollout,
      desiredCount,
      endedAt,
      tasksUnreadSince: begunAt,
      serving,
      timeline: [
        ...rollout.timeline.map(undecided),
        began,
        ...timeline.map(entry => (isBack ? ended(entry, back, to) : undecided(entry))),
      ],
      previousGone: undefined,
      lastPoll: back.rollout.lastPoll,
      verificationRollback: { kind: 'begun', to, isTimedOut: back.result.kind === 'timed-out' },
      rollback: isBack ? undefined : unfinished(back, to),
    },
  }
}

/** It was not the end. */
function undecided(entry: TimelineEntry): TimelineEntry {
  return entry.event?.kind === 'ended' ? { ...entry, event: undefined } : entry
}

/** Its own text counts from the start of the rollback. */
function ended(entry: TimelineEntry, { result, rollout }: Watched, to: string): TimelineEntry {
  if (entry.event?.kind !== 'ended') return entry
  const event = { kind: 'ended', as: 'rolled-back' } as const
  if (result.kind !== 'succeeded') return { ...entry, event }
  const { desiredCount } = rollout
  return {
    ...entry,
    event,
    text: `${revisionName(to)} serves, ${runningText(result.running, { desiredCount })}`,
  }
}

const completedAllTheSame: VerificationRollback = {
  kind: 'not-sent',
  why: 'ECS completed it although it had accepted to stop it',
}

/** By StopServiceDeployment: the same watch has seen all of it. */
export function withStoppedDeployment(
  failed: Watched,
  back: Watched,
  { to }: { readonly to: string },
): Watched {
  const { impact, verification } = failed.rollout
  const { result } = back
  if (verification && (result.kind === 'succeeded' || result.kind === 'idle')) {
    const own = withVerification(back, verification, undefined)
    return { ...own, rollout: { ...own.rollout, verificationRollback: completedAllTheSame } }
  }
  const reason = verification?.kind === 'failed' ? verification.reason : undefined
  const isTimedOut = result.kind === 'timed-out'
  return {
    ...back,
    result: result.kind === 'rolled-back' ? { ...result, reason } : result,
    rollout: {
      ...back.rollout,
      impact,
      verification,
      verificationRollback: { kind: 'begun', to, isTimedOut },
    },
  }
}

function unfinished({ rollout }: Watched, to: string): Watched['rollout']['rollback'] {
  const failed = rollout.tasks.filter(task => task.failed)
  return { to, failures: rollout.failures, causes: [], failed }
}

/** A rollback that ended well is one, whoever performed it; nothing else makes the failure green. */
function resultOf({ result: failed, rollout }: Watched, { result }: Watched, to: string): WatchResult {
  const reason = rollout.verification?.kind === 'failed' ? rollout.verification.reason : undefined
  switch (result.kind) {
    case 'succeeded':
    case 'idle':
      return { kind: 'rolled-back', serving: to, reason }
    case 'superseded':
      return { ...result, stateWhenSuperseded: 'rolling-back' }
    case 'cancelled':
    case 'unknown':
      return result
    // By ECS, to the revision whose verification failed.
    case 'rolled-back':
    case 'failed':
    case 'timed-out':
    // Only where a watch may end early.
    case 'paused':
    case 'started':
      return failed
  }
}
