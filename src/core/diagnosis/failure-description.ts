/**
 * What happened to the tasks of one group, in plain words that follow their number: `3 of 3 failed tasks of web:8` …
 * `failed the load balancer health check (404 on GET :5001/health)`. ECS's own words where nothing better is known.
 */
import { shortenEveryArn } from '../ecs/arn.js'
import { shortImage } from '../task-definition/image.js'
import { text } from '../text/json.js'
import { truncate } from '../text/truncate.js'
import { containerOf } from './container.js'
import type { FailureEvidence } from './explanation.js'
import type { FailureGroup } from './failure-group.js'
import { explainExit } from './failure-group.js'
import { parseHealthCheckFailure } from './health-check-failure.js'

/** `insight`: what is said beside it. Where there is none, ECS's words have to do. */
export function description(evidence: FailureEvidence, detail: string | undefined): string {
  const { group, definition } = evidence
  const words = detail ? '' : `: ${ownWords(group.reason)}`
  switch (group.failureClass) {
    case 'health-check':
      return healthText(evidence)
    case 'container-exit':
      return `ended because ${exitText(group)}`
    case 'out-of-memory':
      return `ended because ${group.container ?? 'a container'} ran out of memory`
    case 'image-pull': {
      const image = text(containerOf(definition, group.container)?.image)
      return `could not pull ${image ? shortImage(image) : 'an image'}${words}`
    }
    case 'resource-initialization':
      return `could not start${words}`
    default:
      return `${group.stopCode === 'TaskFailedToStart' ? 'could not start' : 'ended'}: ${ownWords(group.reason)}${exitCodeText(group)}`
  }
}

function healthText({ group: { reason }, definition, targetGroups }: FailureEvidence): string {
  if (/container health checks/i.test(reason)) return 'failed the container health check'
  const { group, text: asked, answer, codes } = parseHealthCheckFailure(reason, definition, targetGroups)
  const failed = 'failed the load balancer health check'
  if (!asked) return group ? `${failed} of target group ${group}` : failed
  if (codes) return `${failed} (${codes} on ${asked})`
  if (/timed? ?out/i.test(answer ?? '')) return `${failed} (no answer in time on ${asked})`
  const words = !answer || /^health checks failed$/i.test(answer) ? '' : `: ${shortened(answer)}`
  return `${failed} (${asked}${words})`
}

/** `app exited with code 137 (killed, SIGKILL)` */
function exitText({ container = 'an essential container', exitCode, reason }: FailureGroup): string {
  const meaning = exitCode === undefined ? undefined : explainExit(exitCode)
  const code = exitCode === undefined ? '' : ` with code ${exitCode}${meaning ? ` (${meaning})` : ''}`
  const isTold = /^essential container in task exited$/i.test(reason)
  return `${container} exited${code}${isTold ? '' : `: ${ownWords(reason)}`}`
}

function exitCodeText({ container, exitCode }: FailureGroup): string {
  return exitCode === undefined ? '' : `; ${container ?? 'a container'} exited with code ${exitCode}`
}

/** A reason without the name of the error that begins it, which repeats the class. */
function ownWords(reason: string): string {
  return shortened(reason.replace(/^(?:CannotPull\w*|ResourceInitializationError|OutOfMemoryError): /, ''))
}

/** The most characters of ECS's words in a sentence; all of them stand in the evidence. */
const longest = 200

function shortened(words: string): string {
  return truncate(shortenEveryArn(words), longest)
}
