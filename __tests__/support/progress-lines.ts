/** A rollout as it is logged: polls evaluated and logged one after the other. */
import { expect } from '@jest/globals'
import type { Service } from '../../src/core/ecs/service.js'
import type { ServiceDeployment } from '../../src/core/ecs/service-deployment.js'
import type { Task } from '../../src/core/ecs/task.js'
import { evaluate } from '../../src/core/watch/evaluation/evaluate.js'
import type { EvaluationState } from '../../src/core/watch/evaluation/evaluation.js'
import { initialEvaluation } from '../../src/core/watch/evaluation/evaluation.js'
import { progressUpdate } from '../../src/core/watch/progress/progress.js'
import { initialProgress } from '../../src/core/watch/progress/progress-state.js'
import type { TimelineEntry } from '../../src/core/watch/timeline-event.js'
import type { Wait } from '../../src/core/watch/waits/wait.js'
import { aSnapshot, aTracked } from './rollout-builders.js'
import { aDeployment, aService, thePrevious } from './service-builders.js'

interface Poll {
  readonly at: number
  readonly service: Service | 'missing'
  readonly serviceDeployment?: ServiceDeployment
  readonly tasks?: readonly Task[]
  readonly wait?: Wait | undefined
}

/** The lines of every poll, evaluated and logged one after the other. Moments are in seconds. */
export function lines(
  polls: readonly Poll[],
  tracked = aTracked(),
  eventsBefore: readonly string[] = [],
): string[][] {
  return timelines(polls, tracked, eventsBefore).map(logged => logged.map(({ text }) => text))
}

/** The same with what each line is about. */
export function timelines(
  polls: readonly Poll[],
  tracked = aTracked(),
  eventsBefore: readonly string[] = [],
): (readonly TimelineEntry[])[] {
  let state: EvaluationState = initialEvaluation
  let logged = initialProgress(tracked, eventsBefore)
  return polls.map(({ at, tasks = [], wait, ...rest }) => {
    const snapshot = aSnapshot({ at: at * 1_000, ...rest })
    const evaluation = evaluate(tracked, state, snapshot)
    state = evaluation.state
    const update = progressUpdate(logged, {
      tracked,
      snapshot,
      verdict: evaluation.verdict,
      stopped: tasks,
      rollbackFailed: [],
      wait,
      checksContainers: false,
      page: undefined,
      hide: text => text,
    })
    logged = update.state
    for (const entry of update.timeline) expect(entry.at).toBe(snapshot.at)
    return update.timeline
  })
}

export const counted = (deployments: Service['deployments'], events: Service['events'] = []) =>
  aService({ deployments, events })
export const steady = counted([aDeployment(), thePrevious()])
export const steadyLine = 'web:8 0 running of 2 · web:7 2 running'
export const id = (start: string) => start.padEnd(32, '0')

export function aWait(overrides: Partial<Wait>): Wait {
  return { object: 'ECS', text: 'ECS is slow', failureClass: 'other', next: 'Wait.', ...overrides }
}
