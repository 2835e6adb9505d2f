/** A rollout as it is told: looks judged and told one after the other, and what they have in common. */
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
import { aSight, aTracked } from './rollout-builders.js'
import { aDeployment, aService, thePrevious } from './service-builders.js'

interface Look {
  readonly at: number
  readonly service: Service | 'missing'
  readonly serviceDeployment?: ServiceDeployment
  readonly tasks?: readonly Task[]
}

/** The lines of every look, judged and told one after the other. Moments are in seconds. */
export function lines(
  looks: readonly Look[],
  tracked = aTracked(),
  eventsBefore: readonly string[] = [],
): string[][] {
  return happenings(looks, tracked, eventsBefore).map(told => told.map(({ text }) => text))
}

/** The same with what each line is about. */
export function happenings(
  looks: readonly Look[],
  tracked = aTracked(),
  eventsBefore: readonly string[] = [],
): (readonly TimelineEntry[])[] {
  let memory: EvaluationState = initialEvaluation
  let told = initialProgress(tracked, eventsBefore)
  return looks.map(({ at, tasks = [], ...rest }) => {
    const sight = aSight({ at: at * 1_000, ...rest })
    const judgement = evaluate(tracked, memory, sight)
    memory = judgement.state
    const telling = progressUpdate(told, {
      tracked,
      snapshot: sight,
      verdict: judgement.verdict,
      stopped: tasks,
      hide: text => text,
    })
    told = telling.state
    for (const happening of telling.timeline) expect(happening.at).toBe(sight.at)
    return telling.timeline
  })
}

export const counted = (deployments: Service['deployments'], events: Service['events'] = []) =>
  aService({ deployments, events })
export const steady = counted([aDeployment(), thePrevious()])
export const steadyLine = 'web:8 0 running of 2 · web:7 2 running'
export const id = (start: string) => start.padEnd(32, '0')
