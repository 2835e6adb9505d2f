import { shortenEveryArn } from '../ecs/arn.js'
import { shortenImages } from '../task-definition/image.js'
import { shorten } from '../text/truncate.js'
import type { FailureEvidence } from './evidence.js'

/** characters */
const longestReason = 200

export function shortReason(text: string): string {
  // AWS names the cause at the end.
  return shorten(shortenImages(shortenEveryArn(text)), longestReason)
}

/** Without the name of the error: the class says the same. */
export function reasonText(reason: string): string {
  return shortReason(reason.replace(errorNames, ''))
}

const errorNames = /^(?:(?:Cannot\w+|ResourceInitializationError|OutOfMemoryError|TaskFailedToStart): )+/

/** `could not start`, with ECS's words if there is no `detail` */
export function describeStart({ failure }: FailureEvidence, detail: string | undefined): string {
  return `could not start${detail ? '' : `: ${reasonText(failure.reason)}`}`
}

export function describeByReason({ failure }: FailureEvidence): string {
  const { stopCode, reason, container, exitCode } = failure
  const what = stopCode === 'TaskFailedToStart' ? 'could not start' : 'ended'
  const exit = exitCode === undefined ? '' : `; ${container ?? 'a container'} exited with code ${exitCode}`
  return `${what}: ${reasonText(reason)}${exit}`
}
