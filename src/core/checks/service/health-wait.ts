/** How long health checks fail until they call a task unhealthy: the load balancer's where they are known. */

import type { Service } from '../../ecs/service.js'
import type { Lookup } from '../../resources/lookup.js'
import type { TargetGroup } from '../../resources/target-group.js'
import type { Json, JsonObject } from '../../text/json.js'
import { isList, isObject, objectsIn } from '../../text/json.js'

export interface HealthWait {
  readonly of: 'load balancer' | 'container'
  readonly seconds: number
  /** `(2 × 30 s)` */
  readonly arithmetic: string
}

/** Of several, the one that speaks first. Nothing where none is known. */
export function healthWait(
  definition: JsonObject,
  service: Service,
  targetGroups: Lookup<readonly TargetGroup[]>,
): HealthWait | undefined {
  const groups = targetGroups.kind === 'found' ? targetGroups.value : []
  const balanced =
    service.loadBalancers.length > 0 ? groups.flatMap(group => ofTargetGroup(group, service)) : []
  return soonest(balanced) ?? soonest(objectsIn(definition.containerDefinitions).flatMap(ofContainer))
}

function soonest(waits: readonly HealthWait[]): HealthWait | undefined {
  return waits.toSorted((a, b) => a.seconds - b.seconds)[0]
}

/** A failure within the grace period counts when that is over. */
function ofTargetGroup({ healthCheck }: TargetGroup, { gracePeriod }: Service): HealthWait[] {
  const { enabled, interval, unhealthyThreshold } = healthCheck
  if (!enabled) return []
  if (gracePeriod > unhealthyThreshold * interval)
    return [{ of: 'load balancer', seconds: gracePeriod, arithmetic: `(${gracePeriod} s of grace)` }]
  return [
    {
      of: 'load balancer',
      seconds: unhealthyThreshold * interval,
      arithmetic: `(${unhealthyThreshold} × ${interval} s)`,
    },
  ]
}

/** Defaults: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
function ofContainer({ essential, healthCheck }: JsonObject): HealthWait[] {
  if (essential === false || !isObject(healthCheck) || isOff(healthCheck.command)) return []
  const interval = numberOr(30, healthCheck.interval)
  const retries = numberOr(3, healthCheck.retries)
  const startDeployment = numberOr(0, healthCheck.startPeriod)
  const checks = `${retries} × ${interval} s`
  return [
    {
      of: 'container',
      seconds: startDeployment + retries * interval,
      arithmetic: startDeployment > 0 ? `(${startDeployment} s + ${checks})` : `(${checks})`,
    },
  ]
}

function isOff(command: Json | undefined): boolean {
  return !isList(command) || command.length === 0 || command[0] === 'NONE'
}

function numberOr(otherwise: number, value: Json | undefined): number {
  return typeof value === 'number' ? value : otherwise
}
