/** What was known before the deployment of a rollback that may not bring its tasks back. */
import type { Check } from '../checks/check.js'
import type { CheckId } from '../checks/checks.js'
import { type Notice, warning } from '../errors/notice.js'
import type { Plan } from '../plan/plan.js'
import type { ServiceResult } from './service-result.js'

const missingImage: CheckId = 'rollback-image'

export function rollbackNotices({ checks }: Plan, services: readonly ServiceResult[]): Notice[] {
  if (!services.some(mayRollBack)) return []
  return checks
    .filter(({ id, result }) => id === missingImage && result === 'warning')
    .map(check => warning(noticeText(check)))
}

/** Then a notice says what the check had found, and nothing else has to. */
export function isRepeated(check: Check, notices: readonly Notice[]): boolean {
  return notices.some(({ text }) => text === noticeText(check))
}

function noticeText({ id, next, text }: Check): string {
  return `${id}: ${text}. ${next}`
}

function mayRollBack(service: ServiceResult): boolean {
  if (service.kind !== 'ended') return false
  const { result } = service
  switch (result.kind) {
    case 'rolled-back':
    case 'failed':
      return true
    case 'timed-out':
    case 'cancelled':
      return result.rollback.kind === 'rollback-requested' || result.rollback.kind === 'rollback-unconfirmed'
    case 'superseded':
      return result.stateWhenSuperseded === 'rolling-back'
    case 'succeeded':
    case 'idle':
    case 'paused':
    case 'started':
    case 'unknown':
      return false
  }
}
