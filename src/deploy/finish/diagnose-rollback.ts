/** Why the tasks of a rollback fail: of a revision that this run did not deploy. */
import { explainFailures } from '../../core/diagnosis/explain-failures.js'
import { rollbackDiagnosisInput } from '../../core/outcome/diagnosis-input.js'
import type { Rollback } from '../../core/outcome/rollback.js'
import type { ServicePlan } from '../../core/plan/plan.js'
import { secretsOf } from '../../core/task-definition/hidden-values.js'
import { imagesOf } from '../../core/task-definition/task-definition.js'
import type { JsonObject } from '../../core/text/json.js'
import type { Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { type Diagnosis, diagnose } from './diagnose.js'

const nothingToExplain: Diagnosis = { causes: [], logs: [], notices: [] }

type DiagnosisPorts = Pick<Ports, 'ecs' | 'logs' | 'canceled'>

export interface RollbackSubject {
  readonly plan: ServicePlan
  readonly rollback: Rollback | undefined
}

export async function diagnoseRollback(
  ports: DiagnosisPorts,
  { plan, rollback }: RollbackSubject,
  secrets: readonly string[],
): Promise<Diagnosis> {
  if (!rollback || rollback.failures.length === 0) return nothingToExplain
  const definition = await definitionOf(ports, plan, rollback)
  const input = rollbackDiagnosisInput(plan, rollback, definition)
  // A canceled step has no time to read logs.
  if (ports.canceled.aborted) return { ...nothingToExplain, causes: explainFailures({ ...input, logs: [] }) }
  const names = imagesOf(definition).flatMap(({ container, image }) => [container, image])
  return diagnose(ports.logs, input, [...secrets, ...secretsOf([definition], names)])
}

async function definitionOf(
  { ecs, canceled }: DiagnosisPorts,
  { observed }: ServicePlan,
  { to }: Rollback,
): Promise<JsonObject> {
  if (to === observed.serving) return observed.live
  if (to === undefined || canceled.aborted) return {}
  const read = await attempt(() => ecs.describeTaskDefinition(to, 'once'))
  return read.kind === 'answered' ? read.value.definition : {}
}
