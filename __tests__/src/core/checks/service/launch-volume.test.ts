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
import { serviceOptions } from '../../../../support/option-builders.js'
import { aService } from '../../../../support/service-builders.js'

interface Row {
  readonly name: string
  readonly volumes: readonly JsonObject[]
  readonly configured: readonly string[]
  readonly live?: readonly JsonObject[]
  /** of the inputs */
  readonly given?: string
  readonly messages: readonly string[]
}

const volumeOf = (name: string) => ({
  name,
  managedEBSVolume: { roleArn: 'arn:aws:iam::123456789012:role/ecsInfrastructure', sizeInGiB: 20 },
})
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
  { name: 'the inputs configure it', volumes: [data], configured: [], given: 'data', messages: [] },
  {
    name: 'the inputs configure it anew',
    volumes: [data],
    configured: ['date'],
    given: 'data',
    messages: [],
  },
  {
    name: 'the inputs name another',
    volumes: [data],
    configured: ['data'],
    given: 'date',
    messages: [
      'refused: the volume "data" is configured at launch, but the inputs configure another one',
      'refused: the task definition has no volume "date"; did you mean data? (input service-managed-ebs-volume-name)',
    ],
  },
  {
    name: 'the inputs name one that is not left to the launch',
    volumes: [{ name: 'data' }],
    configured: [],
    given: 'data',
    messages: [
      'refused: the volume "data" has no configuredAtLaunch: true in the task definition (input service-managed-ebs-volume-name)',
    ],
  },
])('$name: $messages', ({ volumes, configured, live = [], given, messages }) => {
  const service = aService({ volumes: configured.map(volumeOf) })
  const observed = { service, live: { volumes: live } }
  const rollout = serviceOptions({ volume: given === undefined ? undefined : volumeOf(given) })
  const context = aCheckContext({ definition: withContainer({}, { volumes }), observed, rollout })
  expect(checkMessages(runCheck(launchVolume, context))).toStrictEqual(messages)
})

test('without such a volume, and without a service, nothing is checked', () => {
  const context = aCheckContext({ definition: withContainer({}, { volumes: [{ name: 'tmp' }] }) })
  expect([runCheck(launchVolume, context), runCheck(launchVolume, unobserved(context))]).toStrictEqual([
    [],
    [],
  ])
})
