import type { AlarmDefinition } from '../ecs/resources/alarms.js'
import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import {
  files,
  inputs,
  pushed,
  rolledBackToSeven,
  targetGroupArn,
  webWorld,
  workingSoftware,
} from './web-service.js'

const alarm = 'web-5xx'

const errors: AlarmDefinition = {
  kind: 'metric',
  namespace: 'AWS/ApplicationELB',
  name: 'HTTPCode_Target_5XX_Count',
  dimensions: { TargetGroup: targetGroupArn.slice(targetGroupArn.lastIndexOf(':') + 1) },
  condition: {
    statistic: 'Sum',
    comparison: 'GreaterThanThreshold',
    threshold: 5,
    periods: 1,
    datapoints: 1,
  },
}

export const alarmRollback: Scenario = {
  name: 'alarm-rollback',
  title: 'Every task is healthy, then the 5xx alarm goes into ALARM during the bake time.',
  outcome: 'rolled-back',
  during: 'CloudWatch puts the alarm web-5xx into ALARM 200 seconds after our UpdateService.',
  ...inWorld(
    webWorld(
      {
        desiredCount: 2,
        service: {
          deploymentConfiguration: { alarms: { alarmNames: [alarm], enable: true, rollback: true } },
        },
      },
      {
        ...pushed(workingSoftware),
        alarms: { [alarm]: { state: 'OK', definition: errors } },
        later: [
          { afterRollout: '200s', alarms: { [alarm]: { state: 'ALARM', definition: errors, values: [12] } } },
        ],
      },
    ),
  ),
  files,
  inputs,
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'alarm',
    'failure-reason': /web-5xx was triggered: HTTPCode_Target_5XX_Count was 12, above 5/,
  },
}
