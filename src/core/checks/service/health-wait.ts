import type { TargetGroup } from '../../resources/target-group.js'
import type { Json, JsonObject } from '../../text/json.js'
import { isList, isObject, objectsIn } from '../../text/json.js'
import type { CheckContext } from '../check-context.js'

export interface HealthWait {
  readonly of: 'load balancer' | 'container'
  readonly seconds: number
  /** `(2 × 30 s)` */
  readonly arithmetic: string
}

export function healthWait({ definition, observed, resources }: CheckContext): HealthWait | undefined {
  const { targetGroups } = resources
  const groups = targetGroups.kind === 'found' ? targetGroups.value : []
  const { healthCheckGracePeriodSeconds: gracePeriod = 0 } = observed?.settings.after ?? {}
  const isBalanced = (observed?.service.loadBalancers ?? []).length > 0
  const waits = isBalanced ? groups.flatMap(group => targetGroupWait(group, gracePeriod)) : []
  return soonest(waits) ?? soonest(objectsIn(definition.containerDefinitions).flatMap(containerWait))
}

function soonest(waits: readonly HealthWait[]): HealthWait | undefined {
  return waits.toSorted((a, b) => a.seconds - b.seconds)[0]
}

/** ECS ignores failures until the grace period ends. */
function targetGroupWait({ healthCheck }: TargetGroup, gracePeriod: number): HealthWait[] {
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
function containerWait({ essential, healthCheck }: JsonObject): HealthWait[] {
  if (essential === false || !isObject(healthCheck) || isOff(healthCheck.command)) return []
  const interval = numberOr(30, healthCheck.interval)
  const retries = numberOr(3, healthCheck.retries)
  const startPeriod = numberOr(0, healthCheck.startPeriod)
  const checks = `${retries} × ${interval} s`
  return [
    {
      of: 'container',
      seconds: startPeriod + retries * interval,
      arithmetic: startPeriod > 0 ? `(${startPeriod} s + ${checks})` : `(${checks})`,
    },
  ]
}

function isOff(command: Json | undefined): boolean {
  return !isList(command) || command.length === 0 || command[0] === 'NONE'
}

function numberOr(otherwise: number, value: Json | undefined): number {
  return typeof value === 'number' ? value : otherwise
}
