/** What the load balancer said of the targets: the healthy ones counted, the others one by one. */

import { shortenArns } from '../core/arn.js'
import { elapsed } from '../core/elapsed.js'
import type { TargetsSeen } from '../core/surroundings/target-health.js'
import { healthyTargets, isWithoutHealthy, outages } from '../core/surroundings/target-health.js'
import type { Mark, Row } from './gantt.js'
import { code, cut, fold, plain, table } from './markdown.js'
import { leftOut, most } from './plan-details.js'

/** `No healthy target was seen at 1:23 (0 of 4).`: nobody answered then, whatever serves now. */
export function outageParts(seen: readonly TargetsSeen[], startedAt: number): string[] {
  const moments = outages(seen).map(look => `${elapsed(look.at - startedAt)} (${share(look)})`)
  return moments.length > 0 ? [`⚠️ No healthy target was seen at ${moments.join(' and at ')}.`] : []
}

/** One row for each target group, with a milestone for each look at it. */
export function healthyTargetRows(seen: readonly TargetsSeen[]): Row[] {
  const groups = [...new Set(seen.map(({ group }) => group))]
  return groups.map(group => ({
    name: groups.length === 1 ? 'healthy targets' : `healthy ${shortenArns(group)}`,
    marks: seen.filter(look => look.group === group).map(mark),
  }))
}

function mark(look: TargetsSeen): Mark {
  const { healthy } = healthyTargets(look)
  return {
    label: share(look),
    short: `${healthy}`,
    look: isWithoutHealthy(look) ? 'crit' : 'plain',
    from: look.at,
  }
}

function share(look: TargetsSeen): string {
  const { healthy, of } = healthyTargets(look)
  return `${healthy} of ${of}`
}

export function targetHealthParts(seen: readonly TargetsSeen[], startedAt: number): string[] {
  if (seen.every(({ targets }) => targets.length === 0)) return []
  return [fold('Target health', seen.map(one => look(one, startedAt)).join('\n\n'))]
}

function look(seen: TargetsSeen, startedAt: number): string {
  const { at, group, targets } = seen
  const others = targets.filter(({ state }) => state !== 'healthy')
  const gone = targets.length - healthyTargets(seen).of
  const draining = gone > 0 ? `, ${gone} draining` : ''
  const title = `${code(shortenArns(group))} at ${elapsed(at - startedAt)}: ${share(seen)} healthy${draining}`
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
