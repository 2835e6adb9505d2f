/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-overview.html */
import { DescribeExpressGatewayServiceCommand, UpdateExpressGatewayServiceCommand } from '@aws-sdk/client-ecs'
import type { ExpressChange } from '../../ports.js'
import { once, optionalReads } from '../../retry/policies.js'
import type { EcsService } from './ecs-tasks.js'

export function updateExpressService(
  ecs: EcsService,
  { serviceArn, taskDefinition: taskDefinitionArn }: ExpressChange,
): Promise<string | undefined> {
  return ecs.call({
    operation: 'ecs:UpdateExpressGatewayService',
    policy: once,
    send: client => client.send(new UpdateExpressGatewayServiceCommand({ serviceArn, taskDefinitionArn })),
    read: ({ service }) => service.targetConfiguration?.serviceRevisionArn || undefined,
  })
}

export function endpointOf(ecs: EcsService, serviceArn: string): Promise<string | undefined> {
  return ecs.call({
    operation: 'ecs:DescribeExpressGatewayService',
    policy: optionalReads,
    send: client => client.send(new DescribeExpressGatewayServiceCommand({ serviceArn })),
    read: ({ service }) => service.activeConfigurations?.[0]?.ingressPaths?.[0]?.endpoint || undefined,
  })
}
