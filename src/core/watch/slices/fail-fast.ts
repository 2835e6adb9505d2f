import { type Notice, warning } from '../../errors/notice.js'
import type { StopResult } from '../watch-event.js'
import type { Polls } from './polls.js'

/** Polls in which the request may fail. */
export const maxTries = 5

const notStopped = 'fail-fast-after could not stop the deployment'
const unconfirmed = 'fail-fast-after requested the stop of the deployment, and ECS did not confirm it'

export interface FailFast {
  /** in this poll */
  readonly phase: 'initial' | 'reading-running' | 'stopping'
  readonly tries: number
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
  return { ...failFast, tries: maxTries, stopRequested: true, reason }
}

export function stopFailed(
  failFast: FailFast,
  { doubtful, final, why }: Extract<StopResult, { kind: 'not-stopped' }>,
): FailFast {
  const tries = final ? maxTries : failFast.tries
  if (tries < maxTries) return { ...failFast, tries, stopRequested: doubtful }
  const notice = warning(`${doubtful ? unconfirmed : notStopped}: ${why}.`)
  return { ...failFast, tries, stopRequested: doubtful, notices: [...failFast.notices, notice] }
}

export function failFastNotices(
  { lacksServiceDeployment, notices }: FailFast,
  { serviceDeploymentsDenied }: Polls,
): readonly Notice[] {
  if (!lacksServiceDeployment) return notices
  const why = serviceDeploymentsDenied ? 'could not be read' : 'was not found'
  return [...notices, warning(`${notStopped}: its service deployment ${why}.`)]
}
