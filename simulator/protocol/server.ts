/** The simulated AWS: all services of one world on one HTTP server. */
import { operations } from '../ecs/operations.js'
import type { World } from '../ecs/world.js'
import type { JsonRpcService } from './dialects/json-rpc.js'
import { type HttpServerOptions, listen, type SimulatorServer } from './http-server.js'
import { applicationAutoScalingService } from './services/application-auto-scaling.js'
import { cloudWatchServices } from './services/cloudwatch.js'
import { cloudWatchLogsService } from './services/cloudwatch-logs.js'
import { ecrService } from './services/ecr.js'
import { ecsService } from './services/ecs.js'
import { elasticLoadBalancingService } from './services/elastic-load-balancing.js'
import { gitHubService } from './services/github.js'
import { layerBucketService } from './services/layer-bucket.js'
import { stsService } from './services/sts.js'

export interface ServerOptions extends Omit<HttpServerOptions, 'services'> {
  readonly world: World
  readonly unknownMembers?: JsonRpcService['unknownMembers']
  readonly validateResponses?: boolean
}

export function startServer({
  world,
  unknownMembers = 'ignore',
  validateResponses = false,
  ...http
}: ServerOptions): Promise<SimulatorServer> {
  const ecs = ecsService({ world, operations, unknownMembers, validateResponses })
  const services = [
    ecs,
    ...cloudWatchServices(world, validateResponses),
    applicationAutoScalingService(world, validateResponses),
    ecrService(world, validateResponses),
    layerBucketService(world),
    elasticLoadBalancingService(world, validateResponses),
    cloudWatchLogsService(world, validateResponses),
    stsService(world, validateResponses),
    gitHubService(world),
  ]
  return listen({ ...http, services })
}
