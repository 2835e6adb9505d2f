import type { LogStream, LogTail } from '../../core/diagnosis/log-tail.js'
import { parseArn, shortTask } from '../../core/ecs/arn.js'
import { logLink } from '../../core/ecs/console-links.js'
import { code, fence, link, plain } from '../markdown/markdown.js'

/** `serviceArn` gives the partition of the links. */
export function logTails(tails: readonly LogTail[], serviceArn: string): string {
  return tails.map(tail => logTail(tail, serviceArn)).join('\n\n')
}

function logTail({ task, container, location, log }: LogTail, serviceArn: string): string {
  const title = `${code(container)} of task ${code(shortTask(task))}`
  if (log.kind === 'unavailable') return `${title}: ${plain(log.why)}`
  const where = location ? ` ${locationLink(location, serviceArn)}` : ''
  return `${title}${where}\n\n${fence(log.lines.length > 0 ? log.lines : ['(nothing)'])}`
}

function locationLink({ group, stream, region }: LogStream, serviceArn: string): string {
  const ownRegion = parseArn(serviceArn)?.region ?? ''
  return link(group, logLink(serviceArn, { group, stream, region: region || ownRegion }))
}
