import { alarm, expressFiles, expressWorld } from './express-service.js'
import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { inputs, pushed, rolledBackToSeven, workingSoftware } from './web-service.js'

const expressInputs = { ...inputs, 'container-name': 'Main' }

export const express: Scenario = {
  name: 'express',
  title: 'An Express service: 5 percent of the traffic for three minutes, then all of it for three more.',
  outcome: 'succeeded',
  ...inWorld(expressWorld(pushed(workingSoftware))),
  files: expressFiles,
  inputs: expressInputs,
  expect: {
    revision: '8',
    'previous-task-definition-arn': /task-definition\/web:7$/,
    'serving-task-definition-arn': /task-definition\/web:8$/,
    'deployment-id': /^ecs-svc\/\d{19,20}$/,
    endpoint: 'web.ecs.eu-west-1.on.aws',
  },
}

export const expressErrors: Scenario = {
  name: 'express-errors',
  title: 'An Express service whose new revision answers with errors: its alarm rolls the canary back.',
  outcome: 'rolled-back',
  during: 'CloudWatch puts the alarm of the Express service into ALARM 200 seconds after the update.',
  ...inWorld(
    expressWorld({
      ...pushed(workingSoftware),
      later: [{ afterRollout: '200s', alarms: { [alarm]: { state: 'ALARM', values: [4.2, 3.8, 0] } } }],
    }),
  ),
  files: expressFiles,
  inputs: expressInputs,
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'alarm',
    endpoint: 'web.ecs.eu-west-1.on.aws',
  },
}
