/**
 * A service whose tasks die some time after they became healthy, for ever or until what they depend on is there. What is
 * true of it is counted in the world itself.
 */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Software } from '../../simulator/ecs/resources/software.js'
import type { World } from '../../simulator/ecs/world.js'
import { commit, imageOf, workingSoftware } from '../../simulator/scenarios/web-service.js'
import type { Played } from '../support/play.js'
import { playWeb, stops, text, webOf } from '../support/web-stories.js'
import { chance } from './check-worlds.js'

interface Loop {
  readonly seed: number
  readonly desiredCount: number
  readonly loadBalanced: boolean
  readonly drainSeconds: number
  /** for which a task runs */
  readonly lifeSeconds: number
  /** tasks that start later do not die */
  readonly brokenSeconds: number
  readonly after: number
}

const loop: fc.Arbitrary<Loop> = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  desiredCount: fc.integer({ min: 1, max: 4 }),
  loadBalanced: fc.boolean(),
  drainSeconds: fc.constantFrom(10, 30, 60),
  lifeSeconds: fc.integer({ min: 45, max: 110 }),
  brokenSeconds: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.integer({ min: 30, max: 900 })),
  after: fc.constantFrom(0, 1, 3, 5),
})

/** The world asks once a task when it will exit. */
class BrokenFor implements Software {
  readonly pullSeconds = 12
  readonly startSeconds = 4
  readonly listens = workingSoftware.listens as NonNullable<Software['listens']>
  readonly exitCode = 1
  readonly #world: World
  readonly #loop: Loop
  readonly #endsAt: number

  constructor(world: World, broken: Loop) {
    this.#world = world
    this.#loop = broken
    this.#endsAt = world.now + broken.brokenSeconds * 1_000
  }

  get exitsAfterSeconds() {
    return this.#world.now < this.#endsAt ? this.#loop.lifeSeconds : Number.POSITIVE_INFINITY
  }
}

function playLoop(random: Loop): Promise<Played> {
  const { seed, desiredCount, loadBalanced, drainSeconds, after } = random
  return playWeb({
    seed,
    history: {
      desiredCount,
      targetGroup: { deregistrationDelaySeconds: drainSeconds },
      ...(loadBalanced ? {} : { service: { loadBalancers: [] } }),
    },
    also: world => world.images.add(imageOf(commit), new BrokenFor(world, random)),
    inputs: { 'circuit-breaker': 'keep', 'fail-fast-after': String(after), 'wait-for-minutes': '40' },
  })
}

/** When tasks of ours exited, and when those were created. */
function exits({ world }: Played): readonly { readonly created: number; readonly ended: number }[] {
  const [ours] = webOf(world).deployments
  return [...world.tasks.values()]
    .filter(task => task.deploymentId === ours?.id && task.stopCode === 'EssentialContainerExited')
    .map(task => ({ created: task.createdAt, ended: task.stoppingAt ?? task.stoppedAt ?? world.now }))
}

function completedAt({ world }: Played): number {
  return webOf(world).serviceDeployments.at(-1)?.finishedAt ?? Number.POSITIVE_INFINITY
}

test('failed after the completion says that the tasks of the world did keep failing, and a world that recovers is green', async () => {
  const { numRuns, seed } = chance('a completed deployment whose tasks die', 300)
  await fc.assert(
    fc.asyncProperty(loop, async random => {
      const played = await playLoop(random)
      const { outcome } = played.outputs
      // Fail-fast was faster than ECS.
      if (stops(played) > 0) return
      const since = exits(played).filter(({ ended }) => ended > completedAt(played))
      if (outcome === 'failed') {
        const firstEnd = Math.min(...since.map(({ ended }) => ended))
        expect(random.after).toBeGreaterThan(0)
        expect(since.length).toBeGreaterThanOrEqual(random.after)
        expect(since.some(({ created }) => created > firstEnd)).toBe(true)
        expect(text(played)).toContain('keeps failing')
        return
      }
      const isForEver = random.brokenSeconds === Number.POSITIVE_INFINITY
      const isLoop = isForEver && exits(played).length > 0
      expect(outcome).toBe(isLoop && random.after === 0 ? 'timed-out' : 'succeeded')
      // A loop that ECS has completed before the first task died is not waited for.
      if (outcome === 'succeeded' && isLoop) expect(since.length).toBe(exits(played).length)
    }),
    { numRuns, seed },
  )
})
