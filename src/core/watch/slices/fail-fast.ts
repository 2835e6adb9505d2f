import { maxRefusals } from '../../errors/api-error.js'
import { type Notice, warning } from '../../errors/notice.js'
import type { StopResult } from '../watch-event.js'
import type { Polls } from './polls.js'

/** Polls in which the request may fail. */
export const maxTries = 5

const notStopped = 'fail-fast-after could not stop the deployment'
const unconfirmed = 'fail-fast-after requested a stop of the deployment, but ECS did not confirm it'

export interface FailFast {
  /** in this poll */
  readonly phase: 'initial' | 'reading-running' | 'stopping'
  readonly tries: number
  /** of these tries */
  readonly refusals: number
  /** not refused so far */
  readonly stopRequested: boolean
  /** of the confirmed stop */
  readonly reason: string | undefined
  /** a stop was due, but the service deployment is not known */
  readonly lacksServiceDeployment: boolean
  readonly notices: readonly Notice[]
}

export const noFailFast: FailFast = {
  phase: 'initial',
  tries: 0,
  refusals: 0,
  stopRequested: false,
  reason: undefined,
  lacksServiceDeployment: false,
  notices: [],
}

export function stopping(failFast: FailFast): FailFast {
  return {
    ...failFast,
    phase: 'stopping',
    lacksServiceDeployment: false,
    tries: failFast.tries + 1,
    stopRequested: true,
  }
}

export function stopConfirmed(failFast: FailFast, reason: string): FailFast {
  return { ...failFast, tries: maxTries, stopRequested: true, reason, notices: [] }
}

export function stopFailed(
  failFast: FailFast,
  { doubtful, refused, why }: Extract<StopResult, { kind: 'not-stopped' }>,
): FailFast {
  const refusals = refused ? failFast.refusals + 1 : failFast.refusals
  const tries = refusals >= maxRefusals ? maxTries : failFast.tries
  const after = { ...failFast, tries, refusals, stopRequested: doubtful }
  if (tries < maxTries && !refused) return after
  return { ...after, notices: [warning(`${doubtful ? unconfirmed : notStopped}: ${why}.`)] }
}

export function failFastNotices(
  { lacksServiceDeployment, notices }: FailFast,
  { serviceDeploymentsDenied }: Polls,
): readonly Notice[] {
  if (!lacksServiceDeployment) return notices
  const why = serviceDeploymentsDenied ? 'could not be read' : 'was not found'
  return [...notices, warning(`${notStopped}: its service deployment ${why}.`)]
}
