/** Several services in one step: each ends truthfully, whatever becomes of the others. */
import { expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/protocol/faults/fault.js'
import { openThreeServices, threeServices } from '../../simulator/scenarios/three-services.js'
import {
  commit,
  createService,
  imageOf,
  port,
  replayHistory,
  workingSoftware,
} from '../../simulator/scenarios/web-service.js'
import { changesIn, type Played, play, type Story } from '../support/play.js'
import { restores, stops, text } from '../support/web-stories.js'

interface Entry {
  readonly service: string
  readonly outcome: string
}

function entriesOf({ outputs }: Played): Record<string, string> {
  const entries: Entry[] = JSON.parse(outputs.services ?? '[]')
  return Object.fromEntries(entries.map(({ outcome, service }) => [service, outcome]))
}

const playThree = ({ inputs, ...story }: Partial<Story>) =>
  play({ ...threeServices, ...story, inputs: { ...threeServices.inputs, ...inputs } })

const operations = ['UpdateService']

test('one registration, one update each, and every line of the watch names its service', async () => {
  const played = await playThree({})
  expect(changesIn(played.requests)).toStrictEqual([
    'RegisterTaskDefinition',
    ...Array(3).fill('UpdateService'),
  ])
  const watched = played.log.slice(played.log.indexOf('▸ Watch') + 1).filter(line => /\d:\d\d {2}/.test(line))
  expect(watched.length).toBeGreaterThan(10)
  for (const line of watched) expect(line).toMatch(/^(?:web {3}|api {3}|worker) +\d+:\d\d {2}/)
})

const refusedFaults: readonly { name: string; faults: readonly Fault[]; outcome: string }[] = [
  { name: 'denied', faults: [{ kind: 'access-denied', operations, skip: 1, times: 1 }], outcome: 'refused' },
  {
    name: 'not answered',
    faults: [{ kind: 'connection-reset', operations, skip: 1, times: 2 }],
    outcome: 'unknown',
  },
]

test.each(refusedFaults)(
  'one update is $name: the others are watched to their end',
  async ({ faults, outcome }) => {
    const played = await playThree({ faults })
    expect([played.passed, played.outputs.outcome]).toStrictEqual([false, outcome])
    expect(entriesOf(played)).toStrictEqual({ web: 'succeeded', api: outcome, worker: 'succeeded' })
    expect(text(played)).toMatch(
      new RegExp(`✗ ${outcome}: api \\(${outcome}\\), web and worker \\(succeeded\\)\\.`),
    )
    expect(played.summary).toMatch(new RegExp(`\\| .* ${outcome} \\| \`api\` \\|`))
  },
)

test('all updates are refused: nothing was changed', async () => {
  const played = await playThree({ faults: [{ kind: 'access-denied', operations }] })
  expect(played.outputs.outcome).toBe('refused')
  expect(entriesOf(played)).toStrictEqual({ web: 'refused', api: 'refused', worker: 'refused' })
  for (const name of ['web', 'api', 'worker']) expect(text(played)).toContain(`permissions  ${name}: `)
  expect(text(played)).toContain('no service was changed')
})

test('a canceled step puts all counts back and stops all deployments', async () => {
  const cancelAfter = 20_000
  const played = await playThree({
    cancelAfter,
    inputs: { 'bump-desired-count': '3', 'on-cancel': 'rollback' },
  })
  expect(entriesOf(played)).toStrictEqual({ web: 'cancelled', api: 'cancelled', worker: 'cancelled' })
  expect(restores(played)).toHaveLength(3)
  expect(stops(played)).toBe(3)
  expect(played.took - cancelAfter).toBeLessThanOrEqual(2_000)
  expect(played.state.unfinished).toBe('')
})

test('the post step finishes all services, and says which', async () => {
  const faults: Fault[] = [{ kind: 'connection-reset', operations, times: 6 }]
  const played = await playThree({ faults, post: 'follows', inputs: { 'bump-desired-count': '3' } })
  expect(entriesOf(played)).toStrictEqual({ web: 'unknown', api: 'unknown', worker: 'unknown' })
  expect(JSON.parse(played.state.unfinished ?? '')).toHaveLength(3)
  const notices = played.postNotices.map(notice => notice.text)
  for (const name of ['web', 'api', 'worker'])
    expect(notices).toContainEqual(
      expect.stringMatching(new RegExp(`^${name}: The update did not reach ECS`)),
    )
})

test('a finding of one service names it, and refuses all before anything is changed', async () => {
  const played = await playThree({
    setUp: world => {
      openThreeServices(world)
      createService(world, { desiredCount: 0, serviceName: 'idle', loadBalancers: [] })
      world.images.add(imageOf(commit), workingSoftware)
    },
    inputs: { service: 'web\nidle\nmissing' },
  })
  expect(played.outputs.outcome).toBe('refused')
  expect(changesIn(played.requests)).toStrictEqual([])
  expect(text(played)).toContain('"missing" is not in cluster prod')
})

test('a dry run plans all services and changes nothing', async () => {
  const played = await playThree({ inputs: { 'dry-run': 'true' } })
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['planned', []])
  const plan = JSON.parse(played.outputs.plan ?? '')
  expect(plan.services.map(({ service }: Entry) => service)).toStrictEqual(['web', 'api', 'worker'])
})

function countOf({ requests }: Played, operation: string): number {
  return requests.filter(request => request.operation === operation).length
}

test('15 services at once cost hardly more polls than one', async () => {
  const names = Array.from({ length: 15 }, (_, nth) => `web-${nth + 1}`)
  const playFleet = (service: readonly string[]) =>
    playThree({
      setUp: world => {
        const now = world.now
        replayHistory(world, { desiredCount: 1, until: now - 600_000 })
        for (const serviceName of names)
          createService(world, { desiredCount: 1, serviceName, loadBalancers: [] })
        world.advanceTo(now)
        world.images.add(imageOf(commit), { ...workingSoftware, listens: { [port]: { '/': 200 } } })
      },
      inputs: { service: service.join() },
    })
  const all = await playFleet(names)
  expect(all.outputs.outcome).toBe('succeeded')
  expect(new Set(Object.values(entriesOf(all)))).toStrictEqual(new Set(['succeeded']))
  expect(Object.keys(entriesOf(all))).toStrictEqual(names)
  const one = await playFleet(names.slice(0, 1))
  // One read of each before; then two calls for the 15 services of each poll, and one for their deployments.
  const polls = countOf(one, 'DescribeServices') - 1
  expect(countOf(all, 'DescribeServices') - 15).toBeLessThanOrEqual(3 * polls)
  expect(countOf(all, 'DescribeServiceDeployments')).toBeLessThanOrEqual(
    2 * countOf(one, 'DescribeServiceDeployments'),
  )
})
