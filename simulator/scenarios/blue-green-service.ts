import type { World } from '../ecs/world.js'
import { buildWorld } from '../world/build-world.js'
import type { WorldDescription } from '../world/description.js'
import {
  type History,
  port,
  type ReplayedHistory,
  targetGroup,
  targetGroupArn,
  webWorld,
} from './web-service.js'

/** The service web with two target groups and listener rules. */

const listener =
  'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener-rule/app/prod/50dc6c495c0c9188/f2f7dc8efc522ab2'
export const alternateTargetGroupArn = `${targetGroupArn.slice(0, targetGroupArn.lastIndexOf('/'))}-green/73e2d6bc24d8a067`

const loadBalancers = [
  {
    targetGroupArn,
    containerName: 'app',
    containerPort: port,
    advancedConfiguration: {
      alternateTargetGroupArn,
      productionListenerRule: `${listener}/9683b2d02a6cabee`,
      testListenerRule: `${listener}/1291d13826f405c3`,
      roleArn: 'arn:aws:iam::123456789012:role/ecsInfrastructureRole',
    },
  },
]

export function blueGreenWorld(
  deploymentConfiguration: object,
  more: WorldDescription = {},
  history: History = { desiredCount: 2 },
): WorldDescription {
  return webWorld(
    { ...history, service: { loadBalancers, deploymentConfiguration } },
    { ...more, targetGroups: { [alternateTargetGroupArn]: targetGroup() } },
  )
}

export function replayBlueGreenHistory(
  world: World,
  deploymentConfiguration: object,
  { until, ...history }: ReplayedHistory = { desiredCount: 2 },
): void {
  const described = blueGreenWorld(deploymentConfiguration, {}, history)
  buildWorld(world, described, until === undefined ? {} : { until })
}
