/** `npm run bench -- fleet`: services of one task definition in one step, against a step for each. */
import { openWorld } from '../simulator/ecs/open-world.js'
import { startServer } from '../simulator/protocol/server.js'
import {
  cluster,
  commit,
  createService,
  files,
  imageOf,
  replayHistory,
  workingSoftware,
} from '../simulator/scenarios/web-service.js'
import { SharedClock } from '../simulator/time/shared-clock.js'
import { Rollouts } from './decision.js'
import { deploy } from './deployment.js'
import { callsByBucket, max } from './figures.js'
import { number, table } from './table.js'

interface Figures {
  readonly right: boolean
  readonly calls: number
  /** of service reads and service deployments */
  readonly polls: number
  /** seconds from ECS's last decision to the end of the last step */
  readonly lag: number | undefined
}

interface Fleet {
  readonly names: readonly string[]
  /** the input `service` of each step */
  readonly steps: readonly string[]
}

const sizes = [1, 5, 15]
const seeds = [1, 2, 3, 4, 5]

export async function benchSteps(print: (text: string) => void): Promise<void> {
  const rows: string[][] = []
  for (const size of sizes) {
    const names = Array.from({ length: size }, (_, nth) => `web-${nth + 1}`)
    const together: Figures[] = []
    const apart: Figures[] = []
    for (const seed of seeds) {
      together.push(await benchFleet({ names, steps: [names.join()] }, seed))
      apart.push(await benchFleet({ names, steps: names }, seed))
    }
    rows.push(row(size, together, apart))
  }
  const columns = ['services', 'right', 'calls', 'in as many steps', 'ratio', 'polls', 'in as many', 'ratio']
  print(`Virtual time; the mean of ${seeds.length} runs, the longest lag of all\n`)
  print(table([...columns, 'lag max s', 'in as many'], rows))
}

function row(size: number, together: readonly Figures[], apart: readonly Figures[]): string[] {
  const pair = (of: (figures: Figures) => number) => {
    const [one, many] = [mean(together.map(of)), mean(apart.map(of))]
    return [number(one, 0), number(many, 0), number(one / many, 2)]
  }
  const all = [...together, ...apart]
  const longest = (figures: readonly Figures[]) => number(max(figures.flatMap(({ lag }) => lag ?? [])))
  return [
    String(size),
    `${all.filter(({ right }) => right).length} of ${all.length}`,
    ...pair(({ calls }) => calls),
    ...pair(({ polls }) => polls),
    longest(together),
    longest(apart),
  ]
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

async function benchFleet({ names, steps }: Fleet, seed: number): Promise<Figures> {
  const clock = new SharedClock()
  const world = openWorld({ clock, seed })
  const now = world.now
  replayHistory(world, { desiredCount: 1, until: now - 600_000 })
  for (const serviceName of names) createService(world, { desiredCount: 1, serviceName, loadBalancers: [] })
  world.advanceTo(now)
  world.images.add(imageOf(commit), workingSoftware)
  const rollouts = new Rollouts(world)
  const server = await startServer({ world, clock, seed, faults: [{ kind: 'throttling' }] })
  try {
    const runs = await Promise.all(
      steps.map((service, nth) => {
        const inputs = {
          cluster,
          service,
          'task-definition': 'task-definition.json',
          'container-name': 'app',
          image: imageOf(commit),
        }
        return clock.run(() => deploy({ clock, endpoint: server.url, inputs, files, seed: seed * 100 + nth }))
      }),
    )
    const decided = names.flatMap(name => rollouts.firstDecidedAt(name, 'succeeded') ?? [])
    const ended = Math.max(...runs.map(({ endedAt }) => endedAt))
    const buckets = callsByBucket(server.requests)
    return {
      right: runs.every(({ outputs }) => outputs.outcome === 'succeeded') && decided.length === names.length,
      calls: server.requests.length,
      polls: (buckets.get('service-read') ?? 0) + (buckets.get('service-deployment') ?? 0),
      lag: (ended - Math.max(...decided)) / 1_000,
    }
  } finally {
    await server.close()
  }
}
