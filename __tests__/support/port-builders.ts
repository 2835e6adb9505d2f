/** What the checks of ports look at: the service web behind a load balancer on port 5001, told by what is unusual. */
import type { CheckContext } from '../../src/core/checks/check-context.js'
import type { Service } from '../../src/core/ecs/service.js'
import type { ServiceOptions } from '../../src/core/options/service-options.js'
import type { Lookup } from '../../src/core/resources/lookup.js'
import type { RegistryImage } from '../../src/core/resources/registry-image.js'
import { noResources } from '../../src/core/resources/related-resources.js'
import type { TargetGroup } from '../../src/core/resources/target-group.js'
import type { JsonObject } from '../../src/core/text/json.js'
import { aCheckContext } from './check-builders.js'
import { aBuild, stored } from './image-builders.js'
import { serviceOptions } from './option-builders.js'
import { aLoadBalancer, aService, targetGroupArn, thePrevious } from './service-builders.js'

/** Asks `GET /health` where the traffic goes, every 30 s. */
export function aTargetGroup({
  healthCheck,
  ...group
}: Partial<Omit<TargetGroup, 'healthCheck'>> & {
  readonly healthCheck?: Partial<TargetGroup['healthCheck']>
} = {}): TargetGroup {
  return {
    arn: targetGroupArn,
    name: 'web-prod',
    targetType: 'ip',
    ...group,
    healthCheck: {
      enabled: true,
      protocol: 'HTTP',
      port: 'traffic-port',
      path: '/health',
      interval: 30,
      healthyThreshold: 5,
      unhealthyThreshold: 2,
      ...healthCheck,
    },
  }
}

export interface PortOverrides {
  /** of the container app, as it would be registered */
  readonly app?: JsonObject
  readonly definition?: JsonObject
  /** of the container app, as it serves */
  readonly live?: JsonObject
  readonly service?: Partial<Service>
  readonly rollout?: Partial<ServiceOptions>
  readonly groups?: CheckContext['resources']['targetGroups'] | readonly TargetGroup[]
  /** by tag */
  readonly images?: Readonly<Record<string, Lookup<RegistryImage>>>
}

/** `web:7` serves, with one container on port 5001; `web:8` would be the same with another image. */
export function aPortContext(overrides: PortOverrides = {}): CheckContext {
  const { app, definition, live, service, rollout, groups = [aTargetGroup()], images = {} } = overrides
  const container = { name: 'app', portMappings: [{ containerPort: 5001 }] }
  const revision = { family: 'web', networkMode: 'awsvpc' }
  return aCheckContext({
    definition: {
      ...revision,
      containerDefinitions: [{ ...container, image: 'web:2', ...app }],
      ...definition,
    },
    observed: {
      service: aService({
        loadBalancers: [aLoadBalancer()],
        deployments: [thePrevious({ status: 'PRIMARY' })],
        ...service,
      }),
      live: { ...revision, containerDefinitions: [{ ...container, image: 'web:1', ...live }] },
    },
    rollout: serviceOptions(rollout),
    resources: {
      ...noResources,
      targetGroups: 'kind' in groups ? groups : { kind: 'found', value: groups },
      images: new Map(Object.entries(images).map(([tag, image]) => [`web:${tag}`, image])),
    },
    positionOf: path => ({ file: path.join('.'), line: 1, column: 1 }),
  })
}

/** An image for linux/amd64 that was built with these. */
export function anImage(
  exposedPorts: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Lookup<RegistryImage> {
  const config = { exposedPorts, environment: new Map(Object.entries(environment)) }
  return stored({ builds: [aBuild({ config })] })
}
