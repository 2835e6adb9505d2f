/**
 * What changed between two looks, as lines for a person who waits: failed tasks, what ECS says and decides, tasks that
 * come and go, counts. Nothing is said twice, and no minute passes in silence.
 */

import type { Task } from '../ecs/task.js'
import { isFailed } from '../ecs/task.js'
import { elapsed } from '../text/duration.js'
import type { Verdict } from './evaluate.js'
import { count, hear, type Repeats } from './event-lines.js'
import { type FailureLine, type FailuresTold, failureLines, noFailures } from './failure-lines.js'
import type { Line } from './line.js'
import { longestSilence } from './pace.js'
import { type Fact, facts } from './status-lines.js'
import type { Happening, News } from './timeline-event.js'
import type { Sight, Tracked } from './tracked-deployment.js'

/** What has been said already. */
export interface Told {
  readonly events: ReadonlySet<string>
  readonly repeats: Repeats
  readonly failed: ReadonlySet<string>
  readonly failures: FailuresTold
  readonly facts: ReadonlyMap<string, string>
  readonly news: ReadonlySet<News['kind']>
  /** when the last piece of news was told, and the last line at all */
  readonly changedAt: number
  readonly lastAt: number
}

export function nothingTold(tracked: Tracked, eventsBefore: readonly string[]): Told {
  return {
    events: new Set(eventsBefore),
    repeats: new Map(),
    failed: new Set(),
    failures: noFailures,
    facts: new Map(),
    news: new Set(),
    changedAt: tracked.startedAt,
    lastAt: tracked.startedAt,
  }
}

export interface Telling {
  readonly happenings: readonly Happening[]
  readonly told: Told
}

/**
 * The lines that this look adds. `tasks` are those of our deployment that were seen to stop; `clean` takes secrets out
 * of a text before a part of it is told.
 */
export function tell(
  tracked: Tracked,
  told: Told,
  sight: Sight,
  verdict: Verdict,
  tasks: readonly Task[],
  clean: (text: string) => string = text => text,
): Telling {
  const { service, at } = sight
  if (service === 'missing') return { happenings: [], told }

  const failed = tasks.filter(isFailed)
  const failing = failed.filter(({ arn }) => !told.failed.has(arn))
  const failures = failureLines(failing, service.events, told.failures, {
    noticedAt: at,
    startedAt: tracked.startedAt,
  })
  const current = facts({ ...sight, tracked, service, verdict })
  const changed = current
    .filter(({ about, text }) => text !== '' && told.facts.get(about) !== text)
    // Where the service deployment cannot be read for a while, the classic view goes on counting.
    .filter(({ about }) => about !== 'breaker' || !told.news.has('tripped'))
  const events = service.events.filter(({ id }) => !told.events.has(id)).reverse()
  const heard = hear(events, told.repeats, {
    at,
    service,
    tracked,
    stopped: tasks,
    failed,
    failing,
    clean,
    known: new Set([...told.news, ...kindsOf(changed)]),
    ended: verdict.kind === 'decided' ? verdict.ending.kind : undefined,
  })
  const counts = changed.filter(({ about }) => about === 'counts')
  const decisions = changed.filter(fact => !counts.includes(fact))
  const news = [
    ...heard.lines,
    ...withCount(failures.lines, decisions),
    ...joined([...heard.routine, ...counts]),
  ]
  // A look without the service deployment is a gap: what it told before still stands.
  const isKept = ({ text }: Fact) => text !== '' || sight.serviceDeployment !== undefined
  const silent = news.length === 0 && at - told.lastAt >= longestSilence && verdict.kind === 'watching'
  const lines: readonly Line[] = silent
    ? [{ text: `no change for ${elapsed(at - told.changedAt)}`, news: { kind: 'no-change' } }]
    : news
  return {
    happenings: lines.map(({ text, news }) => ({ at, text, ...(news ? { news } : {}) })),
    told: {
      events: new Set([...told.events, ...events.map(event => event.id)]),
      repeats: heard.repeats,
      failed: new Set([...told.failed, ...failed.map(task => task.arn)]),
      failures: failures.told,
      facts: new Map([
        ...told.facts,
        ...current.filter(isKept).map(({ about, text }) => [about, text] as const),
      ]),
      news: new Set([...told.news, ...kindsOf(lines)]),
      changedAt: news.length > 0 ? at : told.changedAt,
      lastAt: lines.length > 0 ? at : told.lastAt,
    },
  }
}

/** What is left to tell when no look comes any more: the last counts of what was said again and again. */
export function tellRest(told: Told, at: number): Telling {
  const { lines, repeats } = count(told.repeats, at, 0)
  return {
    happenings: lines.map(line => ({ at, ...line })),
    told: { ...told, repeats, lastAt: lines.length > 0 ? at : told.lastAt },
  }
}

/** Something that was said beside the looks. */
export function alsoTold(told: Told, { at, news }: Happening): Told {
  return { ...told, news: new Set([...told.news, ...kindsOf([news ? { news } : {}])]), lastAt: at }
}

function kindsOf(lines: readonly Pick<Line, 'news'>[]): News['kind'][] {
  return lines.flatMap(({ news }) => news?.kind ?? [])
}

/** The failures, and then the facts; a count that they moved stands behind the last of them. */
function withCount(failures: readonly FailureLine[], decisions: readonly Fact[]): Line[] {
  const last = failures.at(-1)
  const count = decisions.find(({ about }) => about === 'breaker')
  const { news } = count ?? {}
  const isCount = news?.kind === 'tripped' || (news?.kind === 'breaker' && news.threshold !== undefined)
  if (!last || !news || !isCount) return [...failures.map(bracketed), ...decisions]
  const trip = news.kind === 'tripped' ? ': circuit breaker tripped' : ''
  const asides = [...last.asides, `breaker ${news.failures} of ${news.threshold}`]
  const { text } = bracketed({ ...last, asides })
  const others = failures.slice(0, -1).map(bracketed)
  return [...others, { text: `${text}${trip}`, news }, ...decisions.filter(fact => fact !== count)]
}

function bracketed({ text, asides }: FailureLine): Line {
  return { text: asides.length > 0 ? `${text} (${asides.join('; ')})` : text }
}

/** Tasks that came or went and the counts that show it are one line. */
function joined(lines: readonly Line[]): Line[] {
  const [first] = lines
  if (!first) return []
  const text = lines.map(({ text }) => text).join('; ')
  return [first.news ? { text, news: first.news } : { text }]
}
