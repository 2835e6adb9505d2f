/** on-cancel: rollback asks for it in the seconds that are left, but not for a healthy deployment. */
import { expect, test } from '@jest/globals'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { filesOf } from '../../simulator/scenarios/web-service.js'
import { expectCancelled } from '../support/cancelled.js'
import { changesIn, play, type Story } from '../support/play.js'
import {
  beginning,
  playWeb,
  type StoryOverrides,
  stops,
  text,
  update,
  verdict,
} from '../support/web-stories.js'

test.each([
  { name: 'its tasks are only starting', software: {} },
  { name: 'its tasks have failed', software: movedSoftware, cancelAfter: 115_000 },
])(
  'on-cancel: rollback asks for it, after the count was put back: $name',
  async ({ software, cancelAfter = 30_000 }) => {
    const played = await playWeb({
      software,
      cancelAfter,
      inputs: {
        'on-cancel': 'rollback',
        'bump-desired-count': '4',
        'circuit-breaker-threshold': '50',
        'fail-fast-after': '0',
      },
    })
    expectCancelled(played, cancelAfter)
    expect(changesIn(played.requests).slice(2)).toEqual(['UpdateService', 'StopServiceDeployment'])
    const restored = played.requests.findLast(({ operation }) => operation === 'UpdateService')
    expect((restored?.at ?? 0) - beginning - cancelAfter).toBeLessThanOrEqual(2_000)
    expect(verdict(played)).toContain('a rollback to web:7 was requested')
    expect(verdict(played)).toContain('The desired count is back at 2.')
    expect(played.state.unfinished).toBe('')
  },
)

test('on-cancel: rollback right after UpdateService finds what it has to stop', async () => {
  const played = await playWeb({
    cancelAfter: 1_000,
    inputs: { 'on-cancel': 'rollback' },
    settings: { listLagMs: [0, 0] },
  })
  expectCancelled(played, 1_000)
  expect(stops(played)).toBe(1)
})

const checked = filesOf({
  healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost:5001/health'], interval: 30 },
})

test.each<StoryOverrides & { readonly name: string; readonly rolledBack: boolean; readonly says: string }>([
  {
    name: 'its targets are not healthy yet',
    software: movedSoftware,
    cancelAfter: 60_000,
    rolledBack: true,
    says: 'a rollback to web:7 was requested',
  },
  {
    name: 'the health of its targets may not be read',
    software: movedSoftware,
    cancelAfter: 60_000,
    faults: [{ kind: 'access-denied', operations: ['DescribeTargetHealth'] }],
    rolledBack: false,
    says: 'all its tasks are running, and whether their targets are healthy could not be read: allow elasticloadbalancing:DescribeTargetHealth',
  },
  {
    name: 'its containers have no result of their health check yet',
    history: { service: { loadBalancers: [] } },
    files: checked,
    cancelAfter: 50_000,
    rolledBack: true,
    says: 'a rollback to web:7 was requested',
  },
  {
    name: 'its containers are healthy',
    history: { service: { loadBalancers: [] } },
    files: checked,
    inputs: { 'bake-time-minutes': '20' },
    cancelAfter: 150_000,
    rolledBack: false,
    says: 'it was not rolled back because all its tasks are running and pass their container health checks',
  },
])('on-cancel: rollback of a deployment whose tasks all run, and $name', async ({ rolledBack, says, inputs, ...unusual }) => {
  const played = await playWeb({ ...unusual, inputs: { 'on-cancel': 'rollback', ...inputs } })
  expectCancelled(played, unusual.cancelAfter ?? 0)
  expect(text(played)).toContain('web:8 2 running of 2')
  expect(stops(played)).toBe(rolledBack ? 1 : 0)
  expect(verdict(played)).toContain(says)
}) // biome-ignore format: one table

test('on-cancel: rollback never touches a deployment whose tasks are all up', async () => {
  const played = await playWeb({
    cancelAfter: 100_000,
    inputs: { 'on-cancel': 'rollback' },
    history: { targetGroup: { deregistrationDelaySeconds: 300 } },
  })
  expectCancelled(played, 100_000)
  expect(stops(played)).toBe(0)
  expect(verdict(played)).toContain(
    'it was not rolled back because all its tasks are running and their targets are healthy',
  )
})

test('on-cancel: rollback asks nothing of a deployment that somebody has replaced since the last look', async () => {
  const played = await playWeb({
    software: movedSoftware,
    cancelAfter: 115_000,
    inputs: { 'on-cancel': 'rollback', 'circuit-breaker': 'keep', 'fail-fast-after': '0' },
    also: world => world.after(114_500, () => update(world, { taskDefinition: 'web:7' })),
  })
  expectCancelled(played, 115_000)
  expect(stops(played)).toBe(0)
  expect(verdict(played)).toContain('it was not rolled back because ECS is already stopping it')
})

test('on-cancel: rollback never leaves a service with nothing: a first deployment is left', async () => {
  const first = scenarios['first-deployment'] as Story
  const played = await play({
    ...first,
    inputs: { ...first.inputs, 'on-cancel': 'rollback' },
    cancelAfter: 30_000,
  })
  expectCancelled(played, 30_000)
  expect(stops(played)).toBe(0)
  expect(verdict(played)).toContain('no earlier deployment had completed')
})

test('on-cancel: rollback that is denied is reported with the permission', async () => {
  const played = await playWeb({
    cancelAfter: 30_000,
    inputs: { 'on-cancel': 'rollback' },
    faults: [{ kind: 'access-denied', operations: ['StopServiceDeployment'] }],
  })
  expectCancelled(played, 30_000)
  expect(verdict(played)).toContain(
    'it was not rolled back because the role deploy may not call ecs:StopServiceDeployment',
  )
})
