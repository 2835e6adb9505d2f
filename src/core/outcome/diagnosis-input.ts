import type { DiagnosisInput } from '../diagnosis/explain-failures.js'
import type { Plan } from '../plan/plan.js'
import type { Rollout } from './rollout.js'

export function diagnosisInput(
  { revision, checks }: Plan,
  { plan, tasks, failures, alarms }: Pick<Rollout, 'plan' | 'tasks' | 'failures' | 'alarms'>,
): Omit<DiagnosisInput, 'logs'> {
  const { observed, settings, previous, targetGroups } = plan
  return {
    tasks,
    failures,
    alarmTriggered: alarms.length > 0,
    definition: revision.definition,
    positionOf: revision.kind === 'new' ? revision.positionOf : undefined,
    checks,
    service: {
      gracePeriod: settings.after.gracePeriod,
      serving: previous === undefined ? undefined : { revision: previous, definition: observed.live },
      targetGroups,
    },
  }
}
