/**
 * What changed between two looks, as lines for a person who waits: service events in order, failed tasks, and facts
 * that are other ones now. Nothing is said twice, and no minute passes in silence.
 */
import { shortTask } from '../arn.js'
import { failureOf } from '../diagnosis/failure-group.js'
import { elapsed } from '../elapsed.js'
import { eventTexts, isHealthOf } from '../service/event-text.js'
import type { Service } from '../service/service.js'
import type { Task } from '../service/task.js'
import { isFailed } from '../service/task.js'
import { type Fact, facts } from './facts.js'
import { longestSilence } from './pace.js'
import type { Sight, Tracked } from './tracked.js'
import type { Verdict } from './verdict.js'

/** One line of the story, with its moment. */
export interface Happening {
  readonly at: number
  readonly text: string
}

/** What has been said already. */
export interface Told {
  readonly events: ReadonlySet<string>
  readonly failed: ReadonlySet<string>
  readonly facts: ReadonlyMap<string, string>
  /** when the last piece of news was told, and the last line at all */
  readonly changedAt: number
  readonly lastAt: number
}

export function nothingTold(tracked: Tracked, eventsBefore: readonly string[]): Told {
  return {
    events: new Set(eventsBefore),
    failed: new Set(),
    facts: new Map(),
    changedAt: tracked.startedAt,
    lastAt: tracked.startedAt,
  }
}

export interface Telling {
  readonly happenings: readonly Happening[]
  readonly told: Told
}

/** The lines that this look adds. `tasks` are those of our deployment that were seen to stop. */
export function tell(
  tracked: Tracked,
  told: Told,
  sight: Sight,
  verdict: Verdict,
  tasks: readonly Task[],
): Telling {
  const { service, at } = sight
  if (service === 'missing') return { happenings: [], told }

  const events = service.events.filter(event => !told.events.has(event.id)).reverse()
  const failed = tasks.filter(task => isFailed(task) && !told.failed.has(task.arn))
  const current = facts({ ...sight, tracked, service, verdict })
  const changed = current.filter(({ about, text }) => text !== '' && told.facts.get(about) !== text)
  const news = [
    ...eventTexts(events.filter(event => !isHealthOf(event, failed))),
    ...failed.map(task => failureText(service, task)),
    ...changed.map(({ text }) => text),
  ]
  // A look without the service deployment is a gap: what it told before still stands.
  const isKept = ({ text }: Fact) => text !== '' || sight.serviceDeployment !== undefined
  const silent = news.length === 0 && at - told.lastAt >= longestSilence && verdict.kind === 'watching'
  const lines = silent ? [`no change for ${elapsed(at - told.changedAt)}`] : news
  return {
    happenings: lines.map(text => ({ at, text })),
    told: {
      events: new Set([...told.events, ...events.map(event => event.id)]),
      failed: new Set([...told.failed, ...failed.map(task => task.arn)]),
      facts: new Map([
        ...told.facts,
        ...current.filter(isKept).map(({ about, text }) => [about, text] as const),
      ]),
      changedAt: news.length > 0 ? at : told.changedAt,
      lastAt: lines.length > 0 ? at : told.lastAt,
    },
  }
}

function failureText(service: Service, task: Task): string {
  const { reason, container, exitCode } = failureOf(task, service.events)
  const exit = exitCode === undefined ? '' : `, ${container} ended with exit code ${exitCode}`
  return `task ${shortTask(task.arn)} failed: ${reason}${exit}`
}
