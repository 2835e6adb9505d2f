/** What is known of failures beside what was read of their logs: from the plan, and from how long their tasks were up. */
import type { Rollout } from '../outcome/outcome.js'
import type { FailureEvidence } from './explanation.js'
import type { FailureGroup } from './failure-group.js'

export function evidenceFor(
  { plan, tasks }: Pick<Rollout, 'plan' | 'tasks'>,
  group: FailureGroup,
): Omit<FailureEvidence, 'group' | 'lines'> {
  const { definition, checks, targetGroups, observed, previous, positionOf } = plan
  const spans = tasks.flatMap(({ arn, startedAt, endedAt }) =>
    group.tasks.includes(arn) && startedAt !== undefined && endedAt !== undefined
      ? [Math.round((endedAt - startedAt) / 1000)]
      : [],
  )
  return {
    definition,
    checks,
    gracePeriod: observed.service.gracePeriod,
    lasted: spans.length > 0 ? Math.min(...spans) : undefined,
    live: previous === undefined ? undefined : { revision: previous, definition: observed.live },
    targetGroups,
    positionOf,
  }
}
