import type { World } from '../ecs/world.js'
import { call, cluster, imageOf, openCluster, port, releases, taskDefinition } from './web-service.js'

/** The service web in Express mode, up to web:7: its container is called Main. */

const day = 86_400_000

export const alarm = 'web-ecs-express-rollback'
const serviceArn = `arn:aws:ecs:eu-west-1:123456789012:service/${cluster}/web`

function expressDefinition(image: string): object {
  const portMappings = [{ name: `main-${port}-tcp`, containerPort: port, protocol: 'tcp' }]
  return taskDefinition(image, { name: 'Main', portMappings })
}

/** The action replaces the image. */
export const expressFiles = {
  'task-definition.json': `${JSON.stringify(expressDefinition('web'), undefined, 2)}\n`,
}

export function replayExpressHistory(world: World): void {
  const now = world.now
  world.startFrom(now - 42 * day)
  openCluster(world)
  for (const [index, { tag, daysAgo }] of releases.entries()) {
    world.advanceTo(now - daysAgo * day)
    const taskDefinitionArn = registerExpress(world, tag)
    if (index > 0) call(world, 'UpdateExpressGatewayService', { serviceArn, taskDefinitionArn })
    else createExpress(world, taskDefinitionArn)
  }
  world.advanceTo(now)
}

/** Returns its ARN. */
function registerExpress(world: World, tag: string): string {
  const { taskDefinition: registered } = call(
    world,
    'RegisterTaskDefinition',
    expressDefinition(imageOf(tag)),
  ) as { readonly taskDefinition: { readonly taskDefinitionArn: string } }
  return registered.taskDefinitionArn
}

function createExpress(world: World, taskDefinitionArn: string): void {
  call(world, 'CreateExpressGatewayService', {
    cluster,
    serviceName: 'web',
    infrastructureRoleArn: 'arn:aws:iam::123456789012:role/ecsInfrastructureRoleForExpressServices',
    taskDefinitionArn,
    healthCheckPath: '/health',
    scalingTarget: { minTaskCount: 2, maxTaskCount: 20 },
  })
}
