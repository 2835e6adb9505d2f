/** Endings that need no scenario of their own: plans, registrations, lost sight, and answers that were lost. */
import { expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/protocol/faults/fault.js'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { call } from '../../simulator/scenarios/web-service.js'
import { changesIn, play, type Story } from '../support/play.js'
import { playWeb, verdict } from '../support/web-stories.js'

const healthy = scenarios.healthy as Story
const portMismatch = scenarios['port-mismatch'] as Story

test('dry-run shows plan and diff, and sends nothing that changes anything', async () => {
  const played = await play({ ...healthy, inputs: { ...healthy.inputs, 'dry-run': 'true' } })
  expect(played.passed).toBe(true)
  expect(played.outputs.outcome).toBe('planned')
  expect(changesIn(played.requests)).toEqual([])
  expect(JSON.parse(played.outputs.plan ?? '')).toMatchObject({ version: 1, kind: 'deploy', family: 'web' })
  expect(played.summary).toContain('web:1f3c9e0')
})

test('dry-run without credentials plans from the file alone and says so', async () => {
  const played = await play({
    ...healthy,
    credentials: 'none',
    inputs: { ...healthy.inputs, 'dry-run': 'true' },
  })
  expect(played.outputs.outcome).toBe('planned')
  expect(played.log.join('\n')).toContain('There are no AWS credentials')
})

test('without a service only the revision is registered', async () => {
  const { service: _, cluster: __, ...inputs } = healthy.inputs
  const played = await play({ ...healthy, inputs })
  expect(played.outputs).toMatchObject({ outcome: 'registered', revision: '8', 'deployment-id': '' })
  expect(changesIn(played.requests)).toEqual(['RegisterTaskDefinition'])
})

test('without a file the live definition gets the new image and keeps everything else', async () => {
  const { 'task-definition': _, ...inputs } = healthy.inputs
  const played = await play({ ...healthy, inputs })
  expect(played.outputs.outcome).toBe('succeeded')
  const sent = played.requests.find(({ operation }) => operation === 'RegisterTaskDefinition')?.input
  expect(sent).toMatchObject({
    family: 'web',
    containerDefinitions: [
      expect.objectContaining({
        image: healthy.inputs.image,
        environment: expect.arrayContaining([{ name: 'FEATURE_BANNER', value: '' }]),
      }),
    ],
  })
  for (const member of ['revision', 'status', 'registeredAt', 'requiresAttributes'])
    expect(sent).not.toHaveProperty(member)
})

test('the rendered definition is in a file that only this user can read', async () => {
  const played = await play({ ...healthy, inputs: { ...healthy.inputs, 'dry-run': 'true' } })
  const { text, mode } = played.rendered ?? { text: '{}', mode: 0o777 }
  expect(JSON.parse(text).containerDefinitions[0].image).toBe(healthy.inputs.image)
  if (process.platform !== 'win32') expect(mode & 0o077).toBe(0)
})

test('not watched is started, green, and says that nothing was verified', async () => {
  const played = await play({
    ...healthy,
    inputs: { ...healthy.inputs, 'wait-for-service-stability': 'false' },
  })
  expect(played.passed).toBe(true)
  expect(played.outputs.outcome).toBe('started')
  expect(played.annotations).toContainEqual(expect.objectContaining({ level: 'warning' }))
})

test('not decided within the wait is timed out, not failed', async () => {
  const played = await play({ ...portMismatch, inputs: { ...portMismatch.inputs, 'wait-for-minutes': '1' } })
  expect(played.outputs.outcome).toBe('timed-out')
  expect(played.took).toBeGreaterThanOrEqual(60_000)
  expect(played.took).toBeLessThan(75_000)
})

test('service deployments that may not be read: the service alone decides, and the permission is named once', async () => {
  for (const scenario of [healthy, portMismatch]) {
    const played = await play({
      ...scenario,
      faults: [{ kind: 'access-denied', operations: ['ListServiceDeployments'] }],
    })
    expect(played.outputs.outcome).toBe((scenario as unknown as { outcome: string }).outcome)
    expect(played.log.filter(line => line.includes('ecs:ListServiceDeployments')).length).toBe(1)
    // Three for the watch, one for the history in the summary.
    expect(played.requests.filter(({ operation }) => operation === 'ListServiceDeployments').length).toBe(4)
  }
})

test('tasks that may not be read: the verdict stands, the permission is named', async () => {
  const played = await play({
    ...portMismatch,
    faults: [{ kind: 'access-denied', operations: ['ListTasks'] }],
  })
  expect(played.outputs.outcome).toBe('rolled-back')
  expect(played.log.join('\n')).toContain('ecs:ListTasks')
})

test.each([
  { name: 'the role loses the permission to look', kind: 'access-denied', operations: ['DescribeServices'] },
  { name: 'the credentials run out', kind: 'expired-credentials' },
] as const)('unknown when $name in the middle', async ({ name: _, ...fault }) => {
  const from = Date.UTC(2026, 0, 15, 9) + 60_000
  const played = await play({ ...healthy, faults: [{ ...fault, from }] })
  expect(played.passed).toBe(false)
  expect(played.outputs.outcome).toBe('unknown')
  expect(played.outputs['deployment-id']).toMatch(/^ecs-svc\//)
})

const refusals: readonly Fault[] = [
  { kind: 'access-denied', operations: ['DescribeServices'] },
  { kind: 'access-denied', operations: ['ListServiceDeployments', 'DescribeServiceDeployments'] },
  { kind: 'access-denied', operations: ['ListTasks'] },
  { kind: 'expired-credentials' },
]

test.each(refusals)(
  'two refusals in a row while watching change nothing: $kind of $operations',
  async fault => {
    const played = await playWeb({
      software: { exitsAfterSeconds: 5, exitCode: 1 },
      inputs: { 'circuit-breaker': 'keep' },
      faults: [{ ...fault, times: 2, after: { operation: 'UpdateService', ms: 6_000 } }],
    })
    expect(played.outputs.outcome).toBe('rolled-back')
    expect(verdict(played)).toContain('stopped early')
    expect(verdict(played)).not.toContain('could not be read')
  },
)

test('the service that is deleted meanwhile is unknown, neither failed nor a success', async () => {
  let deleted = false
  const played = await play({
    ...healthy,
    meanwhile: world => {
      const { now } = world
      if (deleted || now < Date.UTC(2026, 0, 15, 9) + 30_000) return
      deleted = true
      call(world, 'DeleteService', { cluster: 'prod', service: 'web', force: true })
    },
  })
  expect(played.outputs.outcome).toBe('unknown')
})

test.each([
  {
    name: 'UpdateService answers 500 after it took effect',
    fault: { kind: 'server-error', when: 'after-effect' },
  },
  {
    name: 'the connection breaks after UpdateService took effect',
    fault: { kind: 'connection-reset', when: 'after-effect' },
  },
  { name: 'the answer to UpdateService is cut off', fault: { kind: 'truncated-response' } },
] as const)('$name: one update, one deployment, and its true end', async ({ fault }) => {
  const played = await play({ ...healthy, faults: [{ ...fault, operations: ['UpdateService'] }] })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(changesIn(played.requests)).toEqual(['RegisterTaskDefinition', 'UpdateService'])
})

test('an UpdateService that was lost before it took effect is sent once more after looking', async () => {
  const faults = [
    { kind: 'connection-reset', when: 'before-effect', operations: ['UpdateService'], times: 1 },
  ] as const
  const played = await play({ ...healthy, faults })
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '8' })
  expect(changesIn(played.requests)).toEqual(['RegisterTaskDefinition', 'UpdateService', 'UpdateService'])
})

