/** What changed between two polls, as lines. When nothing changes, a line says what the deployment waits for. */

import { hasFailedRollback } from '../../ecs/event-text.js'
import { primaryOf, type Service } from '../../ecs/service.js'
import type { Task } from '../../ecs/task.js'
import { isFailed } from '../../ecs/task.js'
import type { Verdict } from '../evaluation/evaluation.js'
import { interruptions } from '../interruptions.js'
import type { Line, TimelineEntry } from '../timeline-event.js'
import type { Snapshot, Tracked } from '../tracked-deployment.js'
import { countTasks, type Wait } from '../waits/wait.js'
import { eventLines } from './event-lines.js'
import { type FailureLine, failureLines } from './failure-lines.js'
import { kindsOf, type ProgressState } from './progress-state.js'
import { repeatedLines } from './repeated-events.js'
import { type StatusLine, statusLines } from './status-lines.js'

export interface ProgressUpdate {
  readonly timeline: readonly TimelineEntry[]
  readonly state: ProgressState
}

export interface PollReport {
  readonly tracked: Tracked
  readonly snapshot: Snapshot
  readonly verdict: Verdict
  readonly stopped: readonly Task[]
  /** tasks of a rollback in progress */
  readonly rollbackFailed: readonly Task[]
  readonly wait: Wait | undefined
  /** some container has a health check */
  readonly checksContainers: boolean
  /** of the deployment, in the AWS console */
  readonly page: string | undefined
  /** redacts; must come before shortening */
  readonly hide: (text: string) => string
}

export function progressUpdate(state: ProgressState, report: PollReport): ProgressUpdate {
  const { at, service } = report.snapshot
  if (service === 'missing') return { timeline: [], state }
  const { lines: newLines, ...reported } = changesOf(state, report, service)
  const waiting = newLines.length > 0 ? undefined : waitLine(state, report)
  const lines = waiting ? [waiting] : newLines
  return {
    timeline: lines.map(({ text, event, request }) => ({ at, text, event, request })),
    state: {
      ...reported,
      eventKinds: new Set([...state.eventKinds, ...kindsOf(lines)]),
      lastAt: lines.length > 0 ? at : state.lastAt,
      waits: waiting && report.wait ? new Set([...state.waits, report.wait.object]) : state.waits,
    },
  }
}

type Changes = Pick<
  ProgressState,
  'events' | 'repeats' | 'stopped' | 'failures' | 'rollbackFailures' | 'statusTexts'
> & {
  readonly lines: readonly Line[]
}

function changesOf(state: ProgressState, report: PollReport, service: Service): Changes {
  const { checksContainers, hide, page, rollbackFailed, snapshot, stopped, tracked, verdict } = report
  const { at, serviceDeployment } = snapshot
  const failed = stopped.filter(isFailed)
  const failing = failed.filter(({ arn }) => !state.stopped.has(arn))
  const status = statusLines({
    tracked,
    service,
    serviceDeployment,
    verdict,
    checksContainers,
    page,
  })
  const changed = status.filter(line => isChanged(line, state))
  const failingBack = rollbackFailed.filter(({ arn }) => !state.stopped.has(arn))
  const context = { events: service.events, noticedAt: at, startedAt: tracked.startedAt, of: undefined }
  const failures = failureLines(failing, state.failures, context)
  const of = primaryOf(service)?.taskDefinition
  const backFailures = failureLines(failingBack, state.rollbackFailures, { ...context, of })
  const stops = stopped.filter(({ arn }) => !state.stopped.has(arn))
  const newEvents = service.events.filter(({ id }) => !state.events.has(id)).reverse()
  const events = eventLines(newEvents, state.repeats, {
    at,
    service,
    tracked,
    stopped,
    failed: [...failed, ...rollbackFailed],
    failing: [...failing, ...failingBack],
    hide,
    known: new Set([...state.eventKinds, ...kindsOf(changed)]),
    result: verdict.kind === 'decided' ? verdict.result.kind : undefined,
  })
  const counts = changed.filter(({ topic }) => topic === 'counts')
  const consequences = events.lines.filter(({ text }) => hasFailedRollback(text))
  const decisions = changed.filter(({ topic }) => topic !== 'counts')
  return {
    lines: [
      ...events.lines.filter(line => !consequences.includes(line)),
      ...interruptionLines(stops),
      ...beforeEnd(consequences, withBreakerCount(failures.lines, decisions)),
      ...backFailures.lines.map(withDetails),
      ...join([...events.taskCounts, ...counts]),
    ],
    events: new Set([...state.events, ...newEvents.map(({ id }) => id)]),
    repeats: events.repeats,
    stopped: new Set([...state.stopped, ...[...stops, ...failingBack].map(({ arn }) => arn)]),
    failures: failures.reported,
    rollbackFailures: backFailures.reported,
    statusTexts: nextStatusTexts(state, status, snapshot),
  }
}

