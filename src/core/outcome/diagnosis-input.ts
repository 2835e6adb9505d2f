/** What the diagnosis of a deployment starts from, before any log was read. */
import type { DiagnosisInput } from '../diagnosis/explain-failures.js'
import type { Rollout } from './outcome.js'

export function diagnosisInput({
  plan,
  tasks,
  failures,
  alarms,
}: Pick<Rollout, 'plan' | 'tasks' | 'failures' | 'alarms'>): Omit<DiagnosisInput, 'logs'> {
  const { definition, positionOf, checks, observed, settings, previous, targetGroups } = plan
  return {
    tasks,
    failures,
    alarmTriggered: alarms.length > 0,
    definition,
    positionOf,
    checks,
    service: {
      gracePeriod: settings.after.gracePeriod,
      serving: previous === undefined ? undefined : { revision: previous, definition: observed.live },
      targetGroups,
    },
  }
}