test('an UpdateService that is lost every time ends unknown', async () => {
  const faults = [{ kind: 'connection-reset', when: 'before-effect', operations: ['UpdateService'] }] as const
  const played = await play({ ...healthy, faults })
  expect(played.passed).toBe(false)
  expect(played.outputs).toMatchObject({ outcome: 'unknown', revision: '8' })
})

test('a RegisterTaskDefinition whose answer was lost is found again, not repeated', async () => {
  const faults = [
    { kind: 'server-error', when: 'after-effect', operations: ['RegisterTaskDefinition'] },
  ] as const
  const played = await play({ ...healthy, faults })
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '8' })
  expect(changesIn(played.requests)).toEqual(['RegisterTaskDefinition', 'UpdateService'])
})

test('a RegisterTaskDefinition that fails every time is refused after two, and says what may be left', async () => {
  const faults = [
    { kind: 'server-error', when: 'before-effect', operations: ['RegisterTaskDefinition'] },
  ] as const
  const played = await play({ ...healthy, faults })
  expect(played.outputs.outcome).toBe('refused')
  expect(changesIn(played.requests)).toEqual(['RegisterTaskDefinition', 'RegisterTaskDefinition'])
  expect(played.log.join('\n')).toContain('up to as many unused revisions may exist')
})

const empty = {
  'task-definition-modify': { burst: 0, perSecond: 0 },
  'service-modify': { burst: 0, perSecond: 0 },
}

test('throttled changes and failing reads cost time and nothing else', async () => {
  const played = await play({
    ...portMismatch,
    faults: [
      { kind: 'throttling', operations: ['RegisterTaskDefinition'], times: 2, buckets: empty },
      { kind: 'throttling', operations: ['UpdateService'], times: 2, buckets: empty },
      {
        kind: 'server-error',
        operations: ['DescribeServices', 'DescribeServiceDeployments', 'DescribeTasks'],
        rate: 0.4,
      },
      { kind: 'connection-reset', operations: ['ListServiceDeployments', 'ListTasks'], rate: 0.4 },
      { kind: 'truncated-response', operations: ['DescribeServices'], rate: 0.1 },
      { kind: 'html-error', operations: ['DescribeServiceDeployments'], rate: 0.1 },
    ],
  })
  expect(played.outputs.outcome).toBe('rolled-back')
})
