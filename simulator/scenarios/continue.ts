import { openPausingService } from './pausing-service.js'
import type { Scenario } from './scenario.js'
import { call, cluster, commit, register } from './web-service.js'

export const continuePaused: Scenario = {
  name: 'continue',
  title: 'Somebody approved: a second step continues the deployment that waits, and watches it to its end.',
  outcome: 'succeeded',
  setUp: world => {
    const { now } = world
    openPausingService(world, 240, now - 180_000)
    register(world, commit)
    call(world, 'UpdateService', { cluster, service: 'web', taskDefinition: 'web:8' })
    world.advanceTo(now)
  },
  files: {},
  inputs: { cluster, service: 'web', 'continue-deployment': 'continue' },
  expect: {
    outcome: 'succeeded',
    revision: '8',
    'serving-task-definition-arn': /task-definition\/web:8$/,
    'hook-id': '',
    'failure-class': '',
  },
}
