import type { LogTail } from '../../core/diagnosis/log-tail.js'
import { parseArn, shortTask } from '../../core/ecs/arn.js'
import { logLink } from '../markdown/console-links.js'
import { code, fence, link, plain } from '../markdown/markdown.js'

/** `serviceArn` gives the partition of the links. */
export function logTails(tails: readonly LogTail[], serviceArn: string): string {
  return tails.map(tail => logTail(tail, serviceArn)).join('\n\n')
}

function logTail({ task, container, location, log }: LogTail, serviceArn: string): string {
  const title = `${code(container)} of task ${code(shortTask(task))}`
  if (log.kind === 'unavailable') return `${title}: ${plain(log.why)}`
  const url =
    location &&
    logLink(
      serviceArn,
      location.region || (parseArn(serviceArn)?.region ?? ''),
      location.group,
      location.stream,
    )
  const where = location ? ` ${link(location.group, url)}` : ''
  return `${title}${where}\n\n${fence(log.lines.length > 0 ? log.lines : ['(nothing)'])}`
}
