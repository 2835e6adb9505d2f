import { expect, test } from '@jest/globals'
import { unnamedAlarm } from '../../../../src/core/ecs/service-deployment.js'
import { ApiError } from '../../../../src/core/errors/api-error.js'
import type { Alarm } from '../../../../src/core/resources/alarm.js'
import { createAlarmMonitor } from '../../../../src/deploy/watch/alarms.js'
import { aCondition, anAlarm } from '../../../support/alarm-builders.js'

const ringing = anAlarm({ reason: 'Threshold Crossed' })

/** CloudWatch that knows every alarm. */
function cloudWatch(alarm: Alarm = ringing) {
  const asked: (readonly string[])[] = []
  return {
    asked,
    async describe(names: readonly string[]) {
      asked.push(names)
      return new Map(names.map(name => [name, alarm]))
    },
  }
}

test('each alarm is asked for once, when it first goes off, and one without a name never', async () => {
  const alarms = cloudWatch()
  const lookout = createAlarmMonitor(alarms, [])
  for (const names of [[], [unnamedAlarm], ['a'], ['a'], ['a', 'b'], ['a', 'b']]) await lookout.poll(names)
  expect(alarms.asked).toStrictEqual([['a'], ['b']])
  expect([...lookout.seen().keys()]).toStrictEqual(['a', 'b'])
})

test('three calls are the most', async () => {
  const alarms = cloudWatch()
  const lookout = createAlarmMonitor(alarms, [])
  for (const name of ['a', 'b', 'c', 'd', 'e']) await lookout.poll([name])
  expect(alarms.asked).toHaveLength(3)
})

test('no more names are asked for than DescribeAlarms takes', async () => {
  const alarms = cloudWatch()
  await createAlarmMonitor(alarms, []).poll(Array.from({ length: 150 }, (_, nth) => `alarm-${nth}`))
  expect(alarms.asked.map(names => names.length)).toStrictEqual([100])
})

test('after a refusal nothing is asked any more, and it is said once', async () => {
  let calls = 0
  const lookout = createAlarmMonitor(
    {
      async describe() {
        calls++
        throw new ApiError('denied', 'cloudwatch:DescribeAlarms', 'AccessDenied', 'no')
      },
    },
    [],
  )
  for (const name of ['a', 'b', 'c']) await lookout.poll([name])
  expect(calls).toBe(1)
  expect(lookout.notices()).toStrictEqual([
    {
      level: 'notice',
      text: 'What the alarms measure is not shown: allow cloudwatch:DescribeAlarms.',
    },
  ])
})

test('a mistake of ours is not hidden', async () => {
  const broken = { describe: async () => Promise.reject(new TypeError('x is not a function')) }
  await expect(createAlarmMonitor(broken, []).poll(['a'])).rejects.toThrow(TypeError)
})

test.each([
  {
    name: 'a value that must not be shown',
    reason: 'set by hand with hunter2-hunter2',
    is: 'set by hand with ***',
  },
  { name: 'what looks like a secret', reason: 'DB_PASSWORD hunter3', is: 'DB_PASSWORD ***' },
  {
    name: 'an ARN',
    reason: 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:web-5xx transitioned to ALARM',
    is: 'web-5xx transitioned to ALARM',
  },
  { name: 'more than anybody reads', reason: 'x'.repeat(1_023), is: `${'x'.repeat(399)}…` },
])('the reason holds $name: it is cleaned', async ({ reason, is }) => {
  const alarm = (text: string) => anAlarm({ reason: text, condition: aCondition(text) })
  const lookout = createAlarmMonitor(cloudWatch(alarm(reason)), ['hunter2-hunter2'])
  await lookout.poll(['a'])
  expect(lookout.seen().get('a')).toStrictEqual(alarm(is))
})
