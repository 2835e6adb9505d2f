/**
 * `npm run bench -- verdict [--peer PATH/dist/index.js] [--rounds N] [--speed N] [--scenarios a,b]`: the exit code of a
 * step, how long after ECS's decision it comes, and for how many calls; ours and that of
 * aws-actions/amazon-ecs-deploy-task-definition, each deployment in a process and a world of its own.
 */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { type Contender, peers, thisAction } from './contender.js'
import { median } from './figures.js'
import { inLanes } from './lanes.js'
import { playStep, type StepFigures } from './play-step.js'
import { number } from './table.js'
import { chosen, scenarioNamed } from './verdict-scenarios.js'
import { type Played, summaryTable, verdictTable } from './verdict-table.js'

/** For scenarios that set no limit: long enough for every result. */
const defaultWait = { 'wait-for-minutes': '10' }

/** A deployment mostly waits: so many at once leave the cores mostly idle. */
const atOnce = 10

export async function benchVerdict(print: (text: string) => void, options: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...options],
    options: {
      peer: { type: 'string' },
      rounds: { type: 'string', default: '1' },
      speed: { type: 'string', default: '10' },
      scenarios: { type: 'string', default: chosen.join(',') },
    },
  })
  const rounds = Number(values.rounds)
  const speed = Number(values.speed)
  if (!(rounds >= 1)) throw new RangeError(`--rounds must be at least 1, not ${values.rounds}`)
  const contenders = [await thisAction(), ...(values.peer === undefined ? [] : peers(values.peer))]
  const machine = `Node ${process.version}, ${cpus().length} cores`
  print(`${machine}; time runs ${speed} times faster, ${atOnce} deployments at once; rounds: ${rounds}\n`)
  const { ready, leftOut } = prepare(contenders, values.scenarios.split(','))
  const tasks = Array.from({ length: rounds }, (_, round) =>
    ready.map(({ scenario, main, prepared }) => {
      return () => playStep({ scenario, speed, seed: round + 1 }, { main, ...prepared })
    }),
  )
  const figures = await inLanes(atOnce, tasks.flat())
  const all = ready.map(({ scenario, contender }, index) => ({
    scenario,
    contender,
    rounds: figures.filter((_, task) => task % ready.length === index),
  }))
  print(`${verdictTable(all)}\n`)
  print(`${summaryTable(all)}\n`)
  if (leftOut.length > 0) print(`Left out: ${leftOut.join('; ')}\n`)
  print(ownTime(all, speed))
}

/** The contenders side by side in each scenario, so that a busy machine is busy for all. */
function prepare(contenders: readonly Contender[], names: readonly string[]) {
  const leftOut: string[] = []
  const ready = names.map(scenarioNamed).flatMap(found => {
    const scenario = { ...found, inputs: { ...defaultWait, ...found.inputs } }
    return contenders.flatMap(({ name: contender, main, inputsFor }) => {
      const prepared = inputsFor(scenario)
      if (prepared.kind === 'ready') return { scenario, contender, main, prepared }
      leftOut.push(`${scenario.name} for ${contender} (${prepared.unsupported.join(', ')})`)
      return []
    })
  })
  return { ready, leftOut }
}

/** How much of the figures is this machine's own time, which is multiplied by the speed. */
function ownTime(all: readonly Played[], speed: number): string {
  const contenders = [...new Set(all.map(({ contender }) => contender))]
  const lines = contenders.map(contender => {
    const runs = all.filter(played => played.contender === contender).flatMap(({ rounds }) => rounds)
    const share = (of: (run: StepFigures) => number) => {
      const milliseconds = median(runs.map(of)) ?? 0
      return `${number(milliseconds, 0)} ms, counted as ${number((milliseconds * speed) / 1000)} s`
    }
    const first = share(({ untilFirstRequest }) => untilFirstRequest)
    const last = share(({ afterLastRequest }) => afterLastRequest)
    return `${contender}: to the first request ${first}; from the last one to the end ${last}`
  })
  return `This machine's own time, medians:\n${lines.join('\n')}`
}
