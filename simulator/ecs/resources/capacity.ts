export type PlacementFailure = { readonly reason: string; readonly detail?: string; readonly arn?: string }

export class Capacity {
  available = true
  /** What stops tasks before a container is created, in ECS's words: a network interface, storage, an agent. */
  hostFailure: string | undefined
  /** Of RunTask, each for one task that is not placed (api_failures_messages). */
  placementFailures: readonly PlacementFailure[] = []
  /** Without any, tasks that are placed on EC2 are refused. */
  hasContainerInstances = true
}
