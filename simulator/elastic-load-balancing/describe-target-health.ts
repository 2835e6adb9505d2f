/** elasticloadbalancing/latest/APIReference/API_TargetHealth.html */

import type { TargetGroup } from '../ecs/resources/target-groups.js'
import type { Target, Task } from '../ecs/state/task.js'
import { addressOf, zoneOf } from '../ecs/wire/network-interface.js'
import type { World } from '../ecs/world.js'
import { findTargetGroup } from './find-target-group.js'

export interface DescribeTargetHealthInput {
  readonly TargetGroupArn: string
  readonly Targets?: readonly { readonly Id: string; readonly Port?: number }[]
}

interface Registered {
  readonly task: Task
  readonly target: Target
}

export function describeTargetHealth(world: World, input: DescribeTargetHealthInput): object {
  const group = findTargetGroup(world, input.TargetGroupArn)
  const registered = registeredIn(world, group)
  const descriptions = input.Targets
    ? input.Targets.map(({ Id, Port = group.trafficPort }) => {
        const found = registered.find(({ task, target }) => addressOf(task) === Id && target.port === Port)
        return found ? describe(world, group, found) : notRegistered(Id, Port)
      })
    : registered.map(registration => describe(world, group, registration))
  return { TargetHealthDescriptions: descriptions }
}

function registeredIn(world: World, group: TargetGroup): Registered[] {
  return [...world.tasks.values()].flatMap(task =>
    task.targets
      .filter(({ groupArn }) => groupArn === group.arn)
      .filter(({ state }) => state !== 'draining' || isDraining(world, task, group))
      .map(target => ({ task, target })),
  )
}

/** Lasts for the whole deregistration delay (target-group-attributes). */
function isDraining(
  world: World,
  { stoppingAt = 0 }: Task,
  { deregistrationDelaySeconds }: TargetGroup,
): boolean {
  return world.now < stoppingAt + deregistrationDelaySeconds * 1000
}

function describe(world: World, group: TargetGroup, { task, target }: Registered): object {
  return {
    Target: { Id: addressOf(task), Port: target.port, AvailabilityZone: zoneOf(task) },
    HealthCheckPort: String(group.port === 'traffic-port' ? target.port : group.port),
    TargetHealth: health(world, task, target),
  }
}

function notRegistered(Id: string, Port: number): object {
  const TargetHealth = {
    State: 'unused',
    Reason: 'Target.NotRegistered',
    Description: 'Target is not registered to the target group',
  }
  return { Target: { Id, Port }, TargetHealth }
}

/** Not documented. */
const registrationMs = 5_000

function health(world: World, { startedAt = 0 }: Task, { state, reason }: Target): object {
  switch (state) {
    case 'healthy':
      return { State: state }
    case 'initial':
      return world.now < startedAt + registrationMs
        ? {
            State: state,
            Reason: 'Elb.RegistrationInProgress',
            Description: 'Target registration is in progress',
          }
        : {
            State: state,
            Reason: 'Elb.InitialHealthChecking',
            Description: 'Initial health checks in progress',
          }
    case 'unhealthy':
      return { State: state, Reason: reasonCode(reason), Description: reason }
    case 'draining':
      return {
        State: state,
        Reason: 'Target.DeregistrationInProgress',
        Description: 'Target deregistration is in progress',
      }
  }
}

function reasonCode(reason = ''): string {
  return reason.includes('codes') ? 'Target.ResponseCodeMismatch' : 'Target.FailedHealthChecks'
}
