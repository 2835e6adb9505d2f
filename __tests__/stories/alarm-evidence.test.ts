/** What is told of an alarm that failed the deployment: its metric, its number, and where to look at it. */
import { expect, test } from '@jest/globals'
import type { AlarmDefinition } from '../../simulator/ecs/resources/alarms.js'
import type { World } from '../../simulator/ecs/world.js'
import { acceptedInputs, playWeb, type StoryOverrides, text, verdict, webOf } from '../support/web-stories.js'

const errors = {
  kind: 'metric',
  namespace: 'AWS/ApplicationELB',
  name: 'HTTPCode_Target_5XX_Count',
  dimensions: { LoadBalancer: 'app/web/50dc6c495c0c9188' },
  condition: {
    statistic: 'Sum',
    comparison: 'GreaterThanThreshold',
    threshold: 5,
    periods: 1,
    datapoints: 1,
  },
} as const satisfies AlarmDefinition

const slow: AlarmDefinition = {
  kind: 'expression',
  expression: 'm1 / 1000',
  metrics: [{ ...errors, name: 'TargetResponseTime' }],
  condition: {
    statistic: 'Average',
    comparison: 'GreaterThanOrEqualToThreshold',
    threshold: 2.5,
    periods: 3,
    datapoints: 2,
  },
}

/** While the deployment bakes, two and a half minutes in. */
function goesOff(
  basis: AlarmDefinition,
  values: readonly number[],
  after?: (world: World) => void,
): StoryOverrides {
  return {
    inputs: { alarms: 'web-5xx' },
    also: world => {
      world.setAlarm('web-5xx', 'OK', { definition: basis })
      world.after(150_000, () => {
        world.setAlarm('web-5xx', 'ALARM', { definition: basis, values })
        after?.(world)
      })
    },
  }
}

function hasFailed(world: World): boolean {
  return webOf(world).serviceDeployments.some(({ alarmStatus }) => alarmStatus === 'TRIGGERED')
}

test('a metric alarm: the number and the threshold, the rest in a table, and the page in the console', async () => {
  const played = await playWeb(goesOff(errors, [12]))
  const why = 'The alarm web-5xx was triggered: HTTPCode_Target_5XX_Count was 12, above 5.'
  expect(played.outputs).toMatchObject({
    outcome: 'rolled-back',
    'failure-class': 'alarm',
    'failure-reason': why,
  })
  expect(verdict(played)).toContain(why)
  expect(played.summary).toContain(
    '[`web-5xx`](https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/web-5xx)',
  )
  expect(played.summary).toMatch(/Sum of HTTPCode\\_Target\\_5XX\\_Count above 5, in 1 period of 60 s/)
  expect(played.summary).toMatch(/`ALARM` since 2:\d\d \| Threshold Crossed: 1 out of the last 1 datapoints/)
  const [{ deployment }] = JSON.parse(played.outputs.result ?? '').services
  expect(deployment).toMatchObject({
    alarms: ['web-5xx'],
    alarmDetails: [
      {
        name: 'web-5xx',
        state: 'ALARM',
        measures: 'HTTPCode_Target_5XX_Count',
        statistic: 'Sum',
        comparison: 'GreaterThanThreshold',
        threshold: 5,
        period: 60,
        evaluationPeriods: 1,
        datapointsToAlarm: 1,
        reason: expect.stringMatching(/^Threshold Crossed: .*\[12\.0 \(15\/01\/26 09:\d\d:00\)\]/),
      },
    ],
  })
  // Once before the deployment, once when it went off.
  expect(acceptedInputs(played, 'DescribeAlarms')).toHaveLength(2)
})

test.each<{ readonly name: string; readonly unusual: StoryOverrides; readonly expected: string }>([
  {
    name: 'metric math: its expression, and the newest of the numbers',
    unusual: goesOff(slow, [3.14285714, 2.6]),
    expected: 'The alarm web-5xx was triggered: m1 / 1000 was 3.143, at or above 2.5.',
  },
  {
    name: 'a composite alarm: which of its alarms it was',
    unusual: goesOff({ kind: 'composite', rule: 'ALARM("web-hosts") OR ALARM("web-tasks")' }, [], world => {
      // Its own alarm comes first.
      world.setAlarm('web-hosts', 'ALARM', { definition: errors, values: [12] })
      world.setAlarm('web-5xx', 'ALARM')
    }),
    expected:
      'The alarm web-5xx was triggered: web-hosts transitioned to ALARM at Thursday 15 January, 2026 09:0',
  },
  {
    name: 'it is OK again before it is looked at',
    unusual: {
      ...goesOff(errors, [12]),
      onAnswered: (world, { operation }) => {
        const isNotified = operation === 'DescribeServiceDeployments' && hasFailed(world)
        if (isNotified) world.setAlarm('web-5xx', 'OK', { definition: errors, values: [0] })
      },
    },
    expected:
      'The alarm web-5xx was triggered: its condition is HTTPCode_Target_5XX_Count above 5, and it is OK again.',
  },
  {
    name: 'no metric of which anything is known',
    unusual: {
      inputs: { alarms: 'web-5xx' },
      also: world => {
        world.setAlarm('web-5xx', 'OK')
        world.after(150_000, () => world.setAlarm('web-5xx', 'ALARM'))
      },
    },
    expected: 'The alarm web-5xx was triggered: Threshold Crossed: 1 out of the last 1 datapoints [1.0',
  },
])('$name', async ({ unusual, expected }) => {
  const played = await playWeb(unusual)
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'alarm' })
  expect(verdict(played)).toContain(expected)
})

test.each([
  {
    name: 'may not be read',
    fault: { kind: 'access-denied', operations: ['DescribeAlarms'], skip: 1 } as const,
    expected: 'The alarms are shown without their metrics: allow cloudwatch:DescribeAlarms',
  },
  {
    name: 'does not answer',
    fault: { kind: 'server-error', operations: ['DescribeAlarms'], skip: 1 } as const,
    expected: 'The alarms are shown without their metrics: cloudwatch:DescribeAlarms: ',
  },
])('CloudWatch $name: one line, and the verdict stands', async ({ fault, expected }) => {
  const played = await playWeb({ ...goesOff(errors, [12]), faults: [fault] })
  expect(played.outputs).toMatchObject({
    outcome: 'rolled-back',
    'failure-class': 'alarm',
    'failure-reason': 'The alarm web-5xx was triggered.',
  })
  expect(text(played).split('The alarms are shown without').length).toBe(2)
  expect(verdict(played)).toContain(expected)
  expect(
    played.annotations.filter(({ message }) => message.includes('The alarms are shown without')),
  ).toEqual([])
})

test('a success asks no alarm after its checks', async () => {
  const played = await playWeb({
    inputs: { alarms: 'web-5xx' },
    settings: { defaultBakeMs: 60_000 },
    also: world => world.setAlarm('web-5xx', 'OK', { definition: errors }),
  })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(acceptedInputs(played, 'DescribeAlarms')).toHaveLength(1)
})
