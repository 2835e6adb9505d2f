import type { Cluster } from '../state/cluster.js'
import type { Document } from '../state/document.js'

export type TaskCapacity = {
  readonly launchType: string
  readonly capacityProviderName: string | undefined
}

/** Without a launch type and a strategy, that of the cluster; without one, EC2 (API_RunTask). */
export function capacityOf(
  cluster: Cluster,
  { launchType, capacityProviderStrategy }: Document,
): TaskCapacity {
  if (launchType !== undefined) return { launchType: String(launchType), capacityProviderName: undefined }
  const own = strategyOf(capacityProviderStrategy)
  const strategy = own.length > 0 ? own : strategyOf(cluster.attributes.defaultCapacityProviderStrategy)
  const [first] = strategy.toSorted((a, b) => rank(b) - rank(a))
  const provider = first?.capacityProvider
  const isFargate = provider !== undefined && isOfFargate(provider)
  return { launchType: isFargate ? 'FARGATE' : 'EC2', capacityProviderName: provider }
}

export function isOfFargate(provider: string): boolean {
  return provider === 'FARGATE' || provider === 'FARGATE_SPOT'
}

type Item = { readonly capacityProvider: string; readonly base?: number; readonly weight?: number }

/** The base comes before the weights (API_CapacityProviderStrategyItem). */
function rank({ base = 0, weight = 0 }: Item): number {
  return base > 0 ? 1_000_000 + base : weight
}

function strategyOf(strategy: unknown): readonly Item[] {
  return (strategy ?? []) as readonly Item[]
}
