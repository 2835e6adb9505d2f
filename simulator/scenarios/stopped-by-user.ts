import { afterNextRollout } from './after-next-rollout.js'
import type { Scenario } from './scenario.js'
import {
  call,
  cluster,
  commit,
  files,
  imageOf,
  inputs,
  replayHistory,
  rolledBackToSeven,
  workingSoftware,
} from './web-service.js'

export const stoppedByUser: Scenario = {
  name: 'stopped-by-user',
  title: 'A colleague presses "Roll back" in the console during our deployment.',
  outcome: 'rolled-back',
  during: 'A user stops our service deployment 45 seconds after it started.',
  setUp: world => {
    replayHistory(world, { desiredCount: 2 })
    world.images.add(imageOf(commit), workingSoftware)
    afterNextRollout(world, 45, () => {
      const { currentServiceDeployment } = describeWeb(world)
      call(world, 'StopServiceDeployment', { serviceDeploymentArn: currentServiceDeployment })
    })
  },
  files,
  inputs,
  expect: {
    ...rolledBackToSeven,
  },
}

function describeWeb(world: Parameters<Scenario['setUp']>[0]): {
  readonly currentServiceDeployment?: string
} {
  const answer = call(world, 'DescribeServices', { cluster, services: ['web'] })
  return (answer as { services: { currentServiceDeployment?: string }[] }).services[0] ?? {}
}
