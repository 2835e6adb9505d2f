/** CloudWatch as its real clients see it: the newest SDK by JSON, an older one by Query. */
import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  type DescribeAlarmsCommandInput,
  ListMetricsCommand,
} from '@aws-sdk/client-cloudwatch'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openWorld } from '../../../../simulator/ecs/open-world.js'
import type { World } from '../../../../simulator/ecs/world.js'
import type { Fault } from '../../../../simulator/protocol/faults/fault.js'
import type { SimulatorServer } from '../../../../simulator/protocol/http-server.js'
import { startServer } from '../../../../simulator/protocol/server.js'
import { VirtualClock } from '../../../../simulator/time/virtual-clock.js'
import { settingsFor } from '../../support/client-settings.js'

const nine = Date.UTC(2026, 0, 15, 9)

let server: SimulatorServer
let client: CloudWatchClient
let clock: VirtualClock
let world: World

async function open(faults: Fault[] = []): Promise<void> {
  clock = new VirtualClock(nine)
  world = openWorld({ clock })
  world.setAlarm('web-5xx', 'OK')
  world.setAlarm('web-slow', 'INSUFFICIENT_DATA')
  world.setAlarm('other', 'ALARM')
  server = await startServer({ world, clock, validateResponses: true, faults })
  client = new CloudWatchClient(settingsFor(server.url))
}

async function reopen(faults: Fault[]): Promise<void> {
  await close()
  await open(faults)
}

async function close(): Promise<void> {
  client.destroy()
  await server.close()
}

beforeEach(() => open())
afterEach(close)

const namesOf = async (input: DescribeAlarmsCommandInput) => {
  const { MetricAlarms = [] } = await client.send(new DescribeAlarmsCommand(input))
  return MetricAlarms.map(({ AlarmName }) => AlarmName)
}

test('an alarm has its state and the time of the change', async () => {
  clock.advance(60_000)
  world.advance()
  world.setAlarm('web-5xx', 'ALARM')
  const { MetricAlarms, CompositeAlarms } = await client.send(
    new DescribeAlarmsCommand({ AlarmNames: ['web-5xx', 'absent'] }),
  )

  expect(CompositeAlarms).toStrictEqual([])
  expect(MetricAlarms).toMatchObject([
    {
      AlarmName: 'web-5xx',
      AlarmArn: 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:web-5xx',
      StateValue: 'ALARM',
      StateUpdatedTimestamp: new Date(nine + 60_000),
      AlarmConfigurationUpdatedTimestamp: new Date(nine),
    },
  ])
  expect(server.requests).toMatchObject([
    { service: 'cloudwatch', operation: 'DescribeAlarms', status: 200, unknownMembers: [] },
  ])
})

test('an alarm has its definition, and keeps it when only its state changes', async () => {
  const hosts = {
    namespace: 'AWS/ApplicationELB',
    name: 'UnHealthyHostCount',
    dimensions: {
      TargetGroup: 'targetgroup/web-prod/6d0ecf831eec9f09',
      LoadBalancer: 'app/web/50dc6c495c0c9188',
    },
  }
  world.setAlarm('web-5xx', 'OK', { definition: { kind: 'metric', ...hosts } })
  world.setAlarm('web-5xx', 'ALARM')
  world.setAlarm('web-slow', 'OK', {
    definition: { kind: 'expression', expression: 'm1 / 2', metrics: [hosts] },
  })
  const { MetricAlarms } = await client.send(new DescribeAlarmsCommand({ AlarmNamePrefix: 'web-' }))

  const metric = {
    Namespace: 'AWS/ApplicationELB',
    MetricName: 'UnHealthyHostCount',
    Dimensions: [
      { Name: 'TargetGroup', Value: 'targetgroup/web-prod/6d0ecf831eec9f09' },
      { Name: 'LoadBalancer', Value: 'app/web/50dc6c495c0c9188' },
    ],
  }
  expect(MetricAlarms).toMatchObject([
    { AlarmName: 'web-5xx', StateValue: 'ALARM', ...metric },
    {
      AlarmName: 'web-slow',
      Metrics: [
        { Id: 'e0', Expression: 'm1 / 2' },
        { Id: 'm1', MetricStat: { Metric: metric } },
      ],
    },
  ])
  expect(MetricAlarms?.[1]).not.toHaveProperty('MetricName')
})

