/** `npm run bench -- watch`: how soon verdicts come and how many calls they cost, compared with the targets. */
import { cpus } from 'node:os'
import { type Scenario, scenarios } from '../simulator/scenarios/scenarios.js'
import { benchFleet, type FleetFigures } from './fleet-bench.js'
import { benchScenario, type ScenarioFigures } from './scenario-bench.js'
import { number, table } from './table.js'

/** Seconds from ECS's decision to the verdict, for one deployment. */
export const targets = { lagMedian: 1.5, lagMax: 3 }

/** The same where the decision may come at any time: while older tasks drain. */
export const possible = { lagMedian: 3, lagMax: 6.2 }

/** The same where a person decides, or AWS throttles: no decision is near before it is made. */
export const unforeseen = { lagMedian: 5, lagMax: 10 }

/** Calls a second in one bucket; a deployment of about two minutes or less has little time to average its first calls. */
export function mostCalls(seconds: number): number {
  return seconds < 130 ? 0.2 + 4 / seconds : 0.2
}

const seeds = Array.from({ length: 15 }, (_, index) => index + 1)

export async function benchWatch(print: (text: string) => void): Promise<void> {
  print(`Node ${process.version}, ${cpus().length} cores, virtual time; ${seeds.length} runs a scenario\n`)
  const figures: ScenarioFigures[] = []
  const measured = [...Object.values(scenarios).filter(endsWithRollout), successWhileDraining]
  for (const scenario of measured) figures.push(await benchScenario(scenario, seeds))
  print(`${scenarioTable(figures)}\n`)
  const fleets: FleetFigures[] = []
  for (const size of [1, 10, 100, 500]) fleets.push(await benchFleet(size))
  print(`${fleetTable(fleets)}\n`)
  print(`${bucketTable(fleets)}`)
}

/** SUCCESSFUL comes while older tasks drain, 38 s before COMPLETED (docs/adr/0055). */
export const successWhileDraining: Scenario = {
  ...(scenarios.healthy as Scenario),
  name: 'success-while-draining',
  settings: { cleanupWaitMs: 20_000, completedLagMs: 38_000 },
}

/** No one-off task and no verification decides when it ends. */
function endsWithRollout({ inputs }: Scenario): boolean {
  return Object.keys(inputs).every(name => !/^(?:run-task|verify-)/.test(name))
}

function scenarioTable(figures: readonly ScenarioFigures[]): string {
  return table(
    [
      'scenario',
      'outcome',
      'lag median s',
      'lag max s',
      'paused median s',
      'paused max s',
      'lasted s',
      'calls',
      'busiest bucket',
      'calls/s',
    ],
    figures.map(figure => [
      figure.name,
      `${figure.outcomes.join(', ')}${figure.right ? '' : ' WRONG'}`,
      number(figure.lagMedian),
      number(figure.lagMax),
      number(figure.pausedMedian),
      number(figure.pausedMax),
      number(figure.lasted, 0),
      number(figure.calls, 0),
      figure.bucket,
      number(figure.perSecond, 2),
    ]),
  )
}

function fleetTable(fleets: readonly FleetFigures[]): string {
  return table(
    [
      'at once',
      'right',
      'lag median s',
      'lag max s',
      'lasted s',
      'calls',
      'throttled',
      'calls/s of one',
      'real s',
      'heap MiB',
    ],
    fleets.map(fleet => [
      String(fleet.size),
      `${fleet.size - fleet.wrong.length} of ${fleet.size}`,
      number(fleet.lagMedian),
      number(fleet.lagMax),
      number(fleet.lasted, 0),
      String(fleet.calls),
      String(fleet.throttled),
      number(fleet.perDeployment, 2),
      number(fleet.realSeconds),
      number(fleet.heapMiB, 0),
    ]),
  )
}

function bucketTable(fleets: readonly FleetFigures[]): string {
  return table(
    ['bucket', 'at once', 'calls/s', 'busiest 10 s', 'refilled with'],
    fleets.flatMap(({ size, buckets }) =>
      buckets.map(({ bucket, perSecond, peak, allowed }) => [
        bucket,
        String(size),
        number(perSecond, 2),
        number(peak, 1),
        String(allowed),
      ]),
    ),
  )
}
