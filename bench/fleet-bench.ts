/** Many deployments that start at the same moment and share an account's token buckets. */
import { performance } from 'node:perf_hooks'
import { openWorld } from '../simulator/ecs/open-world.js'
import { categoryOf, documentedBuckets } from '../simulator/protocol/faults/token-bucket.js'
import type { RecordedRequest } from '../simulator/protocol/recorded-request.js'
import { startServer } from '../simulator/protocol/server.js'
import { SharedClock } from '../simulator/time/shared-clock.js'
import { Rollouts } from './decision.js'
import { type DeployResult, deploy } from './deployment.js'
import { callsByBucket, max, median } from './figures.js'
import { type Member, openFleet } from './fleet.js'

export interface FleetFigures {
  readonly size: number
  readonly wrong: readonly string[]
  readonly lagMedian: number | undefined
  readonly lagMax: number | undefined
  /** from the first call to the last */
  readonly lasted: number
  readonly calls: number
  readonly throttled: number
  /** for each bucket in use: calls a second overall and in its busiest ten seconds */
  readonly buckets: readonly {
    readonly bucket: string
    readonly perSecond: number
    readonly peak: number
    readonly allowed: number
  }[]
  /** calls a second of one deployment in its busiest bucket, on average over all deployments */
  readonly perDeployment: number
  readonly realSeconds: number
  readonly heapMiB: number
}

export async function benchFleet(size: number, seed = 1): Promise<FleetFigures> {
  const began = performance.now()
  const clock = new SharedClock()
  const world = openWorld({ clock, seed })
  const members = openFleet(world, size)
  const server = await startServer({ world, clock, seed, faults: [{ kind: 'throttling' }] })
  try {
    const rollouts = new Rollouts(world)
    const runs = await Promise.all(
      members.map(({ inputs }, index) =>
        clock.run(() => deploy({ clock, endpoint: server.url, inputs, files: {}, seed: seed + index })),
      ),
    )
    const heap = process.memoryUsage().heapUsed
    const ended = runs.map((run, index) => figuresOf(run, members[index] as Member, rollouts))
    const lags = ended.flatMap(({ lag }) => lag)
    const { requests } = server
    const lasted = secondsOf(requests)
    const deploymentSeconds = ended.reduce((sum, { seconds }) => sum + seconds, 0)
    return {
      size,
      wrong: ended.flatMap(({ wrong }) => wrong),
      lagMedian: median(lags),
      lagMax: max(lags),
      lasted,
      calls: requests.length,
      throttled: requests.filter(({ error }) => error === 'ThrottlingException').length,
      buckets: bucketFigures(requests, lasted),
      perDeployment: Math.max(...callsByBucket(requests).values()) / deploymentSeconds,
      realSeconds: (performance.now() - began) / 1000,
      heapMiB: heap / 2 ** 20,
    }
  } finally {
    await server.close()
  }
}

interface DeploymentFigures {
  readonly wrong: readonly string[]
  readonly lag: readonly number[]
  readonly seconds: number
}

function figuresOf(run: DeployResult, member: Member, rollouts: Rollouts): DeploymentFigures {
  const { outputs, startedAt, endedAt } = run
  const { service, outcome: expected } = member
  const outcome = outputs.outcome ?? 'none'
  const decidedAt = rollouts.decidedAt(service, outputs['deployment-id'] ?? '', outcome)
  return {
    wrong: outcome === expected ? [] : [`${service}: ${outcome} instead of ${expected}`],
    lag: decidedAt === undefined ? [] : [(endedAt - decidedAt) / 1000],
    seconds: (endedAt - startedAt) / 1000,
  }
}

function secondsOf(requests: readonly RecordedRequest[]): number {
  return ((requests.at(-1)?.at ?? 0) - (requests[0]?.at ?? 0)) / 1000
}

function bucketFigures(requests: readonly RecordedRequest[], seconds: number): FleetFigures['buckets'] {
  return [...callsByBucket(requests)].map(([bucket, count]) => {
    const own = requests.filter(({ operation }) => categoryOf(operation) === bucket)
    return {
      bucket,
      perSecond: count / seconds,
      peak: peakOf(own.map(({ at }) => at)),
      allowed: documentedBuckets[bucket].perSecond,
    }
  })
}

const window = 10_000

/** Calls a second in the busiest ten seconds; the times are in order. */
function peakOf(moments: readonly number[]): number {
  let first = 0
  let peak = 0
  for (const [last, at] of moments.entries()) {
    while ((moments[first] ?? at) <= at - window) first++
    peak = Math.max(peak, last - first + 1)
  }
  return peak / (window / 1000)
}
