/** Whether the tasks can be registered in the target groups of the service and be found healthy there. */

import type { LoadBalancer } from '../../ecs/service.js'
import type { TargetGroup } from '../../resources/target-group.js'
import { networkModeOf, portedContainersOf } from '../../task-definition/ports.js'
import type { Check } from '../check.js'
import { passed, unavailable } from '../check.js'
import type { CheckContext } from '../check-context.js'

export function checkTargetGroups(context: CheckContext): Check[] {
  const { observed, resources } = context
  const groups = resources.targetGroups
  const arns = (observed?.service.loadBalancers ?? []).flatMap(({ targetGroups }) => targetGroups)
  if (arns.length === 0 || groups.kind === 'skipped') return []
  if (groups.kind === 'unavailable') return [unavailable('target-group', groups.why)]
  const missing = arns.filter(arn => !groups.value.some(group => group.arn === arn))
  return [
    missing.length === 0
      ? passed('target-group')
      : {
          id: 'target-group',
          result: 'refused',
          text: `the service registers its tasks in ${missing.map(nameOf).join(', ')}, and there is no such target group`,
          next: 'Create the target group again, or take it out of the service.',
        },
    ...checkTargetType(context, groups.value),
    ...checkHealthPort(context, groups.value),
  ]
}

/**
 * The target type of a group cannot be changed. ECS refuses: "The provided target group … has target type instance,
 * which is incompatible with the awsvpc network mode specified in the task definition."
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html
 */
function checkTargetType({ definition, positionOf }: CheckContext, groups: readonly TargetGroup[]): Check[] {
  const mode = networkModeOf(definition)
  const [wanted, refused] = mode === 'awsvpc' ? ['ip', 'instance'] : ['instance', 'ip']
  if (mode !== 'awsvpc' && mode !== 'bridge' && mode !== 'host') return []
  const wrong = groups.filter(({ targetType }) => targetType === refused)
  if (wrong.length === 0) return [passed('target-type')]
  return wrong.map(({ name, targetType }) => ({
    id: 'target-type',
    result: 'refused',
    text: `target group ${name} has target type ${targetType}, and network mode ${mode} needs ${wanted}`,
    next: `Give the service a target group of type ${wanted}, or keep the network mode that it has.`,
    position: positionOf(['networkMode']),
  }))
}

/** Under awsvpc all containers of a task share one address; under bridge a target has the ports of its instance. */
function checkHealthPort({ definition, observed }: CheckContext, groups: readonly TargetGroup[]): Check[] {
  const mode = networkModeOf(definition)
  if (mode !== 'awsvpc') return []
  const mappings = portedContainersOf(definition).flatMap(container => container.mappings)
  const known = new Set([
    ...mappings.map(({ containerPort }) => containerPort),
    ...(observed?.service.loadBalancers ?? []).map(({ port }) => port),
  ])
  const asked = groups.filter(({ healthCheck }) => fixedPort(healthCheck.port) !== undefined)
  const wrong = asked.filter(({ healthCheck }) => !known.has(fixedPort(healthCheck.port)))
  if (wrong.length === 0 || mappings.some(({ range }) => range !== undefined)) return [passed('health-port')]
  return wrong.map(({ name, healthCheck }) => ({
    id: 'health-port',
    result: 'warning',
    text: `target group ${name} checks port ${healthCheck.port}, which is in no portMappings of the task definition`,
    next: `Check traffic-port, or name the container that answers on ${healthCheck.port} by adding the port to its portMappings.`,
  }))
}

/** `traffic-port` is the port that requests go to. */
function fixedPort(port = ''): number | undefined {
  return /^\d+$/.test(port) ? Number(port) : undefined
}

/** What the target groups of a load balancer ask the port, and of which port: `target group web-prod checks GET :5001/health`. */
export function describeChecks({ port }: LoadBalancer, groups: readonly TargetGroup[]): string {
  return groups
    .map(({ name, healthCheck }) => `target group ${name} checks ${describeCheck(healthCheck, port)}`)
    .join(', ')
}

/** `GET :5001/health` */
export function describeCheck(healthCheck: TargetGroup['healthCheck'], traffic: number): string {
  const { protocol = '', path = '' } = healthCheck
  return `${protocol.startsWith('HTTP') ? 'GET' : protocol} :${checkedPort(healthCheck, traffic)}${path}`
}

export function checkedPort(healthCheck: TargetGroup['healthCheck'], traffic: number): number {
  return fixedPort(healthCheck.port) ?? traffic
}

/** `web-prod` of `…:targetgroup/web-prod/6d0ecf831eec9f09` */
function nameOf(arn: string): string {
  return arn.split('/')[1] ?? arn
}
