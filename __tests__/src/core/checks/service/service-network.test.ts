import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { serviceNetwork } from '../../../../../src/core/checks/service/service-network.js'
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
  readonly hasNetwork: boolean
  readonly members: JsonObject
  readonly live?: JsonObject
  readonly messages: readonly string[]
}

const needsIt =
  'refused: service web has a networkConfiguration, which needs the network mode awsvpc, but the task definition has'

test.each<Row>([
  { name: 'awsvpc', hasNetwork: true, members: { networkMode: 'awsvpc' }, messages: [] },
  { name: 'bridge', hasNetwork: false, members: { networkMode: 'bridge' }, messages: [] },
  { name: 'the default mode', hasNetwork: false, members: {}, messages: [] },
  {
    name: 'a network and another mode',
    hasNetwork: true,
    members: { networkMode: 'bridge' },
    messages: [`${needsIt} network mode bridge`],
  },
  { name: 'a network and no mode', hasNetwork: true, members: {}, messages: [`${needsIt} no networkMode`] },
  {
    name: 'awsvpc without a network',
    hasNetwork: false,
    members: { networkMode: 'awsvpc' },
    messages: ['refused: the network mode awsvpc needs subnets, but service web has no networkConfiguration'],
  },
  {
    name: 'awsvpc without a network, which serves: the answer is incomplete',
    hasNetwork: false,
    members: { networkMode: 'awsvpc' },
    live: { networkMode: 'awsvpc' },
    messages: [],
  },
])('$name: $messages', ({ hasNetwork, members, live = {}, messages }) => {
  const observed = { service: aService({ hasNetwork }), live }
  const context = aCheckContext({ definition: withContainer({}, members), observed })
  expect(checkMessages(runCheck(serviceNetwork, context))).toStrictEqual(messages)
})

test('without a service nothing is checked', () => {
  expect(runCheck(serviceNetwork, unobserved(aCheckContext()))).toStrictEqual([])
})
