import type { Document } from '../state/document.js'
import type { LoadBalancer } from '../state/service.js'
import type { TaskDefinition } from '../state/task-definition.js'

const longest = 2_147_483_647

/**
 * "If you do not use any of the health checks, then healthCheckGracePeriodSeconds is unused" (API_CreateService): what ECS
 * says to 0 is not known, and it passes here. The message without a load balancer is from
 * https://github.com/hashicorp/terraform-provider-aws/issues/31104, that about the bounds is ours.
 */
export function gracePeriodRefusal(
  seconds: number | undefined,
  service: {
    readonly definition: TaskDefinition
    readonly loadBalancers: readonly LoadBalancer[]
    readonly attributes: Document
  },
): string | undefined {
  if (seconds === undefined) return undefined
  if (seconds < 0 || seconds > longest)
    return `healthCheckGracePeriodSeconds must be between 0 and ${longest}.`
  return seconds === 0 || hasHealthChecks(service)
    ? undefined
    : 'Health check grace period is only valid for services configured to use load balancers'
}

function hasHealthChecks({
  definition,
  loadBalancers,
  attributes,
}: Parameters<typeof gracePeriodRefusal>[1]): boolean {
  const lattices = (attributes.vpcLatticeConfigurations ?? []) as readonly unknown[]
  return (
    loadBalancers.length > 0 ||
    lattices.length > 0 ||
    definition.containers.some(({ healthCheck }) => healthCheck !== undefined)
  )
}
