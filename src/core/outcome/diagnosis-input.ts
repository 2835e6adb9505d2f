import type { DiagnosisInput } from '../diagnosis/explain-failures.js'
import type { Plan, ServicePlan } from '../plan/plan.js'
import type { JsonObject } from '../text/json.js'
import type { Rollback } from './rollback.js'
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
      gracePeriod: settings.after.healthCheckGracePeriodSeconds,
      serving: previous === undefined ? undefined : { revision: previous, definition: observed.live },
      targetGroups,
    },
  }
}

/** Of the tasks of the rollback, which nobody planned. */
export function rollbackDiagnosisInput(
  { settings, targetGroups }: ServicePlan,
  { failed, failures }: Rollback,
  definition: JsonObject,
): Omit<DiagnosisInput, 'logs'> {
  return {
    tasks: failed,
    failures,
    alarmTriggered: false,
    definition,
    positionOf: undefined,
    checks: [],
    service: {
      gracePeriod: settings.after.healthCheckGracePeriodSeconds,
      serving: undefined,
      targetGroups,
    },
  }
}
