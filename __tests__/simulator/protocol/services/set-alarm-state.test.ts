import { CloudWatchClient, DescribeAlarmsCommand, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openWorld } from '../../../../simulator/ecs/open-world.js'
import type { SimulatorServer } from '../../../../simulator/protocol/http-server.js'
import { startServer } from '../../../../simulator/protocol/server.js'
import { VirtualClock } from '../../../../simulator/time/virtual-clock.js'
import { settingsFor } from '../../support/client-settings.js'

let server: SimulatorServer
let client: CloudWatchClient

beforeEach(async () => {
  const clock = new VirtualClock()
  const world = openWorld({ clock })
  world.setAlarm('web-5xx', 'OK')
  server = await startServer({ world, clock, validateResponses: true })
  client = new CloudWatchClient(settingsFor(server.url))
})

afterEach(async () => {
  client.destroy()
  await server.close()
})

test('a client sets the state of an alarm', async () => {
  const reason = { StateReason: 'a drill' }
  await client.send(new SetAlarmStateCommand({ AlarmName: 'web-5xx', StateValue: 'ALARM', ...reason }))

  const { MetricAlarms = [] } = await client.send(new DescribeAlarmsCommand({ StateValue: 'ALARM' }))
  expect(MetricAlarms.map(({ AlarmName }) => AlarmName)).toStrictEqual(['web-5xx'])
})

test.each([
  {
    input: { AlarmName: 'absent' },
    error: 'ResourceNotFound',
    message: 'The named resource does not exist.',
  },
  { input: { StateValue: 'BROKEN' }, error: 'ValidationException', message: "at 'stateValue'" },
  {
    input: { StateReasonData: 'since nine' },
    error: 'InvalidFormat',
    message: 'not syntactically valid JSON',
  },
])('SetAlarmState is refused: $message', async ({ input, error, message }) => {
  const alarm = { AlarmName: 'web-5xx', StateValue: 'OK', StateReason: 'a drill', ...input }
  // biome-ignore lint/suspicious/noExplicitAny: a state that there is not
  await expect(client.send(new SetAlarmStateCommand(alarm as any))).rejects.toMatchObject({
    name: expect.stringContaining(error),
    message: expect.stringContaining(message),
  })
})
