/** What the load balancer said of the targets: the healthy ones counted, the others one by one. */

import { shortenArns } from '../core/arn.js'
import { elapsed } from '../core/elapsed.js'
import type { TargetsSeen } from '../core/surroundings/target-health.js'
import { code, cut, fold, plain, table } from './markdown.js'
import { leftOut, most } from './plan-details.js'

export function targetHealthParts(seen: readonly TargetsSeen[], startedAt: number): string[] {
  if (seen.every(({ targets }) => targets.length === 0)) return []
  return [fold('Target health', seen.map(one => look(one, startedAt)).join('\n\n'))]
}

function look({ at, group, targets }: TargetsSeen, startedAt: number): string {
  const others = targets.filter(({ state }) => state !== 'healthy')
  const healthy = targets.length - others.length
  const title = `${code(shortenArns(group))} at ${elapsed(at - startedAt)}: ${healthy} of ${targets.length} healthy`
  if (others.length === 0) return title
  const rows = others
    .slice(0, most)
    .map(({ id, port, state, reason = '', description = '' }) => [
      code(port === undefined ? id : `${id}:${port}`),
      code(state),
      code(reason),
      plain(cut(description)),
    ])
  return `${title}\n\n${table(['target', 'state', 'reason', 'description'], rows)}${leftOut(others.length)}`
}
