/** The rows of the picture that show what ECS, its users and we decided of a rollout, and when. */
import { revisionName } from '../../core/ecs/arn.js'
import { isUnplaced } from '../../core/ecs/event-text.js'
import type { Interruption, Rollout } from '../../core/outcome/outcome.js'
import type { Ending } from '../../core/watch/evaluate.js'
import type { Happening, News } from '../../core/watch/timeline-event.js'
import type { Mark, Row } from './gantt.js'

export function deploymentRow({ happenings, registered, tracked, endedAt }: Rollout): Row {
  const back = firstOf(happenings, 'rolling-back')
  const ours = `rolling out ${revisionName(registered.arn)}`
  const until = back?.at ?? endOf(happenings, endedAt)
  const out: Mark = { label: ours, short: 'rollout', look: 'active', from: tracked.startedAt, to: until }
  if (!back) return { name: 'deployment', marks: [out] }
  const label = back.news.to ? `rolling back to ${back.news.to}` : 'rolling back'
  const to = endOf(happenings, endedAt)
  return { name: 'deployment', marks: [out, { label, short: 'rollback', look: 'crit', from: back.at, to }] }
}

/** What is empty is left out. */
export function decisionRows({ happenings, endedAt }: Rollout): Row[] {
  const end = firstOf(happenings, 'rolling-back')?.at ?? endOf(happenings, endedAt)
  return [
    { name: 'placement', marks: placement(happenings, end) },
    { name: 'stage', marks: stages(happenings, end) },
    { name: 'hook', marks: hooks(happenings, end) },
    { name: 'breaker', marks: happenings.flatMap(count) },
    { name: 'alarm', marks: happenings.flatMap(alarm) },
    { name: 'stop', marks: happenings.flatMap(stop) },
  ].filter(({ marks }) => marks.length > 0)
}

export function endRow({ happenings, endedAt, serving }: Rollout, ending: Ending | Interruption): Row {
  return { name: 'end', marks: [{ ...endMark(ending, serving), from: endOf(happenings, endedAt) }] }
}

function endMark(ending: Ending | Interruption, serving: string | undefined): Pick<Mark, 'label' | 'look'> {
  switch (ending.kind) {
    case 'succeeded':
      return { label: 'completed', look: 'plain' }
    case 'idle':
      return { label: 'completed without a task', look: 'plain' }
    case 'rolled-back':
      return { label: backLabel(revisionName(ending.serving), serving !== undefined), look: 'plain' }
    case 'superseded':
      return { label: `${revisionName(ending.by.taskDefinition)} took over`, look: 'crit' }
    case 'failed':
      return { label: 'failed', look: 'crit' }
    case 'unknown':
      return { label: 'lost from sight', look: 'crit' }
    case 'timed-out':
      return { label: `the time is up${requested(ending)}`, look: 'crit' }
    case 'cancelled':
      return { label: `cancelled${requested(ending)}`, look: 'crit' }
  }
}

function backLabel(revision: string, serves: boolean): string {
  return serves ? `${revision} serves` : `back to ${revision}`
}

function requested({ aftermath }: Interruption): string {
  return aftermath.kind === 'rollback-requested' ? ', rollback requested' : ''
}

/** From the first task without room to the first that was started after the last such. */
function placement(happenings: readonly Happening[], end: number): Mark[] {
  const first = firstOf(happenings, 'unplaced')
  if (!first) return []
  const last = happenings.findLastIndex(
    ({ news }) => news?.kind === 'unplaced' || (news?.kind === 'again' && isUnplaced(news.of)),
  )
  const to = firstOf(happenings.slice(last + 1), 'started')?.at ?? end
  return [{ label: 'could not place a task', short: 'no room', look: 'crit', from: first.at, to }]
}

/** One after the other; the shares of traffic within a stage are in the timeline. */
function stages(happenings: readonly Happening[], end: number): Mark[] {
  const told = happenings.flatMap(({ at, news }) => (news?.kind === 'stage' ? { at, stage: news.stage } : []))
  const entered = told.filter(({ stage }, nth) => stage !== told[nth - 1]?.stage)
  return entered.map(({ at, stage }, nth) => ({
    label: stage,
    look: 'plain',
    from: at,
    to: Math.max(at, entered[nth + 1]?.at ?? end),
  }))
}

/** A hook that waits does so until there is news of one. */
function hooks(happenings: readonly Happening[], end: number): Mark[] {
  const told = happenings.flatMap(({ at, news }) =>
    news?.kind === 'hook' ? { at, status: news.status } : [],
  )
  return told.map(({ at, status }, nth) => {
    if (status !== 'waiting')
      return { label: status, look: status === 'continued' ? 'plain' : 'crit', from: at }
    const to = told[nth + 1]?.at ?? end
    return { label: 'waits for somebody', short: 'waits', look: 'active', from: at, to }
  })
}

/** The count of the circuit breaker. */
function count({ at, news }: Happening): Mark[] {
  if (news?.kind === 'breaker') {
    const of = news.threshold === undefined ? '' : ` of ${news.threshold}`
    return [{ label: `${news.failures}${of}`, short: `${news.failures}`, look: 'plain', from: at }]
  }
  if (news?.kind !== 'tripped') return []
  return [{ label: `${news.failures} of ${news.threshold}, tripped`, look: 'crit', from: at }]
}

function alarm({ at, news }: Happening): Mark[] {
  if (news?.kind !== 'alarm') return []
  return [{ label: `${news.names.join(', ')} went off`, look: 'crit', from: at }]
}

function stop({ at, news }: Happening): Mark[] {
  if (news?.kind === 'stopped-early') return [{ label: 'stopped early', look: 'crit', from: at }]
  return news?.kind === 'stopping' ? [{ label: 'stop requested', look: 'crit', from: at }] : []
}

type Found<K extends News['kind']> = Happening & { readonly news: Extract<News, { kind: K }> }

function firstOf<K extends News['kind']>(happenings: readonly Happening[], kind: K): Found<K> | undefined {
  return happenings.find((happening): happening is Found<K> => happening.news?.kind === kind)
}

/** When it was decided; where it was not, when the watch ended. */
function endOf(happenings: readonly Happening[], endedAt: number): number {
  return firstOf(happenings, 'ended')?.at ?? endedAt
}
