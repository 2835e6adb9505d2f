/** CloudWatch alarms that guard a deployment: their states before it, and what they do to it. */
import { expect, test } from '@jest/globals'
import type { AlarmDefinition, AlarmState } from '../../simulator/ecs/resources/alarms.js'
import { targetGroupArn } from '../../simulator/scenarios/web-service.js'
import {
  deployed,
  deployedBefore,
  playWeb,
  type StoryOverrides,
  text,
  verdict,
} from '../support/web-stories.js'

const alarms = { alarms: 'web-5xx,web-latency' }
const bakeMs = { defaultBakeMs: 120_000 }

function withAlarms(states: Readonly<Record<string, AlarmState>>): Pick<StoryOverrides, 'also'> {
  return {
    also: world => {
      for (const [name, state] of Object.entries(states)) world.setAlarm(name, state)
    },
  }
}

test('every alarm is OK and stays so: nothing is said of them, and the deployment bakes and succeeds', async () => {
  const played = await playWeb({
    inputs: alarms,
    settings: bakeMs,
    ...withAlarms({ 'web-5xx': 'OK', 'web-latency': 'OK' }),
  })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(played.annotations).toEqual([])
  expect(played.took).toBeGreaterThan(bakeMs.defaultBakeMs)
})

test.each<{
  readonly name: string
  readonly states: Readonly<Record<string, AlarmState>>
  readonly expected: RegExp
}>([
  {
    name: 'one is in ALARM already',
    states: { 'web-5xx': 'ALARM', 'web-latency': 'OK' },
    expected:
      /the alarm web-5xx is in ALARM before the deployment starts: ECS ignores all alarms for this deployment/,
  },
  {
    name: 'one does not exist',
    states: { 'web-5xx': 'OK' },
    expected: /the alarm web-latency does not exist in this account and region/,
  },
])('a warning before the deployment: $name', async ({ states, expected }) => {
  const played = await playWeb({ inputs: alarms, settings: bakeMs, ...withAlarms(states) })
  expect(played.outputs.outcome).toBe('succeeded')
  const warnings = played.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
  expect(warnings).toEqual([expect.stringMatching(expected)])
  expect(played.summary).toMatch(expected)
})

test('an alarm goes off and service deployments may not be read: the event shows why ECS rolled back', async () => {
  const played = await playWeb({
    inputs: alarms,
    settings: bakeMs,
    faults: [{ kind: 'access-denied', operations: ['ListServiceDeployments'] }],
    also: world => {
      for (const name of ['web-5xx', 'web-latency']) world.setAlarm(name, 'OK')
      world.after(150_000, () => world.setAlarm('web-5xx', 'ALARM'))
    },
  })
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'alarm' })
  expect(verdict(played)).toContain('alarm detected')
  expect(verdict(played)).not.toContain('somebody')
})

test('alarms that the service has already are looked at, too', async () => {
  const deploymentConfiguration = { alarms: { alarmNames: ['web-5xx'], enable: true, rollback: true } }
  const played = await playWeb({
    history: { service: { deploymentConfiguration } },
    settings: bakeMs,
    also: world => world.setAlarm('web-5xx', 'ALARM'),
  })
  expect(played.log.join('\n')).toContain('the alarm web-5xx is in ALARM before the deployment starts')
  expect(deployed(played)[0]).not.toHaveProperty('deploymentConfiguration.alarms')
})

test('alarms that may not be read are one line with the permission', async () => {
  const played = await playWeb({
    inputs: alarms,
    settings: bakeMs,
    ...withAlarms({ 'web-5xx': 'OK', 'web-latency': 'OK' }),
    faults: [{ kind: 'access-denied', operations: ['DescribeAlarms'] }],
  })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(played.log.join('\n')).toContain('alarm-ringing  not checked: allow cloudwatch:DescribeAlarms')
})

const dimensions = { TargetGroup: targetGroupArn.slice(targetGroupArn.lastIndexOf(':') + 1) }
const hosts = {
  kind: 'metric',
  namespace: 'AWS/ApplicationELB',
  name: 'UnHealthyHostCount',
  dimensions,
} as const
const tasks = {
  kind: 'metric',
  namespace: 'ECS/ContainerInsights',
  name: 'RunningTaskCount',
  dimensions: { ClusterName: 'prod', ServiceName: 'web' },
} as const
const requests = { ...hosts, name: 'RequestCount' } as const
const rule = 'ALARM("web-a") OR ALARM("web-b")'

