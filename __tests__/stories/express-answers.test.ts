/** An Express service under lost, broken and late answers, cancelation and other deployments: the truth of others. */
import { expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/protocol/faults/fault.js'
import { call } from '../../simulator/scenarios/web-service.js'
import { expectCancelled } from '../support/cancelled.js'
import { expressUpdates, newDeployments, playExpress } from '../support/express-stories.js'
import { changesIn } from '../support/play.js'
import { beginning, stops, text, verdict, webOf } from '../support/web-stories.js'

const operations = ['UpdateExpressGatewayService']

const answers = [
  { name: '500 before it took effect', fault: { kind: 'server-error', when: 'before-effect' } },
  { name: '500 after it took effect', fault: { kind: 'server-error', when: 'after-effect' } },
  { name: 'a reset before it took effect', fault: { kind: 'connection-reset', when: 'before-effect' } },
  { name: 'a page of HTML after it took effect', fault: { kind: 'html-error', when: 'after-effect' } },
  { name: 'an answer that stops in the middle', fault: { kind: 'truncated-response' } },
] as const satisfies readonly { readonly name: string; readonly fault: Fault }[]

const slow = { staleReadsMs: 10_000, listLagMs: [20_000, 20_000] } as const

for (const { reads, settings } of [
  { reads: 'prompt', settings: {} },
  { reads: 'stale', settings: slow },
])
  test.each(answers)(`one deployment, with ${reads} reads: $name`, async ({ fault }) => {
    const played = await playExpress({ settings, faults: [{ ...fault, operations, times: 1 }] })
    expect(played.outputs.outcome).toBe('succeeded')
    expect(newDeployments(played)).toBe(1)
  })

test('a throttled update is sent again until ECS takes it', async () => {
  const nothing = { 'service-modify': { burst: 0, perSecond: 0 } }
  const throttling = { kind: 'throttling', operations, until: beginning + 30_000, buckets: nothing } as const
  const played = await playExpress({ faults: [throttling] })
  expect([played.outputs.outcome, expressUpdates(played)]).toStrictEqual(['succeeded', ['web:8']])
})

test('twice without an answer or effect is unknown, and names the call', async () => {
  const played = await playExpress({ faults: [{ kind: 'server-error', when: 'before-effect', operations }] })
  expect(played.outputs.outcome).toBe('unknown')
  expect(changesIn(played.requests).slice(1)).toStrictEqual([...operations, ...operations])
  expect(verdict(played)).toContain('UpdateExpressGatewayService was sent, but ECS did not confirm it')
})

test('a denied update is refused with the missing permission', async () => {
  const played = await playExpress({ faults: [{ kind: 'access-denied', operations }] })
  expect(played.outputs).toMatchObject({ outcome: 'refused', 'failure-class': 'permissions' })
  expect(verdict(played)).toContain('ecs:UpdateExpressGatewayService')
})

test('stale reads after the answer do not lose our deployment', async () => {
  const played = await playExpress({ settings: slow })
  expect(played.outputs).toMatchObject({
    outcome: 'succeeded',
    'deployment-id': `ecs-svc/${webOf(played.world).deployments[0]?.id}`,
  })
})

test.each([{ cancelAfter: 1_000 }, { cancelAfter: 60_000 }])(
  'on-cancel: rollback stops the deployment after $cancelAfter ms',
  async ({ cancelAfter }) => {
    const played = await playExpress({
      cancelAfter,
      inputs: { 'on-cancel': 'rollback' },
      settings: { listLagMs: [0, 0] },
    })
    expectCancelled(played, cancelAfter)
    expect([expressUpdates(played), stops(played)]).toStrictEqual([['web:8'], 1])
  },
)

test('a job that is killed while reads are stale leaves the rollback to the post step', async () => {
  const played = await playExpress({
    cancelAfter: 500,
    inputs: { 'on-cancel': 'rollback' },
    settings: { staleReadsMs: 10_000, listLagMs: [0, 0] },
    post: 'follows',
  })
  expect([expressUpdates(played), stops(played)]).toStrictEqual([['web:8'], 1])
})

test('on-timeout: rollback stops a deployment that is not healthy in time', async () => {
  const played = await playExpress({
    software: { listens: {} },
    settings: { breakerFires: false },
    inputs: { 'on-timeout': 'rollback', 'wait-for-minutes': '4', 'fail-fast-after': '0', preflight: 'warn' },
  })
  expect([played.outputs.outcome, stops(played)]).toStrictEqual(['timed-out', 1])
})

test('tasks that fail trip the breaker of ECS, and web:7 serves', async () => {
  const played = await playExpress({ software: { exitsAfterSeconds: 1, exitCode: 1 } })
  expect(played.outputs).toMatchObject({
    outcome: 'rolled-back',
    'serving-task-definition-arn': expect.stringMatching(/web:7$/),
  })
  expect(changesIn(played.requests).slice(1)).not.toContain('UpdateService')
})

test('a deployment of somebody else supersedes ours', async () => {
  let isDone = false
  const played = await playExpress({
    onAnswered: (world, { operation }) => {
      if (isDone || operation !== 'ListServiceDeployments') return
      isDone = true
      const service = webOf(world)
      const seven = world.families.get('web')?.[6]?.arn
      call(world, 'UpdateExpressGatewayService', { serviceArn: service.arn, taskDefinitionArn: seven })
    },
  })
  expect(played.outputs.outcome).toBe('superseded')
})

test('the command in the report that goes back is the one of Express services', async () => {
  const played = await playExpress({ inputs: { 'wait-for-minutes': '4', preflight: 'warn' } })
  expect(played.outputs.outcome).toBe('timed-out')
  expect(text(played)).not.toContain('aws ecs update-service')
})
