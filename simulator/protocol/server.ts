/** The simulated AWS as one HTTP server: puts the services that it has before one world. */
import { operations } from '../ecs/operations.js'
import type { World } from '../ecs/world.js'
import { applicationAutoScalingService } from './application-auto-scaling-service.js'
import { cloudWatchLogsService } from './cloudwatch-logs-service.js'
import { cloudWatchServices } from './cloudwatch-services.js'
import { ecrService } from './ecr-service.js'
import { ecsService } from './ecs-service.js'
import { elasticLoadBalancingService } from './elastic-load-balancing-service.js'
import { gitHubService } from './github-service.js'
import { type HttpServerOptions, listen, type SimulatorServer } from './http-server.js'
import type { JsonRpcService } from './json-rpc.js'
import { layerBucketService } from './layer-bucket-service.js'
import { stsService } from './sts-service.js'

export interface ServerOptions extends Omit<HttpServerOptions, 'services'> {
  readonly world: World
  readonly unknownMembers?: JsonRpcService['unknownMembers']
  readonly checkAnswers?: boolean
}

export function startServer({
  world,
  unknownMembers = 'ignore',
  checkAnswers = false,
  ...http
}: ServerOptions): Promise<SimulatorServer> {
  const ecs = ecsService({ world, operations, unknownMembers, checkAnswers })
  const services = [
    ecs,
    ...cloudWatchServices(world, checkAnswers),
    applicationAutoScalingService(world, checkAnswers),
    ecrService(world, checkAnswers),
    layerBucketService(world),
    elasticLoadBalancingService(world, checkAnswers),
    cloudWatchLogsService(world, checkAnswers),
    stsService(world, checkAnswers),
    gitHubService(world),
  ]
  return listen({ ...http, services })
}
