/** Only what was given is sent: each rollout input appears in UpdateService exactly as given, and nothing else does. */
import { expect, test } from '@jest/globals'
import type { InputRow } from '../../src/inputs/input-row.js'
import { type InputName, inputNames, inputTable } from '../../src/inputs/input-table.js'
import { deployed, playWeb, text } from '../support/web-stories.js'

const always = {
  cluster: 'prod',
  service: 'web',
  taskDefinition: expect.stringMatching(/task-definition\/web:8$/),
}
const rollback = { enable: true, rollback: true }
const configured = (members: object) => ({
  deploymentConfiguration: { deploymentCircuitBreaker: rollback, ...members },
})
const left = { 'circuit-breaker': 'keep', 'wait-for-service-stability': 'false' }

interface Row {
  readonly name: string
  readonly inputs: Readonly<Record<string, string>>
  readonly sent: object
}

const rows: readonly Row[] = [
  { name: 'nothing at all', inputs: left, sent: {} },
  { name: 'circuit-breaker: rollback, the default', inputs: { 'circuit-breaker': '' }, sent: configured({}) },
  {
    name: 'circuit-breaker: stop',
    inputs: { 'circuit-breaker': 'stop' },
    sent: { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } } },
  },
  {
    name: 'a threshold as a count, and the counting mode',
    inputs: {
      'circuit-breaker': '',
      'circuit-breaker-threshold': '7',
      'circuit-breaker-reset-on-healthy-task': 'false',
    },
    sent: {
      deploymentConfiguration: {
        deploymentCircuitBreaker: {
          ...rollback,
          resetOnHealthyTask: false,
          thresholdConfiguration: { type: 'COUNT', value: 7 },
        },
      },
    },
  },
  {
    name: 'a threshold as an unbounded share',
    inputs: { 'circuit-breaker': '', 'circuit-breaker-threshold': '40% unbounded' },
    sent: {
      deploymentConfiguration: {
        deploymentCircuitBreaker: {
          ...rollback,
          thresholdConfiguration: { type: 'UNBOUNDED_PERCENT', value: 40 },
        },
      },
    },
  },
  {
    name: 'minimum-healthy-percent: 0',
    inputs: { 'minimum-healthy-percent': '0' },
    sent: { deploymentConfiguration: { minimumHealthyPercent: 0 } },
  },
  {
    name: 'maximum-percent',
    inputs: { 'maximum-percent': '150' },
    sent: { deploymentConfiguration: { maximumPercent: 150 } },
  },
  {
    name: 'bake-time-minutes: 0',
    inputs: { 'bake-time-minutes': '0' },
    sent: { deploymentConfiguration: { bakeTimeInMinutes: 0 } },
  },
  {
    name: 'alarms, which roll back by default',
    inputs: { alarms: 'web-5xx, web-latency' },
    sent: {
      deploymentConfiguration: {
        alarms: { alarmNames: ['web-5xx', 'web-latency'], enable: true, rollback: true },
      },
    },
  },
  {
    name: 'alarms-rollback: false',
    inputs: { alarms: 'web-5xx\nweb-latency', 'alarms-rollback': 'false' },
    sent: {
      deploymentConfiguration: {
        alarms: { alarmNames: ['web-5xx', 'web-latency'], enable: true, rollback: false },
      },
    },
  },
  { name: 'desired-count', inputs: { 'desired-count': '3' }, sent: { desiredCount: 3 } },
  { name: 'desired-count: 0', inputs: { 'desired-count': '0' }, sent: { desiredCount: 0 } },
  {
    name: 'force-new-deployment',
    inputs: { 'force-new-deployment': 'true' },
    sent: { forceNewDeployment: true },
  },
  { name: 'force-new-deployment: false', inputs: { 'force-new-deployment': 'false' }, sent: {} },
  {
    name: 'enable-ecs-managed-tags: false',
    inputs: { 'enable-ecs-managed-tags': 'false' },
    sent: { enableECSManagedTags: false },
  },
  { name: 'propagate-tags', inputs: { 'propagate-tags': 'SERVICE' }, sent: { propagateTags: 'SERVICE' } },
  {
    name: 'propagate-tags: NONE with enable-ecs-managed-tags: true',
    inputs: { 'propagate-tags': 'NONE', 'enable-ecs-managed-tags': 'true' },
    sent: { propagateTags: 'NONE', enableECSManagedTags: true },
  },
]

test.each(rows)('$name', async ({ inputs, sent }) => {
  const played = await playWeb({
    inputs: { ...left, ...inputs },
    also: world => {
      world.setAlarm('web-5xx', 'OK')
      world.setAlarm('web-latency', 'OK')
    },
  })
  expect(played.outputs.outcome).toBe('started')
  expect(deployed(played)).toStrictEqual([{ ...always, ...sent }])
})

test('each input that is a setting of the service is sent by a row', () => {
  const table: Readonly<Record<InputName, InputRow<unknown>>> = inputTable
  const settings = inputNames.filter(name => table[name].setting !== undefined)
  expect(settings.length).toBeGreaterThanOrEqual(6)
  expect(settings.filter(name => rows.every(({ inputs }) => inputs[name] === undefined))).toStrictEqual([])
})

test('settings without an input stay as the service had them', async () => {
  const deploymentConfiguration = {
    minimumHealthyPercent: 50,
    maximumPercent: 250,
    deploymentCircuitBreaker: {
      enable: true,
      rollback: true,
      thresholdConfiguration: { type: 'COUNT', value: 9 },
    },
  }
  const played = await playWeb({ history: { service: { deploymentConfiguration } } })
  expect(played.outputs.outcome).toBe('succeeded')
  const [service] = [...played.world.services.values()]
  expect(service?.configuration).toMatchObject(deploymentConfiguration)
  expect(deployed(played)[0]).not.toHaveProperty('deploymentConfiguration.minimumHealthyPercent')
})

test('a plan shows what would be sent, in log and summary', async () => {
  const played = await playWeb({
    inputs: {
      'dry-run': 'true',
      'desired-count': '3',
      'maximum-percent': '150',
      'propagate-tags': 'SERVICE',
      alarms: 'web-5xx',
      'alarms-rollback': 'false',
    },
    also: world => world.setAlarm('web-5xx', 'OK'),
  })
  for (const shown of [text(played), played.summary])
    for (const expected of [
      '2 → 3',
      'web-5xx, without rollback',
      'maximumPercent 150 · propagateTags SERVICE',
    ])
      expect(shown).toContain(expected)
})

test.each([
  { name: 'as it is', inputs: {}, desiredCount: 2 },
  { name: 'as it was sent', inputs: { 'desired-count': '3' }, desiredCount: 3 },
])('the result of a deployment that is not watched has the desired count $name', async row => {
  const played = await playWeb({ inputs: { ...left, ...row.inputs } })
  const { desiredCount } = row
  expect(JSON.parse(played.outputs.result ?? '')).toMatchObject({
    services: [{ deployment: { desiredCount } }],
  })
})
