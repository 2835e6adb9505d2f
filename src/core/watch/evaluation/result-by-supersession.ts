/** Only once ours was read: an older read does not include it. */
import type { Tracked } from '../tracked-deployment.js'
import type { DeploymentResult } from '../watch-result.js'
import type { DeploymentView } from './deployment-view.js'
import type { EvaluationState } from './evaluation.js'
import { failed, stopReason, superseded, wasStoppedByEcs } from './results.js'

export function resultBySupersession(
  tracked: Tracked,
  view: DeploymentView,
  { readsAreCurrent, rollbackSince }: EvaluationState,
): DeploymentResult | undefined {
  const { competingDeployment, ours, stage } = view
  if (!competingDeployment || !readsAreCurrent) return undefined
  if (stage === 'stopping' && wasStoppedByEcs(view)) {
    return failed(view, stopReason(tracked, view), { replacedBy: competingDeployment })
  }
  if (rollbackSince !== undefined) return superseded(competingDeployment, 'rolling-back')
  const isCompleted = ours?.rolloutState === 'COMPLETED'
  return superseded(competingDeployment, isCompleted ? 'completed' : 'undecided')
}
