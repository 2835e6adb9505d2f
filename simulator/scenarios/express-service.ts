import type { World } from '../ecs/world.js'
import { buildWorld } from '../world/build-world.js'
import type { WorldDescription } from '../world/description.js'
import { cluster, imageOf, port, releases, taskDefinition, webCluster } from './web-service.js'

/** The service web in Express mode, up to web:7: its container is called Main. */

export const alarm = 'web-ecs-express-rollback'
const serviceArn = `arn:aws:ecs:eu-west-1:123456789012:service/${cluster}/web`
const definitionArn = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web'

const created = {
  cluster,
  serviceName: 'web',
  infrastructureRoleArn: 'arn:aws:iam::123456789012:role/ecsInfrastructureRoleForExpressServices',
  healthCheckPath: '/health',
  scalingTarget: { minTaskCount: 2, maxTaskCount: 20 },
}

function expressDefinition(image: string): object {
  const portMappings = [{ name: `main-${port}-tcp`, containerPort: port, protocol: 'tcp' }]
  return taskDefinition(image, { name: 'Main', portMappings })
}

/** The action replaces the image. */
export const expressFiles = {
  'task-definition.json': `${JSON.stringify(expressDefinition('web'), undefined, 2)}\n`,
}

export function expressWorld(more: WorldDescription = {}): WorldDescription {
  const updates = releases.map(({ tag, daysAgo }, index) => {
    const taskDefinitionArn = `${definitionArn}:${index + 1}`
    return {
      ago: `${daysAgo}d`,
      taskDefinitions: [{ ...expressDefinition(imageOf(tag)) }],
      calls: [
        index === 0
          ? { CreateExpressGatewayService: { ...created, taskDefinitionArn } }
          : { UpdateExpressGatewayService: { serviceArn, taskDefinitionArn } },
      ],
    }
  })
  return { begins: '42d', ...webCluster(), ...more, history: [...updates, ...(more.history ?? [])] }
}

export function replayExpressHistory(world: World): void {
  buildWorld(world, expressWorld())
}