test('a composite alarm has its own type and appears only if that type is requested', async () => {
  world.setAlarm('web-health', 'OK', {
    definition: { kind: 'composite', rule: 'ALARM("web-5xx") OR ALARM("web-slow")' },
  })
  const both: DescribeAlarmsCommandInput = {
    AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
    AlarmNamePrefix: 'web-',
  }
  const { MetricAlarms, CompositeAlarms } = await client.send(new DescribeAlarmsCommand(both))

  expect(MetricAlarms?.map(({ AlarmName }) => AlarmName)).toStrictEqual(['web-5xx', 'web-slow'])
  expect(CompositeAlarms).toMatchObject([
    { AlarmName: 'web-health', StateValue: 'OK', AlarmRule: 'ALARM("web-5xx") OR ALARM("web-slow")' },
  ])
  expect(await namesOf({ AlarmNamePrefix: 'web-' })).toStrictEqual(['web-5xx', 'web-slow'])
})

test.each([
  { input: {}, names: ['other', 'web-5xx', 'web-slow'] },
  { input: { AlarmNamePrefix: 'web-' }, names: ['web-5xx', 'web-slow'] },
  { input: { StateValue: 'ALARM' }, names: ['other'] },
  { input: { AlarmTypes: ['CompositeAlarm'] }, names: [] },
  { input: { AlarmNames: ['absent'] }, names: [] },
  { input: { MaxRecords: 2 }, names: ['other', 'web-5xx'] },
] as const)('$input finds $names', async ({ input, names }) => {
  expect(await namesOf(input as object)).toStrictEqual(names)
})

test('the rest of the list follows its token', async () => {
  const { NextToken } = await client.send(new DescribeAlarmsCommand({ MaxRecords: 2 }))

  expect(await namesOf({ NextToken })).toStrictEqual(['web-slow'])
})

test.each([
  { name: 'an invalid token', input: { NextToken: 'x' }, error: 'InvalidNextToken' },
  {
    name: 'no such state',
    input: { StateValue: 'FINE' as 'OK' },
    error: 'ValidationException',
    code: 'ValidationError',
  },
  {
    name: 'names and a prefix',
    input: { AlarmNames: ['a'], AlarmNamePrefix: 'b' },
    error: 'ValidationException',
    code: 'ValidationError',
  },
])('$name is refused with $error', async ({ input, error, code = error }) => {
  await expect(client.send(new DescribeAlarmsCommand(input))).rejects.toMatchObject({
    name: error,
    Code: code,
    $metadata: { httpStatusCode: 400 },
  })
})

test('a missing operation has a descriptive error', async () => {
  await expect(client.send(new ListMetricsCommand({}))).rejects.toThrow(
    'ListMetrics is not among the operations of cloudwatch in this simulator',
  )
})

test('a denial names action and resource, and only CloudWatch is denied', async () => {
  await reopen([{ kind: 'access-denied', operations: ['DescribeAlarms'] }])

  await expect(namesOf({})).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      'User: arn:aws:sts::123456789012:assumed-role/deploy/GitHubActions is not authorized to perform: ' +
      'cloudwatch:DescribeAlarms on resource: arn:aws:cloudwatch:eu-west-1:123456789012:alarm:* because no ' +
      'identity-based policy allows the cloudwatch:DescribeAlarms action',
  })
})

test('the tenth call within a second is throttled', async () => {
  await reopen([{ kind: 'throttling' }])
  for (let call = 1; call <= 9; call += 1) await namesOf({})

  await expect(namesOf({})).rejects.toMatchObject({ name: 'Throttling', message: 'Rate exceeded' })
  clock.advance(1_000)
  expect(await namesOf({ StateValue: 'OK' })).toStrictEqual(['web-5xx'])
})

