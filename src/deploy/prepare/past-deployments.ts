/** Past deployments of a service with their revisions, newest first. ECS describes 20 revisions in one call. */
import type { Target } from '../../core/ecs/service.js'
import { type ServiceDeployment, type ServiceRevision, stageOf } from '../../core/ecs/service-deployment.js'
import type { Ecs } from '../../ports.js'

const batch = 20

export interface PastDeployments {
  readonly deployments: readonly {
    readonly listed: ServiceDeployment
    readonly revision: ServiceRevision | undefined
  }[]
  readonly hasMore: boolean
}

/** The newest of all, and those that succeeded, until `decide` returns something or there are no more. */
export async function searchPast<T>(
  ecs: Pick<Ecs, 'listPastDeployments' | 'describeServiceRevisions'>,
  target: Target,
  decide: (past: PastDeployments) => T | undefined,
): Promise<T | undefined> {
  const all = await ecs.listPastDeployments(target)
  const wanted = all.filter((one, nth) => nth === 0 || stageOf(one) === 'successful')
  const revisions: ServiceRevision[] = []
  for (let end = 0; ; ) {
    const arns = wanted.slice(end, end + batch).flatMap(({ targetRevisionArn }) => targetRevisionArn ?? [])
    if (arns.length > 0) revisions.push(...(await ecs.describeServiceRevisions([...new Set(arns)], 'retry')))
    end += batch
    const deployments = wanted.slice(0, end).map(listed => ({
      listed,
      revision: revisions.find(({ arn }) => arn === listed.targetRevisionArn),
    }))
    const hasMore = end < wanted.length
    const decided = decide({ deployments, hasMore })
    if (decided !== undefined || !hasMore) return decided
  }
}
