/**
 * Three services that go together, in worlds by chance: none stays on the new revision alone without a word, and none of
 * somebody else is touched.
 */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { World } from '../../simulator/ecs/world.js'
import type { Fault } from '../../simulator/protocol/faults/fault.js'
import { openThreeServices, threeServicesTakenBack } from '../../simulator/scenarios/three-services.js'
import {
  call,
  cluster,
  commit,
  imageOf,
  port,
  workingSoftware,
} from '../../simulator/scenarios/web-service.js'
import { type Played, play } from '../support/play.js'
import { complaints } from '../support/schemas.js'
import { chance } from './check-worlds.js'

const names = ['web', 'api', 'worker']
const name = fc.constantFrom(...names)

const range = { skip: fc.nat({ max: 6 }), times: fc.integer({ min: 1, max: 4 }) }
const operations = fc
  .constantFrom('UpdateService', 'DescribeServices', 'DescribeServiceDeployments', 'StopServiceDeployment')
  .map(one => [one])
const when = fc.constantFrom('before-effect', 'after-effect')
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constant('connection-reset'), when, operations, ...range }),
  fc.record({ kind: fc.constant('server-error'), when, operations, ...range }),
  fc.record({ kind: fc.constant('access-denied'), operations, ...range }),
) as fc.Arbitrary<Fault>

const often = fc.constantFrom(true, true, true, false)

/** What the new image has; the load balancers of `web` and `worker` check `/health` and `/ready`. */
const software = fc.record({
  listens: fc.record({ health: often, ready: fc.boolean() }).map(({ health, ready }) => ({
    [port]: { '/': 200, ...(health ? { '/health': 200 } : {}), ...(ready ? { '/ready': 200 } : {}) },
  })),
  startSeconds: fc.constantFrom(4, 30),
})

const option = (input: string, value: string) => fc.constantFrom({}, { [input]: value })

const world = fc.record({
  software,
  order: fc.shuffledSubarray(names, { minLength: 3, maxLength: 3 }),
  /** somebody else deploys one of them */
  theirs: fc.option(fc.record({ service: name, after: fc.integer({ min: 60_000, max: 400_000 }) }), {
    nil: undefined,
  }),
  scaled: fc.option(fc.record({ service: name, to: fc.constantFrom(0, 3) }), { nil: undefined }),
  faults: fc.array(fault, { maxLength: 2 }),
  inputs: fc
    .tuple(
      option('bump-desired-count', '3'),
      option('on-cancel', 'rollback'),
      option('wait-for-minutes', '4'),
      option('on-timeout', 'rollback'),
    )
    .map(all => Object.assign({}, ...all)),
  cancelAfter: fc.option(fc.integer({ min: 0, max: 700_000 }), { nil: undefined, freq: 1 }),
  seed: fc.integer({ min: 1, max: 10_000 }),
})

interface Entry {
  readonly name: string
  readonly outcome: string
  readonly what: string
  readonly deployment: { readonly takeBack: { readonly result: string } | null } | null
}

/** Of the PRIMARY deployment. */
function revisionOf({ services }: World, service: string): number | undefined {
  const found = [...services.values()].find(one => one.name === service)
  return found?.deployments.find(({ status }) => status === 'PRIMARY')?.revision.taskDefinition.revision
}

function isOwnFailure({ deployment, outcome }: Entry): boolean {
  const takeBack = deployment?.takeBack
  return !takeBack && (outcome === 'rolled-back' || outcome === 'failed')
}

/** Their outcome says that nobody knows, or that somebody else decides. */
const undecided = ['unknown', 'cancelled', 'superseded', 'timed-out', 'failed']

function staysSilently(entries: readonly Entry[], played: Played): string[] {
  if (!entries.some(isOwnFailure)) return []
  return entries
    .filter(one => revisionOf(played.world, one.name) === 8 && !undecided.includes(one.outcome))
    .filter(({ deployment, what }) => !deployment?.takeBack || !/but/.test(what))
    .map(one => `${one.name} stays on web:8 alone: ${one.outcome}, ${one.what}`)
}

function misreported(entries: readonly Entry[], played: Played): string[] {
  return entries.flatMap(one => {
    const expected = { succeeded: 8, idle: 8, 'rolled-back': 7 }[one.outcome]
    const is = revisionOf(played.world, one.name)
    return expected === undefined || expected === is
      ? []
      : [`${one.name} is ${one.outcome}, but runs web:${is}`]
  })
}

interface Theirs {
  readonly service: string
  readonly at: number
}

/** Their deployment is the last that anybody has asked for. */
function touched({ requests }: Played, theirs: Theirs | undefined): string[] {
  if (!theirs) return []
  const sent = requests.filter(({ at, input, operation }) => {
    const { service, taskDefinition } = input as {
      readonly service?: string
      readonly taskDefinition?: string
    }
    const isUpdate = operation === 'UpdateService' && taskDefinition !== undefined
    // A request may be on its way.
    return isUpdate && service === theirs.service && at > theirs.at + 2_000
  })
  return sent.map(({ at }) => `${theirs.service} was deployed ${at - theirs.at} ms after somebody else had`)
}

test('services that go together end truthfully, and nobody else is touched', async () => {
  const { numRuns, seed } = chance('partial failures', 150)
  await fc.assert(
    fc.asyncProperty(
      world,
      async ({ cancelAfter, inputs, order, scaled, software: image, theirs, ...more }) => {
        let happened: Theirs | undefined
        const played = await play({
          ...threeServicesTakenBack,
          ...more,
          setUp: opened => {
            openThreeServices(opened)
            if (scaled)
              call(opened, 'UpdateService', { cluster, service: scaled.service, desiredCount: scaled.to })
            opened.images.add(imageOf(commit), { ...workingSoftware, ...image })
            if (!theirs) return
            opened.after(theirs.after, () => {
              happened = { service: theirs.service, at: opened.now }
              call(opened, 'UpdateService', { cluster, service: theirs.service, taskDefinition: 'web:6' })
            })
          },
          inputs: {
            ...threeServicesTakenBack.inputs,
            ...inputs,
            service: order.join(),
            'circuit-breaker': 'rollback',
          },
          idleFaults: 'allowed',
          post: 'follows',
          ...(cancelAfter === undefined ? {} : { cancelAfter }),
        })
        const result = JSON.parse(played.outputs.result ?? '')
        const entries: Entry[] = result.services
        const mine = entries.filter(one => one.name !== happened?.service)
        const broken = [
          ...misreported(mine, played),
          ...staysSilently(entries, played),
          ...touched(played, happened),
          ...complaints('result', played.outputs.result),
        ]
        if (broken.length > 0) throw new Error([...broken, ...played.log].join('\n'))
      },
    ),
    { numRuns, seed },
  )
  expect(numRuns).toBeGreaterThan(0)
})
