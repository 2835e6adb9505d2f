/** Cancelled and killed: dist/index.js and dist/post.js as the runner ends them. */
import { readFileSync } from 'node:fs'
import { expect } from '@jest/globals'
import { parse } from 'yaml'
import type { RunningAction } from '../../simulator/demo/run-action.js'
import type { World } from '../../simulator/ecs/world.js'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { changesIn, type Story } from '../support/play.js'
import { type PlayedStep, playStep } from '../support/play-step.js'
import { testUnless } from '../support/test-unless.js'
import { type StoryOverrides, update, webOf, webStory } from '../support/web-stories.js'

const testSignals = testUnless(process.platform === 'win32', 'Windows has no signals to send')

const outputNames = Object.keys(parse(readFileSync('action.yml', 'utf8')).outputs).toSorted()
const bumped = { 'bump-desired-count': '4' }
const started = /^ +started +ecs-svc/
const watching = /^ +\d+:\d\d /

/** SIGTERM follows 7.5 s after SIGINT: a step that is quick enough never gets it. */
function expectCancelled(step: PlayedStep): void {
  expect(step.main.exitCode).toBe(1)
  expect(step.main.outputs.outcome).toBe('cancelled')
  expect(Object.keys(step.main.outputs).toSorted()).toStrictEqual(outputNames)
  expect(step.main.summary).toContain('cancelled')
  expect(step.endedAfter).toBeLessThan(7_500)
  expect(step.post?.exitCode).toBe(0)
  expect(step.post?.annotations).toEqual([])
}

testSignals.each<StoryOverrides & { readonly name: string; readonly changes: readonly string[] }>([
  { name: 'nothing was raised', changes: [] },
  { name: 'the count was raised', inputs: bumped, changes: ['UpdateService'] },
  {
    name: 'the count was raised, on-cancel: rollback',
    inputs: { ...bumped, 'on-cancel': 'rollback' },
    changes: ['UpdateService', 'StopServiceDeployment'],
  },
])('cancelled by the runner while watching: $name', async ({ changes, ...unusual }) => {
  const step = await playStep(webStory(unusual), {
    when: { matches: /has started/, act: main => main.cancel() },
  })
  expectCancelled(step)
  expect(changesIn(step.requests).slice(2)).toEqual(changes)
  expect(webOf(step.world).desiredCount).toBe(2)
})

testSignals('SIGTERM alone cancels, too', async () => {
  const step = await playStep(webStory({ inputs: bumped }), {
    when: { matches: watching, act: main => main.signal('SIGTERM') },
  })
  expectCancelled(step)
  expect(webOf(step.world).desiredCount).toBe(2)
})

testSignals('a second SIGINT changes nothing', async () => {
  const step = await playStep(webStory({ inputs: bumped }), {
    when: {
      matches: watching,
      act: main => {
        main.signal('SIGINT')
        main.signal('SIGINT')
      },
    },
  })
  expectCancelled(step)
  expect(webOf(step.world).desiredCount).toBe(2)
})

const hanging = { kind: 'latency', ms: 15_000 } as const
const throttledForEver = {
  kind: 'throttling',
  operations: ['UpdateService'],
  buckets: { 'service-modify': { burst: 0, perSecond: 0 } },
} as const

testSignals.each<
  StoryOverrides & { readonly name: string; readonly matches: RegExp; readonly outcomeOf: string }
>([
  {
    name: 'while a look hangs',
    faults: [{ ...hanging, operations: ['ListServiceDeployments'], skip: 1 }],
    matches: started,
    outcomeOf: 'deployment was left as it is',
  },
  {
    name: 'while UpdateService is throttled',
    faults: [throttledForEver],
    matches: /^ +registered +web:8/,
    outcomeOf: 'web:8 is registered, the service was not changed',
  },
])('cancelled $name: it ends before SIGTERM', async ({ matches, outcomeOf, ...unusual }) => {
  const step = await playStep(webStory(unusual), {
    when: { matches, after: 3_500, act: main => main.cancel() },
  })
  expect(step.main.outputs.outcome).toBe('cancelled')
  expect(step.main.log).toContain(outcomeOf)
  expect(step.endedAfter).toBeLessThan(7_500)
})

