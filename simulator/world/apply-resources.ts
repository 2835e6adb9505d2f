/** Everything that is no operation of ECS: what services depend on. */
import type { AlarmState } from '../ecs/resources/alarms.js'
import type { Host } from '../ecs/resources/hosts.js'
import type { World } from '../ecs/world.js'
import type {
  Change,
  DescribedAlarm,
  DescribedHost,
  DescribedImage,
  DescribedTargetGroup,
} from './description.js'
import { targetGroupArn } from './names.js'

export function applyResources(world: World, change: Change): void {
  for (const [name, { tagMutability = 'MUTABLE', exclusions }] of entries(change.repositories))
    world.images.openRepository(name, { kind: tagMutability, ...(exclusions && { exclusions }) })
  for (const [reference, image] of entries(change.images)) applyImage(world, reference, image)
  for (const [name, group] of entries(change.targetGroups)) applyTargetGroup(world, name, group)
  const { shiftError, registrationError } = change.loadBalancing ?? {}
  if (shiftError !== undefined) world.targetGroups.shiftError = shiftError || undefined
  if (registrationError !== undefined) world.targetGroups.registrationError = registrationError || undefined
  for (const [name, host] of entries(change.hosts)) world.hosts.set(name, hostOf(world, host))
  for (const [arn, state] of entries(change.secrets)) world.secrets.set(arn, state)
  for (const [name] of entries(change.logGroups)) world.logs.deleteGroup(name)
  applyCapacity(world, change.capacity)
  for (const [arn, hookFunction] of entries(change.hookFunctions)) world.lambdas.add(arn, hookFunction)
  for (const { software = {}, ...sidecar } of change.sidecars ?? []) world.sidecars.add(sidecar, software)
  for (const [name, alarm] of entries(change.alarms)) applyAlarm(world, name, alarm)
}

function entries<Value>(named: Readonly<Record<string, Value>> | undefined): [string, Value][] {
  return Object.entries(named ?? {})
}

function applyImage(world: World, reference: string, image: DescribedImage): void {
  const { missing = false, sameAs, ...software } = image
  if (missing) world.images.remove(reference)
  else if (sameAs !== undefined) world.images.copyTag(reference, sameAs)
  else
    world.images.add(reference, isSilentOnPorts(image) ? { ...software, respondsOnAnyPath: true } : software)
}

function isSilentOnPorts({ listens, respondsOnAnyPath }: DescribedImage): boolean {
  return listens === undefined && respondsOnAnyPath === undefined
}

function applyTargetGroup(
  world: World,
  name: string,
  { missing = false, ...group }: DescribedTargetGroup,
): void {
  const arn = targetGroupArn(name, world)
  if (missing) world.targetGroups.remove(arn)
  else world.targetGroups.add({ ...world.targetGroups.known(arn), ...group, arn })
}

function hostOf(world: World, host: DescribedHost): Host {
  const { targetGroup, status = 200, body = '', location } = host
  if (targetGroup !== undefined)
    return { kind: 'load-balancer', groupArn: targetGroupArn(targetGroup, world) }
  return { kind: 'fixed', answer: () => ({ status, body, ...(location && { location }) }) }
}

function applyCapacity({ capacity }: World, described: Change['capacity'] = {}): void {
  const { available, hostFailure, placementFailures, hasContainerInstances } = described
  if (available !== undefined) capacity.available = available
  if (hostFailure !== undefined) capacity.hostFailure = hostFailure || undefined
  if (placementFailures !== undefined) capacity.placementFailures = placementFailures
  if (hasContainerInstances !== undefined) capacity.hasContainerInstances = hasContainerInstances
}

function applyAlarm(world: World, name: string, alarm: AlarmState | DescribedAlarm): void {
  const { state, definition, values }: DescribedAlarm = typeof alarm === 'string' ? { state: alarm } : alarm
  world.setAlarm(name, state, { ...(definition && { definition }), ...(values && { values }) })
}