test('a slow response takes its time', async () => {
  await reopen([{ kind: 'latency', ms: 2_500 }])
  await namesOf({})

  expect(clock.now() - nine).toBe(2_500)
})

const authorization =
  'AWS4-HMAC-SHA256 Credential=AKID/20260115/eu-west-1/monitoring/aws4_request, SignedHeaders=host, Signature=00'

async function postForm(form: Record<string, string>) {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: new URLSearchParams({ Version: '2010-08-01', ...form }),
  })
  return {
    status: response.status,
    id: response.headers.get('x-amzn-requestid'),
    text: await response.text(),
  }
}

test('with Query the response is XML', async () => {
  world.setAlarm('<5xx & more>', 'ALARM')
  const { status, id, text } = await postForm({
    Action: 'DescribeAlarms',
    'AlarmNames.member.1': '<5xx & more>',
    'AlarmNames.member.2': 'absent',
    MaxRecords: '5',
  })

  expect(status).toBe(200)
  expect(text).toBe(
    '<DescribeAlarmsResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"><DescribeAlarmsResult>' +
      '<MetricAlarms><member><AlarmName>&lt;5xx &amp; more&gt;</AlarmName>' +
      '<AlarmArn>arn:aws:cloudwatch:eu-west-1:123456789012:alarm:&lt;5xx &amp; more&gt;</AlarmArn>' +
      '<AlarmConfigurationUpdatedTimestamp>2026-01-15T09:00:00.000Z</AlarmConfigurationUpdatedTimestamp>' +
      '<ActionsEnabled>true</ActionsEnabled><OKActions></OKActions><AlarmActions></AlarmActions>' +
      '<InsufficientDataActions></InsufficientDataActions><StateValue>ALARM</StateValue>' +
      '<StateReason>Threshold Crossed: 1 out of the last 1 datapoints [1.0 (15/01/26 08:59:00)] was greater than or equal to the threshold (1.0) (minimum 1 datapoint for OK -&gt; ALARM transition).</StateReason>' +
      '<StateUpdatedTimestamp>2026-01-15T09:00:00.000Z</StateUpdatedTimestamp>' +
      '<StateTransitionedTimestamp>2026-01-15T09:00:00.000Z</StateTransitionedTimestamp>' +
      '<EvaluationPeriods>1</EvaluationPeriods><DatapointsToAlarm>1</DatapointsToAlarm><Threshold>1</Threshold>' +
      '<ComparisonOperator>GreaterThanOrEqualToThreshold</ComparisonOperator>' +
      '<TreatMissingData>missing</TreatMissingData></member></MetricAlarms>' +
      '<CompositeAlarms></CompositeAlarms></DescribeAlarmsResult>' +
      `<ResponseMetadata><RequestId>${id}</RequestId></ResponseMetadata></DescribeAlarmsResponse>`,
  )
  expect(server.requests.at(-1)).toMatchObject({
    service: 'cloudwatch',
    operation: 'DescribeAlarms',
    input: { AlarmNames: ['<5xx & more>', 'absent'], MaxRecords: 5 },
  })
})

test.each([
  { name: 'no such action', form: { Action: 'DescribeAlarm' }, code: 'InvalidAction' },
  { name: 'an action that is not here', form: { Action: 'ListMetrics' }, code: 'InvalidAction' },
  {
    name: 'a number that is none',
    form: { Action: 'DescribeAlarms', MaxRecords: 'many' },
    code: 'ValidationError',
  },
  {
    name: 'an invalid token',
    form: { Action: 'DescribeAlarms', NextToken: 'x' },
    code: 'InvalidNextToken',
  },
])('by Query $name is an error of the sender', async ({ form, code }) => {
  const { status, id, text } = await postForm(form)

  expect(status).toBe(400)
  expect(text).toMatch(
    new RegExp(
      '^<ErrorResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/">' +
        `<Error><Type>Sender</Type><Code>${code}</Code><Message>[^<]+</Message></Error>` +
        `<RequestId>${id}</RequestId></ErrorResponse>$`,
    ),
  )
})
