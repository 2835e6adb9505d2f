/** The state of a watch at its beginning, open to overrides, and one event after the other. */
import type { WatchOptions } from '../../src/core/options/watch-options.js'
import { step } from '../../src/core/watch/reducer.js'
import type { Snapshot, Tracked } from '../../src/core/watch/tracked-deployment.js'
import type { WatchContext } from '../../src/core/watch/watch-context.js'
import type { TaskSelection, WatchEffect, WatchEvent } from '../../src/core/watch/watch-event.js'
import { initialWatch, type WatchState } from '../../src/core/watch/watch-state.js'
import { aTracked } from './rollout-builders.js'
import { aService } from './service-builders.js'

export const noFailFast: WatchOptions = {
  minutes: 30,
  failFastAfter: 0,
  onTimeout: 'fail',
  onCancel: 'leave',
  onPartialFailure: 'leave',
  waitUntil: 'completed',
  interim: undefined,
}

export function aWatch(
  overrides: Partial<WatchContext> = {},
  service: Snapshot['service'] = aService(),
): WatchState {
  const tracked: Tracked = overrides.tracked ?? aTracked({ startedAt: 0 })
  const options = overrides.options ?? noFailFast
  const deadline = tracked.startedAt + options.minutes * 60_000
  const context = {
    tracked,
    options,
    deadline,
    answeredHook: undefined,
    eventsBefore: [],
    targetGroups: [],
    checkedContainers: [],
    secrets: [],
    ...overrides,
  }
  return initialWatch(context, { at: tracked.startedAt, service, serviceDeployment: undefined })
}

export function aPoll(
  at: number,
  service: Snapshot['service'],
  serviceDeployment?: Snapshot['serviceDeployment'],
): Extract<WatchEvent, { kind: 'polled' }> {
  return {
    kind: 'polled',
    at,
    requestedAt: at,
    service: { kind: 'answered', value: service },
    serviceDeployment: { kind: 'answered', value: serviceDeployment },
    serviceDeploymentArn: serviceDeployment?.arn,
    reads: 1,
    repeats: 0,
  }
}

export function noTasks(which: TaskSelection, at: number): WatchEvent {
  const list = { at, arns: [] }
  return {
    kind: 'tasks-read',
    which,
    at,
    requestedAt: at,
    list,
    tasks: { kind: 'answered', value: [] },
  }
}

/** The state after these events, and what each of them requested for: the kinds of its effects. */
export function after(
  state: WatchState,
  events: readonly WatchEvent[],
): {
  readonly state: WatchState
  readonly requested: readonly string[][]
  readonly lines: readonly string[]
} {
  let current = state
  const requested: string[][] = []
  const lines: string[] = []
  for (const event of events) {
    const { state: next, effects } = step(current, event)
    current = next
    requested.push(effects.filter(effect => effect.kind !== 'log').map(describe))
    lines.push(...effects.flatMap(effect => (effect.kind === 'log' ? effect.line.trim() : [])))
  }
  return { state: current, requested, lines }
}

function describe(effect: WatchEffect): string {
  switch (effect.kind) {
    case 'read-tasks':
      return `read ${effect.which} tasks`
    case 'read-alarms':
      return `read alarms ${effect.names.join(' ')}`
    default:
      return effect.kind.replaceAll('-', ' ')
  }
}
