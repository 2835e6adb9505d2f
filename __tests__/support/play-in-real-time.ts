/** Plays a story through the bundles of dist/ in real time: for connections that stall, which no virtual clock can follow. */
import { fileURLToPath } from 'node:url'
import { completeInputs, readAction } from '../../simulator/demo/action.js'
import { runStep, type StepRun } from '../../simulator/demo/run-step.js'
import { scenarioEnvironment } from '../../simulator/demo/scenario-environment.js'
import type { World } from '../../simulator/ecs/world.js'
import type { RecordedRequest } from '../../simulator/protocol/recorded-request.js'
import { openScenario } from '../../simulator/scenarios/open-scenario.js'
import { ScaledClock } from '../../simulator/time/scaled-clock.js'
import type { Story } from './play.js'
import { type ProcessUsage, withUsage } from './process-usage.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))

export interface RealTimeStep extends StepRun {
  readonly world: World
  readonly requests: readonly RecordedRequest[]
  /** milliseconds from the start of the main step to its end */
  readonly took: number
  /** of the main step */
  readonly usage: ProcessUsage
}

/** The faults end with the main step. */
export async function playInRealTime(story: Story): Promise<RealTimeStep> {
  const clock = new ScaledClock({ speed: 1 })
  let endedAt: number | undefined
  const faults = (story.faults ?? []).map(fault => ({
    ...fault,
    get until() {
      return endedAt ?? Number.POSITIVE_INFINITY
    },
  }))
  const opened = await openScenario({ ...story, faults }, { clock })
  const { world, server } = opened
  const action = await readAction(root)
  const startedAt = clock.now()
  try {
    const step = await withUsage(usage =>
      runStep({
        action,
        inputs: completeInputs(action, story.inputs),
        env: { ...scenarioEnvironment(story, opened, clock), ...usage },
        workspaceFiles: story.files,
        event: story.event?.payload ?? {},
        onPost: () => {
          endedAt = clock.now()
        },
      }),
    )
    world.advance()
    return { ...step, world, requests: server.requests, took: (endedAt ?? clock.now()) - startedAt }
  } finally {
    await server.close()
  }
}
