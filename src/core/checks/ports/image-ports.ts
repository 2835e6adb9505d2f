/**
 * Whether the app listens where the load balancer looks, by what its image and its environment say. Neither binds an
 * app: what a revision that serves has in common with the new one is no cause for doubt, whatever it says.
 */
import { revisionName } from '../../ecs/arn.js'
import { orMoveThePort, portAdvice } from '../../ecs/port-advice.js'
import { servingBefore } from '../../ecs/service.js'
import type { ImageConfig } from '../../resources/registry-image.js'
import { breakerAfter, tripsAt } from '../../settings/breaker.js'
import { shortImage } from '../../task-definition/image.js'
import { containerPortPath, mappingOf } from '../../task-definition/ports.js'
import { isList, objectsIn, text } from '../../text/json.js'
import type { Check } from '../check.js'
import { passed, unavailable } from '../check.js'
import type { CheckContext } from '../check-context.js'
import type { Balanced } from './balanced-containers.js'
import { balancedContainers } from './balanced-containers.js'
import { portVariables } from './port-variables.js'
import { checkedPort, describeChecks } from './target-groups.js'

export function checkImagePorts(context: CheckContext): Check[] {
  const balanced = balancedContainers(context)
  const { images } = context.resources
  const hidden = balanced.flatMap(({ image }) => {
    const seen = images.get(image)
    return seen?.kind === 'unavailable' ? [seen.why] : []
  })
  return [
    ...(hidden[0] === undefined
      ? oneOf(
          'port-exposed',
          balanced.flatMap(one => checkExposed(context, one)),
        )
      : [unavailable('port-exposed', hidden[0])]),
    ...oneOf(
      'port-environment',
      balanced.flatMap(one => checkEnvironment(context, one)),
    ),
  ]
}

/** What is wrong with some is told; that all are well is told once, and nothing where nothing could be compared. */
function oneOf(id: Check['id'], checks: readonly Check[]): Check[] {
  const wrong = checks.filter(({ result }) => result !== 'passed')
  if (wrong.length > 0) return wrong
  return checks.length > 0 ? [passed(id)] : []
}

function checkExposed(context: CheckContext, one: Balanced): Check[] {
  const { container, config, image, live } = one
  const { port } = one.balancer
  const exposed = config && exposedBy(config)
  if (!exposed || exposed.length === 0) return []
  const before = live?.config && exposedBy(live.config)
  const unchanged = live?.proven && before && same(before, exposed)
  if (exposed.includes(port) || unchanged || isTold(one)) return [passed('port-exposed')]
  const moved = (live?.proven && before?.includes(port)) ?? false
  const looks = one.groups.length > 0 ? ` and ${describeChecks(one.balancer, one.groups)}` : ''
  const doubts = [
    `${shortImage(image)} exposes ${exposed.join(', ')}, the load balancer sends requests to ${port}${looks}`,
    ...(moved && live ? [`${shortImage(live.image)}, which serves, exposes ${port}`] : []),
  ].join('; ')
  return [
    {
      id: 'port-exposed',
      result: moved && !isHidden(container) ? 'refused' : 'warning',
      text:
        moved && !isHidden(container) && isCheckedInVain(one, exposed)
          ? `${doubts}: ${ending(context)}`
          : doubts,
      next: portAdvice(port, exposed.length === 1 ? exposed[0] : undefined),
      position: context.positionOf(mappingPath(one) ?? container.path),
    },
  ]
}

function checkEnvironment(context: CheckContext, one: Balanced): Check[] {
  const { container, config, image, live } = one
  const { port } = one.balancer
  const variables = portVariables(container, config)
  if (variables.length === 0) return []
  const before = live?.proven ? portVariables(live.container, live.config) : []
  const isNew = variables.filter(
    ({ name, ports }) => !before.some(other => other.name === name && same(other.ports, ports)),
  )
  const balanced = context.observed?.service.loadBalancers ?? []
  const wanted = balanced.filter(other => other.container === container.name).map(other => other.port)
  if (variables.some(({ ports }) => ports.some(one => wanted.includes(one))) || isNew.length === 0)
    return [passed('port-environment')]
  const told = isNew.map(
    ({ name, ports, path }) => `${name} is ${ports.join(', ')}${path ? '' : ` in ${shortImage(image)}`}`,
  )
  return [
    {
      id: 'port-environment',
      result: 'warning',
      text: `container ${container.name}: ${told.join(', ')}, and the load balancer sends requests to ${port}`,
      next: `Set ${isNew.map(({ name }) => name).join(', ')} to ${port} in the task definition, ${orMoveThePort}`,
      position: context.positionOf(isNew[0]?.path ?? mappingPath(one) ?? container.path),
    },
  ]
}

/** `5201/tcp` → 5201; nothing where one of them is no plain port. */
function exposedBy({ exposedPorts }: ImageConfig): number[] | undefined {
  const ports = exposedPorts.map(port => Number(/^(\d+)(?:\/\w+)?$/.exec(port)?.[1]))
  return ports.some(Number.isNaN) ? undefined : ports
}

/** A variable or a command that names the port says more than what the image was built with. */
function isTold({ balancer: { port }, container, config }: Balanced): boolean {
  const { command, entryPoint, healthCheck, environment } = container.value
  const words = JSON.stringify([command, entryPoint, healthCheck, environment].map(part => part ?? []))
  return (
    portVariables(container, config).some(({ ports }) => ports.includes(port)) ||
    new RegExp(`(?<!\\d)${port}(?!\\d)`).test(words)
  )
}

/** Whether the port can come from where nobody can look: files of variables, or a secret that is called like a port. */
function isHidden({ value }: Balanced['container']): boolean {
  const { environmentFiles } = value
  const names = objectsIn(value.secrets).map(({ name }) => text(name) ?? '')
  return (
    (isList(environmentFiles) && environmentFiles.length > 0) ||
    names.some(name => /PORT|LISTEN|BIND|ADDR(?:ESS)?$|ARGS$|OPTS$|ASPNETCORE_URLS/i.test(name))
  )
}

/** Whether every target group checks a port that the image does not expose. */
function isCheckedInVain({ balancer, groups }: Balanced, exposed: readonly number[]): boolean {
  return (
    groups.length > 0 &&
    groups.every(({ healthCheck }) => !exposed.includes(checkedPort(healthCheck, balancer.port)))
  )
}

/** How it would end, as far as the circuit breaker decides it. */
function ending({ observed, rollout }: CheckContext): string {
  const doom = 'every task would fail its health check'
  if (!observed) return doom
  const { service } = observed
  const { enable, rollback, threshold } = breakerAfter(service.breaker, rollout.breaker)
  const wanted = rollout.bumpDesiredCount ?? rollout.desiredCount ?? service.desiredCount
  // How ECS rounds an unbounded share is not documented.
  if (!enable || wanted === 0 || threshold.type === 'UNBOUNDED_PERCENT') return doom
  const completed = service.deployments.some(({ rolloutState }) => rolloutState === 'COMPLETED')
  const back = rollback && completed ? servingBefore(service) : undefined
  const acts = back ? `roll back to ${revisionName(back)}` : 'stop the deployment'
  return `${doom}, and the circuit breaker would ${acts} after ${tripsAt(threshold, wanted)} of them`
}

function mappingPath({ balancer, container }: Balanced) {
  const mapping = mappingOf(container, balancer.port)
  return mapping && containerPortPath(mapping)
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())
}
