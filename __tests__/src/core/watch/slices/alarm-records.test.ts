import { expect, test } from '@jest/globals'
import { unnamedAlarm } from '../../../../../src/core/ecs/service-deployment.js'
import { ApiError } from '../../../../../src/core/errors/api-error.js'
import type { Alarm } from '../../../../../src/core/resources/alarm.js'
import {
  type AlarmRecords,
  alarmsRead,
  noAlarms,
  requestAlarms,
} from '../../../../../src/core/watch/slices/alarm-records.js'
import { aCondition, anAlarm } from '../../../../support/alarm-builders.js'

const ringing = anAlarm({ reason: 'Threshold Crossed' })
const answered = (names: readonly string[], alarm = ringing) =>
  ({
    kind: 'alarms-read',
    at: 0,
    alarms: { kind: 'answered', value: new Map<string, Alarm>(names.map(name => [name, alarm])) },
  }) as const

/** Asks for each list of names in turn, of a CloudWatch that knows every alarm. */
function read(lists: readonly (readonly string[])[], secrets: readonly string[] = [], alarm = ringing) {
  let records: AlarmRecords = noAlarms
  const requested: (readonly string[])[] = []
  for (const names of lists) {
    const request = requestAlarms(records, names)
    records = request.records
    if (request.effect?.kind !== 'read-alarms') continue
    requested.push(request.effect.names)
    records = alarmsRead(records, answered(request.effect.names, alarm), { secrets })
  }
  return { records, requested }
}

test('each alarm is requested once, when it first is triggered, and one without a name never', () => {
  const { records, requested } = read([[], [unnamedAlarm], ['a'], ['a'], ['a', 'b'], ['a', 'b']])
  expect(requested).toStrictEqual([['a'], ['b']])
  expect([...records.found.keys()]).toStrictEqual(['a', 'b'])
})

test('three calls are the most', () => {
  expect(read([['a'], ['b'], ['c'], ['d'], ['e']]).requested).toHaveLength(3)
})

test('one request has at most as many names as DescribeAlarms takes', () => {
  const { requested } = read([Array.from({ length: 150 }, (_, nth) => `alarm-${nth}`)])
  expect(requested.map(names => names.length)).toStrictEqual([100])
})

test('after a refusal no more reads follow, and one line says so', () => {
  const error = new ApiError({
    kind: 'denied',
    operation: 'cloudwatch:DescribeAlarms',
    code: 'AccessDenied',
    message: 'no',
  })
  const { records } = requestAlarms(noAlarms, ['a'])
  const refused = alarmsRead(
    records,
    { kind: 'alarms-read', at: 0, alarms: { kind: 'failed', error } },
    { secrets: [] },
  )
  expect(requestAlarms(refused, ['b']).effect).toBeUndefined()
  expect(refused.notices).toStrictEqual([
    { level: 'notice', text: 'The alarms are shown without their metrics: allow cloudwatch:DescribeAlarms.' },
  ])
})

test.each([
  {
    name: 'a value that must not be shown',
    reason: 'set by hand with hunter2-hunter2',
    is: 'set by hand with ***',
  },
  { name: 'what polls like a secret', reason: 'DB_PASSWORD hunter3', is: 'DB_PASSWORD ***' },
  {
    name: 'an ARN',
    reason: 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:web-5xx transitioned to ALARM',
    is: 'web-5xx transitioned to ALARM',
  },
  { name: 'more than the limit', reason: 'x'.repeat(1_023), is: `${'x'.repeat(200)}…${'x'.repeat(199)}` },
])('a reason with $name is redacted', ({ reason, is }) => {
  const alarm = (text: string) => anAlarm({ reason: text, condition: aCondition(text) })
  const { records } = read([['a']], ['hunter2-hunter2'], alarm(reason))
  expect(records.found.get('a')).toStrictEqual(alarm(is))
})
