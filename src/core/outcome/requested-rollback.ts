/** What the watch of a rollback makes of a deployment that ECS would have kept. */
import { revisionName } from '../ecs/arn.js'
import type { ServicePlan } from '../plan/plan.js'
import { runningText } from '../watch/progress/task-counts.js'
import type { TimelineEntry } from '../watch/timeline-event.js'
import type { Tracked } from '../watch/tracked-deployment.js'
import type { WatchResult } from '../watch/watch-result.js'
import type { RollbackAttempt } from './rollback-attempt.js'
import type { Watched } from './watched.js'

/** ARN, of a revision that is known to have served. */
export function rollbackTarget(
  {
    completedBefore,
    previous,
    taskDefinition,
  }: Pick<Tracked, 'completedBefore' | 'previous' | 'taskDefinition'>,
  { observed }: Pick<ServicePlan, 'observed'>,
): string | undefined {
  const hasServed = observed.service.deployments.some(
    one => one.taskDefinition === previous && one.rolloutState === 'COMPLETED',
  )
  return completedBefore && hasServed && previous !== taskDefinition ? previous : undefined
}

export interface RequestedRollback {
  readonly begunAt: number
  /** ARN */
  readonly to: string
  /** `the verification failed` */
  readonly failure: string
  /** of the outcome */
  readonly reason: string | undefined
}

/** `failed`: what it is if the rollback does not succeed; `back`: what the watch of the rollback found. */
export function withRollback(failed: Watched, back: Watched, request: RequestedRollback): Watched {
  const { begunAt, failure, to } = request
  const { rollout } = failed
  const { desiredCount, endedAt, serviceDeploymentArn, serving, timeline, tracked } = back.rollout
  const began: TimelineEntry = {
    at: begunAt,
    text: `${failure}: rolling back to ${revisionName(to)}`,
    event: { kind: 'rolling-back', to: revisionName(to) },
  }
  const result = resultOf(failed, back, request)
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
      broughtBackBy: isBack ? { serviceDeploymentArn, tracked } : undefined,
      rollback: isBack ? undefined : unfinished(back, to),
    },
  }
}

export function begunTo(to: string, { result }: Watched): RollbackAttempt {
  return { kind: 'begun', to, isTimedOut: result.kind === 'timed-out' }
}

export const completedAllTheSame: RollbackAttempt = {
  kind: 'not-sent',
  why: 'ECS completed it although it had accepted to stop it',
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

function unfinished({ rollout }: Watched, to: string): Watched['rollout']['rollback'] {
  const failed = rollout.tasks.filter(task => task.failed)
  return { to, failures: rollout.failures, causes: [], failed }
}

/** A rollback that ended well is one, whoever performed it; nothing else makes the failure green. */
function resultOf(
  { result: failed }: Watched,
  { result }: Watched,
  { reason, to }: RequestedRollback,
): WatchResult {
  switch (result.kind) {
    case 'succeeded':
    case 'idle':
      return { kind: 'rolled-back', serving: to, reason }
    case 'superseded':
      return { ...result, stateWhenSuperseded: 'rolling-back' }
    case 'cancelled':
    case 'unknown':
      return result
    // By ECS, to the revision that is to be taken back.
    case 'rolled-back':
    case 'failed':
    case 'timed-out':
    // Only where a watch may end early.
    case 'paused':
    case 'started':
      return failed
  }
}
