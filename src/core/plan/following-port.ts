import { isExpress, type Service } from '../ecs/service.js'
import { mainContainer, mainContainerOf, tcpMappingsOf } from '../task-definition/express-container.js'
import type { JsonObject } from '../text/json.js'

/** The load balancer of an Express service gets its port from the definition. */
export function followingPort<T extends Pick<Service, 'loadBalancers' | 'managedBy'>>(
  service: T,
  definition: JsonObject,
): T {
  if (!isExpress(service)) return service
  const main = mainContainerOf(definition)
  const [port] = main ? tcpMappingsOf(main).map(({ value }) => value.containerPort) : []
  // Another check refuses a definition without it.
  if (typeof port !== 'number') return { ...service, loadBalancers: [] }
  const loadBalancers = service.loadBalancers.map(one => ({ ...one, container: mainContainer, port }))
  return { ...service, loadBalancers }
}