test.each<{
  readonly name: string
  readonly bases: Readonly<Record<string, AlarmDefinition>>
  readonly expected: readonly RegExp[]
}>([
  { name: 'both are watched', bases: { 'web-hosts': hosts, 'web-tasks': tasks }, expected: [] },
  {
    name: 'both in one expression',
    bases: { 'web-health': { kind: 'expression', expression: 'm1 > 0 OR m2 < 1', metrics: [hosts, tasks] } },
    expected: [],
  },
  {
    name: 'only the targets',
    bases: { 'web-hosts': hosts },
    expected: [/`alarm-running-tasks`: no alarm of this deployment watches .*RunningTaskCount/],
  },
  {
    name: 'only the tasks',
    bases: { 'web-tasks': tasks },
    expected: [/`alarm-unhealthy-hosts`: no alarm of this deployment watches .*UnHealthyHostCount/],
  },
  {
    name: 'something else',
    bases: { 'web-requests': requests },
    expected: [/`alarm-unhealthy-hosts`/, /`alarm-running-tasks`/],
  },
  {
    name: 'nobody knows what, by a composite alarm',
    bases: { 'web-any': { kind: 'composite', rule } },
    expected: [],
  },
  {
    name: 'nobody knows what, by a query',
    bases: {
      'web-query': {
        kind: 'expression',
        expression: 'SELECT MAX(CPUUtilization) FROM "AWS/ECS"',
        metrics: [],
      },
    },
    expected: [],
  },
])('what the alarms of the deployment watch: $name', async ({ bases, expected }) => {
  const played = await playWeb({
    inputs: { alarms: Object.keys(bases).join(','), 'dry-run': 'true' },
    also: world => {
      for (const [name, basis] of Object.entries(bases)) world.setAlarm(name, 'OK', { definition: basis })
    },
  })
  expect(played.outputs.outcome).toBe('planned')
  expect(played.annotations).toEqual([])
  const lines = played.summary.split('\n').filter(line => line.startsWith('- `alarm-'))
  expect(lines).toEqual(expected.map(printed => expect.stringMatching(printed)))
})

test('no alarm at all is nothing in the log, folded in the summary, and no annotation', async () => {
  const played = await playWeb({})
  expect(played.outputs.outcome).toBe('succeeded')
  expect(played.log.filter(line => line.includes('alarm'))).toEqual([])
  expect(played.annotations).toEqual([])
  expect(played.summary).toMatch(
    /<details><summary>Checks: \d+ passed, 1 notice<\/summary>\n\n- `alarm-none`: .*: see \[[^\]]+\]\(https:\/\/github\.com\/octo\/ecs-safe-deploy\/blob\/v1\/docs\/alarms\.md\)/,
  )
})

test.each([
  { mode: 'a dry run', inputs: { 'dry-run': 'true' } },
  { mode: 'a deployment', inputs: {} },
])('$mode recommends alarms only before the first deployment by this action', async ({ inputs }) => {
  const first = await playWeb({ inputs })
  const later = await playWeb({ inputs, also: deployedBefore })
  expect([first, later].map(({ summary }) => /`alarm-none`/.test(summary))).toEqual([true, false])
  expect([first, later].map(({ log }) => log.filter(line => line.includes('alarm')))).toEqual([[], []])
  expect(later.summary).toMatch(/Checks: \d+ passed<\/summary>|^(?![\s\S]*Checks: )/)
})

test.each([
  { rollback: 'true', outcome: 'rolled-back', serving: /web:7$/ },
  { rollback: 'false', outcome: 'failed', serving: /web:[78]$/ },
])(
  'an alarm that goes off, with alarms-rollback: $rollback: $outcome',
  async ({ rollback, outcome, serving }) => {
    const played = await playWeb({
      inputs: { ...alarms, 'alarms-rollback': rollback },
      also: world => {
        world.setAlarm('web-5xx', 'OK')
        world.setAlarm('web-latency', 'OK')
        world.after(150_000, () => world.setAlarm('web-latency', 'ALARM'))
      },
    })
    expect(played.outputs).toMatchObject({
      outcome,
      'failure-class': 'alarm',
      'failure-reason': expect.stringContaining('web-latency'),
      'serving-task-definition-arn': expect.stringMatching(serving),
    })
    expect(played.outputs['failure-reason']).not.toContain('web-5xx')
    expect(text(played)).toContain('alarm triggered: web-latency')
    expect(verdict(played)).toContain(
      'The alarm web-latency was triggered: Threshold Crossed: 1 out of the last',
    )
  },
)
