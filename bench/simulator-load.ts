/**
 * `npm run bench -- simulator`: memory, processor time and latency of the simulator with 200 services and 2,000 tasks,
 * while nothing happens, while all services roll out, and while all of them fail and are rolled back.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { callEcs } from './call-ecs.js'
import { median } from './figures.js'
import { type ServedWorld, serveWorld } from './simulator-process.js'
import { cluster, type Size, serviceName, worldOf } from './simulator-world.js'
import { number, table } from './table.js'

const size: Size = { services: 200, tasksEach: 10 }
const speed = 20
/** In real seconds, each phase. */
const phaseSeconds = 30
/** Clients that poll ten services each, all the time. */
const pollers = 20

interface Phase {
  readonly name: string
  readonly calls: number
  readonly perSecond: number
  /** milliseconds */
  readonly latencyMedian: number | undefined
  readonly latencyHigh: number | undefined
  /** of one processor, in percent; undefined where the system does not report it */
  readonly processor: number | undefined
  readonly states: string
}

export async function benchSimulator(print: (text: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'simulator-bench-'))
  const file = join(folder, 'world.json')
  await writeFile(file, JSON.stringify(worldOf(size)))
  const served = await serveWorld(file, speed)
  try {
    const phases = [
      await measure(served, 'nothing changes', async () => {}),
      await measure(served, 'all services roll out', () => deployAll(served, 2)),
      await measure(served, 'all rollouts fail and are rolled back', () => deployAll(served, 3)),
    ]
    const peak = await served.peakMebibytes()
    const { services, tasksEach } = size
    print(
      `Node ${process.version}, ${cpus().length} cores; ${services} services, ${services * tasksEach} tasks, speed ${speed}; ready after ${number(served.startedIn)} s, at most ${number(peak, 0)} MiB\n`,
    )
    print(phaseTable(phases))
  } finally {
    await served.close()
    await rm(folder, { recursive: true })
  }
}

async function measure(served: ServedWorld, name: string, begin: () => Promise<void>): Promise<Phase> {
  const before = await served.processorSeconds()
  const start = performance.now()
  const until = start + phaseSeconds * 1000
  const latencies: number[] = []
  await begin()
  await Promise.all(Array.from({ length: pollers }, (_, nth) => poll(served, { nth, until, latencies })))
  const seconds = (performance.now() - start) / 1000
  const after = await served.processorSeconds()
  const sorted = latencies.toSorted((a, b) => a - b)
  return {
    name,
    calls: latencies.length,
    perSecond: latencies.length / seconds,
    latencyMedian: median(latencies),
    latencyHigh: sorted[Math.floor(sorted.length * 0.99)],
    processor: after === undefined || before === undefined ? undefined : (100 * (after - before)) / seconds,
    states: await statesOf(served),
  }
}

/** As a client that waits for ten services: DescribeServices, and ListTasks and DescribeTasks of one of them. */
async function poll(
  served: ServedWorld,
  { nth, until, latencies }: { readonly nth: number; readonly until: number; readonly latencies: number[] },
): Promise<void> {
  const names = Array.from({ length: 10 }, (_, index) => serviceName(nth * 10 + index))
  const timed = async (operation: string, input: object) => {
    const start = performance.now()
    const answer = await callEcs(served.url, operation, input)
    latencies.push(performance.now() - start)
    return answer
  }
  while (performance.now() < until) {
    await timed('DescribeServices', { cluster, services: names })
    const listed = await timed('ListTasks', { cluster, serviceName: names[0] })
    const tasks = listed.taskArns as readonly string[]
    if (tasks.length > 0) await timed('DescribeTasks', { cluster, tasks })
    await sleep(200)
  }
}

async function deployAll(served: ServedWorld, revision: number): Promise<void> {
  for (let nth = 0; nth < size.services; nth += 1) {
    const service = serviceName(nth)
    await callEcs(served.url, 'UpdateService', { cluster, service, taskDefinition: `${service}:${revision}` })
  }
}

/** `200 COMPLETED web:2` of PRIMARY deployments. */
async function statesOf(served: ServedWorld): Promise<string> {
  const counts = new Map<string, number>()
  for (let nth = 0; nth < size.services; nth += 10) {
    const services = Array.from({ length: 10 }, (_, index) => serviceName(nth + index))
    const answer = await callEcs(served.url, 'DescribeServices', { cluster, services })
    for (const { deployments } of answer.services as readonly DescribedService[]) {
      const [{ rolloutState, taskDefinition } = { rolloutState: 'none', taskDefinition: '' }] = deployments
      const state = `${rolloutState} with revision ${taskDefinition.split(':').at(-1)}`
      counts.set(state, (counts.get(state) ?? 0) + 1)
    }
  }
  return [...counts].map(([state, count]) => `${count} ${state}`).join(', ')
}

interface DescribedService {
  readonly deployments: readonly { readonly rolloutState: string; readonly taskDefinition: string }[]
}

function phaseTable(phases: readonly Phase[]): string {
  return table(
    ['while', 'calls', 'calls/s', 'median ms', '99th percentile ms', 'of one processor', 'at the end'],
    phases.map(phase => [
      phase.name,
      String(phase.calls),
      number(phase.perSecond, 0),
      number(phase.latencyMedian),
      number(phase.latencyHigh),
      phase.processor === undefined ? '–' : `${number(phase.processor, 0)}%`,
      phase.states,
    ]),
  )
}