testSignals('cancelled while it waits for somebody else: nothing was changed', async () => {
  const story: Story = webStory({
    inputs: { 'in-flight': 'wait' },
    also: world => update(world, { forceNewDeployment: true }),
  })
  const step = await playStep(story, { when: { matches: /^Waiting/, act: main => main.cancel() } })
  expectCancelled(step)
  expect(changesIn(step.requests)).toEqual([])
})

const kill = (matches: RegExp, meanwhile: (world: World) => void = () => {}) => ({
  when: {
    matches,
    act: (main: { signal(name: 'SIGKILL'): void }, world: World) => {
      main.signal('SIGKILL')
      meanwhile(world)
    },
  },
})

testSignals('killed while watching: the post step restores the count and says so', async () => {
  const step = await playStep(webStory({ inputs: bumped }), kill(watching))
  expect(step.main.exitCode).toBeNull()
  expect(step.main.outputs['task-definition-arn']).toMatch(/web:8$/)
  expect(step.post?.exitCode).toBe(0)
  expect(webOf(step.world).desiredCount).toBe(2)
  expect(step.post?.annotations).toEqual([
    expect.objectContaining({ message: 'The desired count is back at 2.' }),
  ])
})

testSignals('killed while watching, and somebody scaled meanwhile: the post step leaves theirs', async () => {
  const scaled = kill(watching, world => update(world, { desiredCount: 6 }))
  const step = await playStep(webStory({ inputs: bumped }), scaled)
  expect(webOf(step.world).desiredCount).toBe(6)
  expect(step.post?.annotations.map(({ message }) => message).join('')).toContain('is 6 and is not restored')
})

testSignals('killed while watching, reads stale: the post step still puts the count back', async () => {
  const story = webStory({ inputs: bumped, settings: { staleReadsMs: 60_000 } })
  const step = await playStep(story, kill(started))
  expect(step.post?.exitCode).toBe(0)
  expect(webOf(step.world).desiredCount).toBe(2)
})

const arrives = [{ ...hanging, operations: ['UpdateService'], times: 1 }] as const
const neverArrives = [{ kind: 'connection-reset', operations: ['UpdateService'], times: 1 }] as const
const isBack = 'The desired count is back at 2.'

testSignals.each<
  StoryOverrides & {
    readonly name: string
    readonly act: (main: RunningAction) => void
    readonly exitCode: number | null
    readonly notices: readonly string[]
    readonly changes: readonly string[]
  }
>([
  {
    name: 'canceled, and it arrives all the same: it is undone',
    faults: arrives,
    act: main => main.cancel(),
    exitCode: 1,
    notices: [isBack, 'The rollback of the deployment was requested.'],
    changes: ['UpdateService', 'UpdateService', 'StopServiceDeployment'],
  },
  {
    name: 'killed, and it arrives all the same: only the count is restored, since nobody canceled',
    faults: arrives,
    act: main => main.signal('SIGKILL'),
    exitCode: null,
    notices: [isBack],
    changes: ['UpdateService', 'UpdateService'],
  },
  {
    name: 'killed, and it never arrives: nothing is done',
    faults: neverArrives,
    act: main => main.signal('SIGKILL'),
    exitCode: null,
    notices: [
      'The update did not reach ECS: no deployment of web:8 has started, and there is nothing to undo.',
    ],
    changes: ['UpdateService'],
  },
])(
  'ended before UpdateService is answered: $name',
  async ({ act, exitCode, notices, changes, ...unusual }) => {
    const inputs = { ...bumped, 'on-cancel': 'rollback' }
    const step = await playStep(webStory({ ...unusual, inputs }), {
      when: { matches: /^ +registered +web:8/, after: 3_500, act },
    })
    expect(step.main.exitCode).toBe(exitCode)
    expect(webOf(step.world).desiredCount).toBe(2)
    expect(step.post?.exitCode).toBe(0)
    expect(step.post?.annotations.map(({ message }) => message)).toEqual(notices)
    expect(changesIn(step.requests).slice(1)).toEqual(changes)
  },
)

testSignals('killed with nothing raised: the post step calls nobody', async () => {
  const step = await playStep(webStory({ software: movedSoftware }), kill(watching))
  const before = step.requests.length
  expect(step.post).toMatchObject({ exitCode: 0, log: '', annotations: [] })
  expect(step.requests.length).toBe(before)
})
