import { operations } from '../ecs/operations.js'
import type { World } from '../ecs/world.js'
import type { JsonRpcService } from './dialects/json-rpc.js'
import { Endpoint, type EndpointOptions } from './endpoint.js'
import { type Address, listen, type SimulatorServer } from './http-server.js'
import type { Service } from './service.js'
import { applicationAutoScalingService } from './services/application-auto-scaling.js'
import { cloudWatchServices } from './services/cloudwatch.js'
import { cloudWatchLogsService } from './services/cloudwatch-logs.js'
import { ec2Service } from './services/ec2.js'
import { ecrService } from './services/ecr.js'
import { ecsService } from './services/ecs.js'
import { elasticLoadBalancingService } from './services/elastic-load-balancing.js'
import { gitHubService } from './services/github.js'
import { iamService } from './services/iam.js'
import { layerBucketService } from './services/layer-bucket.js'
import { stsService } from './services/sts.js'
import { webService } from './services/web.js'

export interface WorldEndpointOptions extends Omit<EndpointOptions, 'services'> {
  readonly world: World
  readonly unknownMembers?: JsonRpcService['unknownMembers']
  readonly validateResponses?: boolean
}

export interface ServerOptions extends WorldEndpointOptions, Address {}

export function startServer(options: ServerOptions): Promise<SimulatorServer> {
  return listen({ ...options, services: servicesOf(options) })
}

/** For a client in this process. */
export function openEndpoint(options: WorldEndpointOptions): Endpoint {
  return new Endpoint({ ...options, services: servicesOf(options) })
}

function servicesOf({
  world,
  unknownMembers = 'ignore',
  validateResponses = false,
}: WorldEndpointOptions): readonly Service[] {
  const ecs = ecsService({ world, operations, unknownMembers, validateResponses })
  return [
    webService(world),
    ecs,
    ...cloudWatchServices(world, validateResponses),
    applicationAutoScalingService(world, validateResponses),
    ecrService(world, validateResponses),
    layerBucketService(world),
    elasticLoadBalancingService(world, validateResponses),
    cloudWatchLogsService(world, validateResponses),
    stsService(world, validateResponses),
    iamService(world, validateResponses),
    ec2Service(world),
    gitHubService(world),
  ]
}
