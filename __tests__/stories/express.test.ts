/** A service in Express mode: only the revision is sent, by its own call, and what it cannot take is refused. */
import { expect, test } from '@jest/globals'
import { verifyHost } from '../../simulator/scenarios/verification.js'
import type { InputRow } from '../../src/inputs/input-row.js'
import { inputNames, inputTable } from '../../src/inputs/input-table.js'
import { expressUpdates, newDeployments, playExpress } from '../support/express-stories.js'
import { changesIn } from '../support/play.js'
import { acceptedInputs, text, verdict } from '../support/web-stories.js'

const serviceArn = 'arn:aws:ecs:eu-west-1:123456789012:service/prod/web'
const revision = (name: string) => `arn:aws:ecs:eu-west-1:123456789012:task-definition/${name}`

test('the revision alone is sent, and the plan says that ECS configures the rest', async () => {
  const played = await playExpress({})
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', endpoint: 'web.ecs.eu-west-1.on.aws' })
  expect(changesIn(played.requests)).toStrictEqual(['RegisterTaskDefinition', 'UpdateExpressGatewayService'])
  expect(acceptedInputs(played, 'UpdateExpressGatewayService')).toStrictEqual([
    { serviceArn, taskDefinitionArn: revision('web:8') },
  ])
  expect(text(played)).toMatch(/ express {5}ECS configures the deployment, also its breaker and alarm/)
  expect(text(played)).toMatch(/ breaker {5}on with rollback, trips at 3/)
  expect(played.summary).toContain('[`web.ecs.eu-west-1.on.aws`](https://web.ecs.eu-west-1.on.aws)')
  expect(JSON.parse(played.outputs.services ?? '')).toMatchObject([{ endpoint: 'web.ecs.eu-west-1.on.aws' }])
})

const rows: Readonly<Record<string, InputRow<unknown>>> = inputTable
const plain = inputNames.filter(name => rows[name]?.setting !== undefined)
const values: Readonly<Record<string, string>> = {
  'minimum-healthy-percent': '50',
  'maximum-percent': '150',
  'bake-time-minutes': '5',
  'desired-count': '3',
  'enable-ecs-managed-tags': 'true',
  'propagate-tags': 'SERVICE',
  'circuit-breaker': 'stop',
  'circuit-breaker-threshold': '5',
  'circuit-breaker-reset-on-healthy-task': 'false',
  alarms: 'web-5xx',
  'bump-desired-count': '4',
  'service-managed-ebs-volume-name': 'data',
  'service-managed-ebs-volume':
    '{"roleArn":"arn:aws:iam::123456789012:role/ecsInfrastructureRole","sizeInGiB":10}',
}

test('every input that only UpdateService takes is refused by its name, before anything is changed', async () => {
  expect(Object.keys(values)).toEqual(expect.arrayContaining(plain))
  const played = await playExpress({ inputs: values })
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['refused', []])
  const [refusal = ''] = verdict(played).match(/express-service .*/) ?? []
  const names = Object.keys(values).filter(name => name !== 'service-managed-ebs-volume-name')
  for (const name of names) expect(refusal).toMatch(new RegExp(`[ ,]${name}\\b`))
  expect(verdict(played)).toContain(`update-express-gateway-service --service-arn ${serviceArn}`)
})

test('the breaker that ECS sets anyway is no reason to refuse', async () => {
  for (const mode of ['rollback', 'keep']) {
    const played = await playExpress({ inputs: { 'circuit-breaker': mode, 'dry-run': 'true' } })
    expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['planned', []])
    const { update, circuitBreaker } = JSON.parse(played.outputs.plan ?? '')
    expect([update, circuitBreaker.after]).toStrictEqual([{}, 'on with rollback'])
    expect(text(played)).toContain('UpdateExpressGatewayService')
  }
})

test('a lost answer is looked for, and nothing is sent twice', async () => {
  const lost = { kind: 'connection-reset', when: 'after-effect', times: 1 } as const
  const played = await playExpress({
    settings: { staleReadsMs: 10_000 },
    faults: [{ ...lost, operations: ['UpdateExpressGatewayService'] }],
  })
  expect([played.outputs.outcome, expressUpdates(played)]).toStrictEqual(['succeeded', ['web:8']])
  expect(newDeployments(played)).toBe(1)
})

test('rollback: previous goes back through the same call', async () => {
  const played = await playExpress({
    files: {},
    inputs: { rollback: 'previous', 'task-definition': '', 'container-name': '', image: '' },
  })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(changesIn(played.requests)).toStrictEqual(['UpdateExpressGatewayService'])
  expect(expressUpdates(played)).toStrictEqual(['web:6'])
})

test('the revision that it has already is refused, and is no-change as a rollback', async () => {
  const inputs = { 'task-definition': '', 'container-name': '', image: '' }
  const again = await playExpress({
    files: {},
    inputs: { ...inputs, 'task-definition-arn': 'web:7', 'force-new-deployment': 'true' },
  })
  expect([again.outputs.outcome, changesIn(again.requests)]).toStrictEqual(['refused', []])
  expect(verdict(again)).toContain('ECS starts a deployment only for another revision')
  const back = await playExpress({ files: {}, inputs: { ...inputs, rollback: 'web:7' } })
  expect([back.outputs.outcome, changesIn(back.requests)]).toStrictEqual(['no-change', []])
})

test('an endpoint that may not be read is a notice', async () => {
  const operations = ['DescribeExpressGatewayService']
  const played = await playExpress({
    faults: [{ kind: 'access-denied', operations }],
    inputs: { 'wait-for-service-stability': 'false' },
  })
  expect(played.outputs).toMatchObject({ outcome: 'started', endpoint: '' })
  expect(text(played)).toMatch(
    /express-service {2}the output endpoint stays empty: allow ecs:DescribeExpress/,
  )
})

test('a failed verification goes back through the same call where the deployment cannot be stopped', async () => {
  const played = await playExpress({
    faults: [{ kind: 'access-denied', operations: ['StopServiceDeployment'] }],
    also: world => world.hosts.set(verifyHost, { kind: 'fixed', answer: () => ({ status: 500, body: '' }) }),
    inputs: { 'verify-url': `http://${verifyHost}/version`, 'on-verify-failure': 'rollback' },
  })
  expect(played.outputs).toMatchObject({
    outcome: 'rolled-back',
    'failure-class': 'verification',
    'serving-task-definition-arn': revision('web:7'),
  })
  expect(changesIn(played.requests)).not.toContain('UpdateService')
  expect(expressUpdates(played)).toStrictEqual(['web:8', 'web:7'])
})
