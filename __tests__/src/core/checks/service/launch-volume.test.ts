import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { launchVolume } from '../../../../../src/core/checks/service/launch-volume.js'
import type { JsonObject } from '../../../../../src/core/text/json.js'
import {
  aCheckContext,
  checkMessages,
  unobserved,
  withContainer,
} from '../../../../support/check-builders.js'
import { aService } from '../../../../support/service-builders.js'

interface Row {
  readonly name: string
  readonly volumes: readonly JsonObject[]
  readonly configured: readonly string[]
  readonly live?: readonly JsonObject[]
  readonly messages: readonly string[]
}

const data: JsonObject = { name: 'data', configuredAtLaunch: true }

test.each<Row>([
  { name: 'both have it', volumes: [data, { name: 'tmp' }], configured: ['data'], messages: [] },
  {
    name: 'the service does not configure it',
    volumes: [data],
    configured: [],
    messages: [
      'refused: the volume "data" is configured at launch, but service web has no volumeConfigurations for it',
    ],
  },
  {
    name: 'what serves has one, and the answer lacks the configuration',
    volumes: [data],
    configured: [],
    live: [data],
    messages: [],
  },
  {
    name: 'the task definition does not have it',
    volumes: [],
    configured: ['data'],
    messages: [
      'refused: service web configures the volume "data" at launch, but the task definition has no such volume',
    ],
  },
  {
    name: 'the task definition does not leave it to the launch',
    volumes: [{ name: 'data', configuredAtLaunch: false }],
    configured: ['data'],
    messages: [
      'refused: service web configures the volume "data" at launch, but it has no configuredAtLaunch: true in the task definition',
    ],
  },
  {
    name: 'it has another name',
    volumes: [data],
    configured: ['date'],
    messages: [
      'refused: the volume "data" is configured at launch, but service web has no volumeConfigurations for it',
      'refused: service web configures the volume "date" at launch, but the task definition has no such volume',
    ],
  },
])('$name: $messages', ({ volumes, configured, live = [], messages }) => {
  const service = aService({ launchVolumes: configured })
  const observed = { service, live: { volumes: live } }
  const context = aCheckContext({ definition: withContainer({}, { volumes }), observed })
  expect(checkMessages(runCheck(launchVolume, context))).toStrictEqual(messages)
})

test('without such a volume, and without a service, nothing is checked', () => {
  const context = aCheckContext({ definition: withContainer({}, { volumes: [{ name: 'tmp' }] }) })
  expect([runCheck(launchVolume, context), runCheck(launchVolume, unobserved(context))]).toStrictEqual([
    [],
    [],
  ])
})