/** One poll can show the failure, the failed rollback that follows it, and the end. */
function beforeEnd(consequences: readonly Line[], lines: readonly Line[]): Line[] {
  const end = lines.findIndex(({ event }) => event?.kind === 'ended')
  const at = end < 0 ? lines.length : end
  return [...lines.slice(0, at), ...consequences, ...lines.slice(at)]
}

/** Events do not say it. */
function interruptionLines(stops: readonly Task[]): Line[] {
  return interruptions(stops.filter(task => !isFailed(task))).map(({ as, count }) => ({
    text: `${countTasks(count)} ${as}`,
  }))
}

/** The last counts of repeated texts, when no poll follows. */
export function flushProgress(state: ProgressState, at: number): ProgressUpdate {
  const { lines, repeats } = repeatedLines(state.repeats, { at, after: 0 })
  return {
    timeline: lines.map(line => ({ at, ...line })),
    state: { ...state, repeats, lastAt: lines.length > 0 ? at : state.lastAt },
  }
}

function isChanged({ topic, text }: StatusLine, { eventKinds, statusTexts }: ProgressState): boolean {
  if (text === '' || statusTexts.get(topic) === text) return false
  // After the trip the service may go on counting.
  return topic !== 'breaker' || !eventKinds.has('tripped')
}

/** Once, and then again only after a long time without any line. */
function waitLine(
  { lastAt, statusTexts, waits }: ProgressState,
  { snapshot: { at }, verdict, wait }: PollReport,
): Line | undefined {
  if (verdict.kind !== 'watching') return undefined
  const object = verdict.unconfirmedReason === undefined ? wait?.object : undefined
  const isNew = object !== undefined && !wait?.isLogged && !waits.has(object)
  if (at - lastAt < (isNew ? quietBeforeWait : maxQuiet)) return undefined
  const event = { kind: 'log-only' } as const
  if (object !== undefined) return { text: `${isNew ? '' : 'still '}waits for ${object}`, event }
  return { text: `nothing has changed: ${verdict.unconfirmedReason ?? statusTexts.get('counts')}`, event }
}

/** Milliseconds: what comes at once needs no line. */
const quietBeforeWait = 30_000

/** Milliseconds without any line. */
const maxQuiet = 300_000

/** Without the service deployment, earlier texts hold. */
function nextStatusTexts(
  { statusTexts }: ProgressState,
  status: readonly StatusLine[],
  { serviceDeployment }: Snapshot,
): ReadonlyMap<string, string> {
  const kept = status.filter(({ text }) => text !== '' || serviceDeployment !== undefined)
  return new Map([...statusTexts, ...kept.map(({ topic, text }) => [topic, text] as const)])
}

/** The line of the last failure includes the breaker's count. */
function withBreakerCount(failures: readonly FailureLine[], decisions: readonly StatusLine[]): Line[] {
  const last = failures.at(-1)
  const count = decisions.find(({ topic }) => topic === 'breaker')
  const event = count?.event
  const hasThreshold =
    event?.kind === 'tripped' || (event?.kind === 'breaker' && event.threshold !== undefined)
  if (!last || !event || !hasThreshold) return [...failures.map(withDetails), ...decisions]
  const details = [...last.details, `breaker ${event.failures} of ${event.threshold}`]
  const { text } = withDetails({ ...last, details })
  const trip = event.kind === 'tripped' ? ': circuit breaker tripped' : ''
  return [
    ...failures.slice(0, -1).map(withDetails),
    { text: `${text}${trip}`, event },
    ...decisions.filter(line => line !== count),
  ]
}

function withDetails({ text, details }: FailureLine): Line {
  return { text: details.length > 0 ? `${text} (${details.join('; ')})` : text }
}

function join(lines: readonly Line[]): Line[] {
  const [first] = lines
  if (!first) return []
  return [{ text: lines.map(({ text }) => text).join('; '), event: first.event }]
}
