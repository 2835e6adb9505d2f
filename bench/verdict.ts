/**
 * `npm run bench -- verdict [--peer PATH/dist/index.js] [--rounds N] [--speed N] [--scenarios a,b]`: what the exit code
 * of a step says, how long after ECS's decision, and for how many calls; ours beside aws-actions/
 * amazon-ecs-deploy-task-definition, each in a process of its own, by turns.
 */
import { cpus } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { completeInputs, readAction } from '../simulator/demo/action.js'
import type { Scenario } from '../simulator/scenarios/scenario.js'
import { median } from './figures.js'
import { type PeerOrder, peerOrder } from './peer-order.js'
import { playStep } from './play-step.js'
import { chosen, scenarioNamed } from './verdict-scenarios.js'
import { type Played, summaryTable, verdictTable } from './verdict-table.js'

interface Contender {
  readonly name: string
  readonly main: string
  order(scenario: Scenario): PeerOrder
}

/** Minutes, where the scenario gives none: enough for every end that comes at all. */
const patience = { 'wait-for-minutes': '15' }

export async function benchVerdict(print: (text: string) => void, options: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...options],
    options: {
      peer: { type: 'string' },
      rounds: { type: 'string', default: '1' },
      speed: { type: 'string', default: '30' },
      scenarios: { type: 'string', default: chosen.join(',') },
    },
  })
  const rounds = Number(values.rounds)
  const speed = Number(values.speed)
  const contenders = [await ourselves(), ...(values.peer === undefined ? [] : peers(values.peer))]
  print(
    `Node ${process.version}, ${cpus().length} cores; time runs ${speed} times faster; rounds: ${rounds}\n`,
  )

  const all: Played[] = []
  const leftOut: string[] = []
  for (const scenario of values.scenarios.split(',').map(scenarioNamed)) {
    const patient = { ...scenario, inputs: { ...patience, ...scenario.inputs } }
    const ready = contenders.flatMap(({ name, main, order: orderOf }) => {
      const order = orderOf(patient)
      if (order.kind === 'order') return { name, main, order, rounds: [] as Played['rounds'][number][] }
      leftOut.push(`${scenario.name} for ${name} (${order.because.join(', ')})`)
      return []
    })
    for (let round = 1; round <= rounds; round += 1) {
      for (const { main, order, rounds } of ready)
        rounds.push(await playStep({ scenario: patient, speed, seed: round }, { main, ...order }))
    }
    all.push(...ready.map(({ name, rounds }) => ({ scenario, contender: name, rounds })))
  }
  print(`${verdictTable(all)}\n`)
  print(`${summaryTable(all)}\n`)
  if (leftOut.length > 0) print(`Left out: ${leftOut.join('; ')}\n`)
  print(unscaled(all, speed))
}

async function ourselves(): Promise<Contender> {
  const action = await readAction(resolve('.'))
  return {
    name: 'this action',
    main: action.main,
    order: ({ inputs, files }) => ({ kind: 'order', inputs: completeInputs(action, inputs), files }),
  }
}

/** As it is by default, where its pauses grow up to two minutes, and with the shortest pauses that it can be given. */
function peers(path: string): readonly Contender[] {
  const main = resolve(path)
  return [
    { name: 'peer', main, order: peerOrder },
    {
      name: 'peer, 15 s',
      main,
      order(scenario) {
        const order = peerOrder(scenario)
        if (order.kind === 'left-out') return order
        return { ...order, inputs: { ...order.inputs, 'wait-max-delay-seconds': '15' } }
      },
    },
  ]
}

/** How much of the figures is this machine's own time, which counts as often as time runs faster. */
function unscaled(all: readonly Played[], speed: number): string {
  const lines = [...new Set(all.map(({ contender }) => contender))].map(contender => {
    const runs = all.filter(played => played.contender === contender).flatMap(({ rounds }) => rounds)
    const share = (name: 'untilFirstRequest' | 'afterLastRequest') => {
      const milliseconds = median(runs.map(run => run[name])) ?? 0
      return `${milliseconds.toFixed(0)} ms count as ${((milliseconds * speed) / 1000).toFixed(1)} s`
    }
    return `${contender}: to its first request ${share('untilFirstRequest')}, from its last to its end ${share('afterLastRequest')}`
  })
  return `This machine's own time, medians:\n${lines.join('\n')}`
}
