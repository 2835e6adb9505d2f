/** Healthy targets are counted, others listed. */

import { revisionName, shortenArns } from '../../core/ecs/arn.js'
import type {
  RevisionShare,
  TargetHealthSnapshot,
  TargetHealthSummary,
} from '../../core/resources/target-health.js'
import { revisionShares, summarizeTargetHealth } from '../../core/resources/target-health.js'
import { formatElapsed } from '../../core/text/duration.js'
import { code, cut, fold, plain, table } from '../markdown/markdown.js'
import type { Mark, Row } from './gantt.js'
import { most, omitted } from './plan-details.js'

export function healthyTargetRows(snapshots: readonly TargetHealthSnapshot[]): Row[] {
  const polls = summarizeTargetHealth(snapshots).filter(({ of, isOutage }) => of > 0 || isOutage)
  const marks = polls.map(
    (poll): Mark => ({
      label: share(total(poll.shares)),
      style: poll.isOutage ? 'crit' : 'plain',
      from: poll.at,
      to: undefined,
    }),
  )
  return marks.length > 0 ? [{ name: 'healthy targets', marks }] : []
}

function total(shares: readonly RevisionShare[]): Pick<TargetHealthSummary, 'healthy' | 'of'> {
  return {
    healthy: shares.reduce((sum, { healthy }) => sum + healthy, 0),
    of: shares.reduce((sum, { of }) => sum + of, 0),
  }
}

function share({ healthy, of }: Pick<TargetHealthSummary, 'healthy' | 'of'>): string {
  return `${healthy} of ${of}`
}

/** `web:8 0 of 2 · web:7 2 of 2` */
function byRevision(shares: readonly RevisionShare[]): string {
  const rest = shares.some(({ revision }) => revision !== undefined) ? 'others' : 'all revisions'
  const texts = shares.map(one => `${one.revision ? revisionName(one.revision) : rest} ${share(one)}`)
  return texts.join(' · ') || '0 of 0'
}

export function targetHealthParts(snapshots: readonly TargetHealthSnapshot[], startedAt: number): string[] {
  if (snapshots.every(({ targets }) => targets.length === 0)) return []
  return [fold('Target health', snapshots.map(snapshot => snapshotText(snapshot, startedAt)).join('\n\n'))]
}

function snapshotText(snapshot: TargetHealthSnapshot, startedAt: number): string {
  const { at, group, targets } = snapshot
  const others = targets.filter(({ state }) => state !== 'healthy')
  const shares = revisionShares(targets)
  const gone = targets.length - shares.reduce((sum, { of }) => sum + of, 0)
  const draining = gone > 0 ? `, ${gone} draining` : ''
  const title = `${code(shortenArns(group))} at ${formatElapsed(at - startedAt)}: ${plain(byRevision(shares))} healthy${draining}`
  if (others.length === 0) return title
  const rows = others
    .slice(0, most)
    .map(({ id, port, state, reason = '', description = '' }) => [
      code(port === undefined ? id : `${id}:${port}`),
      code(state),
      code(reason),
      plain(cut(description)),
    ])
  return `${title}\n\n${table(['target', 'state', 'reason', 'description'], rows)}${omitted(others.length)}`
}
