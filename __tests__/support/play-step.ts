/**
 * Plays a story through the bundles of dist/: main and post in processes of their own, signals included. Their time is
 * virtual, and waits for a slow machine.
 */
import { fileURLToPath } from 'node:url'
import { completeInputs, readAction } from '../../simulator/demo/action.js'
import type { RunningAction } from '../../simulator/demo/run-action.js'
import { runStep, type StepRun } from '../../simulator/demo/run-step.js'
import { scenarioEnvironment } from '../../simulator/demo/scenario-environment.js'
import type { World } from '../../simulator/ecs/world.js'
import type { SimulatorServer } from '../../simulator/protocol/http-server.js'
import type { RecordedRequest } from '../../simulator/protocol/recorded-request.js'
import { openScenario } from '../../simulator/scenarios/open-scenario.js'
import { LockstepClock } from './lockstep-clock.js'
import type { Story } from './play.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const preload = new URL('lockstep-preload.js', import.meta.url).href

type Variables = Readonly<Record<string, string>>

export interface StepSetup {
  /** of action.yml and dist/; default: those of this project */
  readonly folder?: string
  /** more variables for the step, before the server that it will ask */
  readonly environment?: (server: SimulatorServer) => Variables | Promise<Variables>
  /** the signal for the main step when a line of its log matches, or so many milliseconds after it */
  readonly when?: {
    readonly matches: RegExp
    readonly after?: number
    readonly act: (main: RunningAction, world: World) => void
  }
}

export interface PlayedStep extends StepRun {
  readonly world: World
  readonly requests: readonly RecordedRequest[]
  /** milliseconds from that act to the end of the main step, in the time of the step */
  readonly endedAfter: number
}

export async function playStep(
  story: Story,
  { environment, folder = root, when }: StepSetup = {},
): Promise<PlayedStep> {
  const clock = new LockstepClock()
  const opened = await openScenario(story, { clock })
  const { world, server } = opened
  const action = await readAction(folder)
  let running: RunningAction | undefined
  let actedAt: number | undefined
  let endedAt = 0
  let hasSaid = false
  const act = () => {
    if (!running) return
    actedAt = clock.now()
    when?.act(running, world)
    clock.awaitReaction()
  }
  try {
    const step = await runStep({
      action,
      inputs: completeInputs(action, story.inputs),
      env: { ...scenarioEnvironment(story, opened, clock), ...(await environment?.(server)) },
      workspaceFiles: story.files,
      event: story.event?.payload ?? {},
      preload,
      onStarted: main => {
        running = main
      },
      onPost: () => {
        endedAt = clock.now()
      },
      onEntry: entry => {
        if (!when || hasSaid || entry.kind !== 'text' || !when.matches.test(entry.text)) return
        hasSaid = true
        if (when.after === undefined) act()
        else clock.after(when.after, act)
      },
    })
    world.advance()
    if (when && actedAt === undefined) throw new Error(`no line of the log matches ${when.matches}`)
    return { ...step, world, requests: server.requests, endedAfter: endedAt - (actedAt ?? endedAt) }
  } finally {
    await server.close()
    clock.close()
  }
}
