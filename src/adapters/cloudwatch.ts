/** Amazon CloudWatch alarms. The client is loaded when it is first needed: most services have no alarms. */
import type { CloudWatchClientConfig } from '@aws-sdk/client-cloudwatch'
import type { Alarms, Clock } from '../ports.js'
import { asking } from './fault-translation.js'
import { patiently } from './retry.js'

/** It is optional, and stands before the deployment: no answer soon is none. */
const attempts = 2
const requestHandler = { connectionTimeout: 3_000, requestTimeout: 5_000, throwOnRequestTimeout: true }

export function connectCloudWatch(clock: Clock, config: CloudWatchClientConfig = {}): Alarms {
  return {
    async states(names) {
      const { CloudWatchClient, DescribeAlarmsCommand } = await import('@aws-sdk/client-cloudwatch')
      const client = new CloudWatchClient({ maxAttempts: 1, requestHandler, ...config })
      const command = new DescribeAlarmsCommand({
        AlarmNames: [...names],
        AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
      })
      const answer = await patiently(clock, attempts, () =>
        asking('cloudwatch:DescribeAlarms', () => client.send(command)),
      )
      const alarms = [...(answer.MetricAlarms ?? []), ...(answer.CompositeAlarms ?? [])]
      return new Map(alarms.map(alarm => [alarm.AlarmName ?? '', alarm.StateValue ?? '']))
    },
  }
}
