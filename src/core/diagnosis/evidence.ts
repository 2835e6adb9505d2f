/** What is known of failures beside what was read of their logs: from the plan, and from how long their tasks were up. */
import { given } from '../given.js'
import type { Rollout } from '../outcome/outcome.js'
import type { Findings } from './explanation.js'
import type { FailureGroup } from './failure-group.js'

export function beside(
  { plan, tasks }: Pick<Rollout, 'plan' | 'tasks'>,
  group: FailureGroup,
): Omit<Findings, 'group' | 'lines'> {
  const { definition, checks, targetGroups, observed, previous, at } = plan
  const spans = tasks.flatMap(({ arn, startedAt, endedAt }) =>
    group.tasks.includes(arn) && startedAt !== undefined && endedAt !== undefined
      ? [Math.round((endedAt - startedAt) / 1000)]
      : [],
  )
  return {
    definition,
    checks,
    gracePeriod: observed.service.gracePeriod,
    ...given('lasted', spans.length > 0 ? Math.min(...spans) : undefined),
    ...given('live', previous === undefined ? undefined : { revision: previous, definition: observed.live }),
    ...given('targetGroups', targetGroups),
    ...given('at', at),
  }
}
