import { operations } from '../ecs/operations.js'
import type { World } from '../ecs/world.js'
import type { JsonRpcService } from './dialects/json-rpc.js'
import { Endpoint, type EndpointOptions } from './endpoint.js'
import { type Address, listen, type SimulatorServer } from './http-server.js'
import { type Service, signedRegion } from './service.js'
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
import { secretsManagerService } from './services/secrets-manager.js'
import { ssmService } from './services/ssm.js'
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

/** What has a region is that of the region that a request is signed for (ADR 58). */
function servicesOf(options: WorldEndpointOptions): EndpointOptions['services'] {
  const { world } = options
  const everywhere = servicesWithoutRegion(options)
  const openRegion = (regional: World): readonly Service[] => [
    webService(world),
    ...servicesOfRegion({ ...options, world: regional }),
    ...everywhere,
  ]
  const inRegions = new Map([[world.region, openRegion(world)]])
  return request => {
    const region = signedRegion(request) ?? world.region
    // Images are those of all regions, and their time is that of the world.
    if (region !== world.region) world.advance()
    const known = inRegions.get(region)
    if (known !== undefined) return known
    const opened = openRegion(world.inRegion(region))
    inRegions.set(region, opened)
    return opened
  }
}

/** Amazon ECR finds the region of a repository itself. */
function servicesWithoutRegion({ world, validateResponses = false }: WorldEndpointOptions): Service[] {
  return [
    ecrService(world, validateResponses),
    layerBucketService(world),
    stsService(world, validateResponses),
    iamService(world, validateResponses),
    gitHubService(world),
  ]
}

function servicesOfRegion({
  world,
  unknownMembers = 'ignore',
  validateResponses = false,
}: WorldEndpointOptions): Service[] {
  return [
    ecsService({ world, operations, unknownMembers, validateResponses }),
    ...cloudWatchServices(world, validateResponses),
    applicationAutoScalingService(world, validateResponses),
    elasticLoadBalancingService(world, validateResponses),
    cloudWatchLogsService(world, validateResponses),
    ec2Service(world),
    ssmService(world, validateResponses),
    secretsManagerService(world, validateResponses),
  ]
}
