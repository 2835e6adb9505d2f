/** What the service deployment decides, if the service confirms it. */
import type { Tracked } from '../tracked-deployment.js'
import type { DeploymentResult } from '../watch-result.js'
import type { DeploymentView } from './deployment-view.js'
import type { EvaluationState } from './evaluation.js'
import { completed, failed, rolledBack, stopReason, superseded, wasStoppedByEcs } from './results.js'

export function resultByServiceDeployment(
  tracked: Tracked,
  view: DeploymentView,
  state: EvaluationState,
): DeploymentResult | undefined {
  switch (view.stage) {
    case undefined:
    case 'ongoing':
    case 'stopping':
    case 'rolling-back':
      return undefined
    case 'successful':
      return afterSuccess(view)
    case 'rolled-back':
      return afterRollback(view)
    case 'rollback-failed':
      return afterFailedRollback(view, state)
    case 'stopped':
      return afterStop(tracked, view, state)
  }
}

function afterSuccess(view: DeploymentView): DeploymentResult | undefined {
  const { competingDeployment, isPrimary, ours } = view
  if (competingDeployment) return superseded(competingDeployment, 'completed')
  return isPrimary && ours?.rolloutState !== 'FAILED' ? completed(view) : undefined
}

function afterRollback(view: DeploymentView): DeploymentResult | undefined {
  const { competingDeployment, previousIsPrimary } = view
  if (competingDeployment) return superseded(competingDeployment, 'rolling-back')
  return previousIsPrimary ? rolledBack(view) : undefined
}

function afterFailedRollback(view: DeploymentView, { rollbackSince }: EvaluationState): DeploymentResult {
  const { competingDeployment, serviceDeployment } = view
  if (competingDeployment && rollbackSince !== undefined) {
    return superseded(competingDeployment, 'rolling-back')
  }
  const reason = serviceDeployment?.statusReason ?? 'the rollback failed'
  return failed(view, reason, { replacedBy: competingDeployment })
}

function afterStop(
  tracked: Tracked,
  view: DeploymentView,
  { rollbackSince }: EvaluationState,
): DeploymentResult | undefined {
  const { competingDeployment, previousIsPrimary } = view
  if (wasStoppedByEcs(view)) {
    return failed(view, stopReason(tracked, view), { replacedBy: competingDeployment })
  }
  if (competingDeployment) return superseded(competingDeployment, 'undecided')
  return previousIsPrimary && rollbackSince !== undefined ? rolledBack(view) : undefined
}
