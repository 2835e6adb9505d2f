/**
 * One deployment by an action in a process of its own, in a scenario, with time sped up for both: for the process by a
 * preload. The time that the processor and the sockets need is not shortened.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runAction } from '../simulator/demo/run-action.js'
import { scenarioEnvironment } from '../simulator/demo/scenario-environment.js'
import type { LogEntry } from '../simulator/demo/step-log.js'
import type { World } from '../simulator/ecs/world.js'
import { openScenario } from '../simulator/scenarios/open-scenario.js'
import type { Scenario } from '../simulator/scenarios/scenario.js'
import { call } from '../simulator/scenarios/web-service.js'
import { ScaledClock } from '../simulator/time/scaled-clock.js'
import { Rollouts } from './decision.js'
import { busiest } from './figures.js'
import type { StepInputs } from './peer-inputs.js'

export interface StepSetup {
  readonly scenario: Scenario
  /** Simulated seconds in a real one. */
  readonly speed: number
  readonly seed: number
}

export interface StepFigures {
  readonly exitCode: number | null
  /** the log as a person reads it */
  readonly logText: string
  /** simulated seconds from ECS's decision to the end of the process; undefined where ECS does not decide */
  readonly lag: number | undefined
  /** simulated seconds from the start of the process to its end */
  readonly lasted: number
  readonly calls: number
  readonly ecsCalls: number
  readonly bucket: string
  readonly bucketCalls: number
  /** milliseconds of this machine, each counted `speed` times */
  readonly untilFirstRequest: number
  readonly afterLastRequest: number
}

const preload = new URL('../simulator/time/time-warp.js', import.meta.url).href

/** After this long, in milliseconds, nothing more happens to a deployment. */
const afterwards = 2 * 3_600_000

export async function playStep(
  { scenario, speed, seed }: StepSetup,
  { main, inputs, files }: { readonly main: string } & StepInputs,
): Promise<StepFigures> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-verdict-'))
  const clock = new ScaledClock({ speed })
  const opened = await openScenario(scenario, { clock, seed })
  const { world, server } = opened
  try {
    setBreaker(world, scenario)
    const rollouts = new Rollouts(world)
    const lines: string[] = []
    const startedAt = clock.now()
    const { exitCode } = await runAction({
      main,
      inputs,
      workspaceFiles: files,
      event: scenario.event?.payload ?? {},
      env: scenarioEnvironment(scenario, opened, clock),
      preload,
      directory,
      onEntry: entry => lines.push(...readable(entry)),
    })
    const endedAt = clock.now()
    const { requests } = server
    // A process may end before ECS decides.
    world.advanceTo(endedAt + afterwards)
    const decidedAt = rollouts.firstDecidedAt(scenario.inputs.service ?? '', scenario.outcome)
    return {
      exitCode,
      logText: lines.join('\n'),
      lag: decidedAt === undefined ? undefined : (endedAt - decidedAt) / 1000,
      lasted: (endedAt - startedAt) / 1000,
      calls: requests.length,
      ecsCalls: requests.filter(({ service }) => service === 'ecs').length,
      ...busiest(requests),
      untilFirstRequest: ((requests[0]?.at ?? endedAt) - startedAt) / speed,
      afterLastRequest: (endedAt - (requests.at(-1)?.at ?? endedAt)) / speed,
    }
  } finally {
    await server.close()
    await rm(directory, { recursive: true, force: true })
  }
}

/** As the scenario sets it, so that every contender meets the same breaker. */
function setBreaker(world: World, { inputs }: Scenario): void {
  const { cluster, service, 'circuit-breaker': breaker = 'rollback' } = inputs
  if (breaker === 'keep') return
  const deploymentCircuitBreaker = { enable: true, rollback: breaker === 'rollback' }
  call(world, 'UpdateService', { cluster, service, deploymentConfiguration: { deploymentCircuitBreaker } })
}

function readable(entry: LogEntry): string[] {
  switch (entry.kind) {
    case 'text':
      return [entry.text]
    case 'group':
      return [entry.title]
    case 'annotation':
      return [entry.annotation.message]
    case 'debug':
    case 'end-group':
      return []
  }
}
