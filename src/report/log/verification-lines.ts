import type { UrlOptions } from '../../core/options/verify-options.js'
import type { UrlResult, VerificationResult } from '../../core/outcome/verification-result.js'
import type { Plan } from '../../core/plan/plan.js'
import { redact } from '../../core/redaction/redact.js'
import { formatElapsed } from '../../core/text/duration.js'
import { enumerate } from '../../core/text/enumerate.js'
import { truncate } from '../../core/text/truncate.js'
import { shownUrl } from '../../core/verification/shown-url.js'
import { plannedTaskText, type RegisteredRevisions, taskText } from './task-lines.js'

/** `GET https://web.example.com/version: 200 with "9be21c4", 3 times in a row within 120 s, 5 s apart` */
export function plannedVerificationText(plan: Plan, registered?: RegisteredRevisions): string | undefined {
  const { verification } = plan
  if (!verification) return undefined
  const task = plannedTaskText({ ...plan, task: verification.task }, registered)
  const parts = [
    ...(verification.url ? [urlText(verification.url)] : []),
    ...(task === undefined ? [] : [`task ${task}`]),
  ]
  const back = verification.onFailure === 'rollback' ? ', else back to what served before' : ''
  return `${parts.join('; then ')}${back}`
}

function urlText({ contains, forSeconds, intervalSeconds, status, successes, url }: UrlOptions): string {
  const text = contains === undefined ? '' : ` with "${truncate(redact(contains, []), longestText)}"`
  const times = successes === 1 ? 'once' : `${successes} times in a row`
  return `GET ${shownUrl(url)}: ${status}${text}, ${times} within ${forSeconds} s, ${intervalSeconds} s apart`
}

/** characters */
const longestText = 60

/** The last line of its group. */
export function verificationLine(result: VerificationResult): string {
  const mark = result.kind === 'verified' ? '✓' : '✗'
  return `  ${mark} ${verificationText(result)}`
}

/** `verified by https://web.example.com/version: 4 requests in 0:15` */
export function verificationText(result: VerificationResult): string {
  switch (result.kind) {
    case 'verified':
      return `verified by ${enumerate([...(result.url ? [requestsText(result.url)] : []), ...(result.task ? [taskText(result.task)] : [])])}`
    case 'failed':
      return `the verification failed: ${result.reason}`
    case 'cancelled':
    case 'superseded':
    case 'skipped':
      return `not verified, because ${result.reason}`
  }
}

function requestsText({ requests, took, url }: UrlResult): string {
  return `${url} (${requests} ${requests === 1 ? 'request' : 'requests'} in ${formatElapsed(took)})`
}
