import { afterNextRollout } from './later.js'
import type { Scenario } from './scenario.js'
import {
  backAtSeven,
  call,
  cluster,
  commit,
  files,
  imageOf,
  inputs,
  liveHistory,
  workingSoftware,
} from './web-service.js'

export const stoppedBySomebody: Scenario = {
  name: 'stopped-by-somebody',
  title: 'A colleague presses "Roll back" in the console while our deployment is under way.',
  outcome: 'rolled-back',
  during: 'Somebody stops our service deployment 45 seconds after it began.',
  setUp: world => {
    liveHistory(world, { desiredCount: 2 })
    world.images.add(imageOf(commit), workingSoftware)
    afterNextRollout(world, 45, () => {
      const { currentServiceDeployment } = describeWeb(world)
      call(world, 'StopServiceDeployment', { serviceDeploymentArn: currentServiceDeployment })
    })
  },
  files,
  inputs,
  expect: {
    ...backAtSeven,
  },
}

function describeWeb(world: Parameters<Scenario['setUp']>[0]): {
  readonly currentServiceDeployment?: string
} {
  const answer = call(world, 'DescribeServices', { cluster, services: ['web'] })
  return (answer as { services: { currentServiceDeployment?: string }[] }).services[0] ?? {}
}
