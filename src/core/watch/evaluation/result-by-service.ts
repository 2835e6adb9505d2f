/** Where service deployments are not readable or not listed yet. */
import type { DeploymentResult } from '../watch-result.js'
import type { DeploymentView } from './deployment-view.js'
import type { EvaluationState } from './evaluation.js'
import { completed, failed, rolledBack } from './results.js'

export function resultByService(
  view: DeploymentView,
  { readsAreCurrent }: EvaluationState,
): DeploymentResult | undefined {
  const { isPrimary, ours, previousIsPrimary, primary, serviceDeployment, stage } = view
  const state = ours?.rolloutState
  if (isPrimary && state === 'COMPLETED') {
    return stage === undefined || stage === 'ongoing' ? completed(view) : undefined
  }
  if (isPrimary && state === 'FAILED' && stage !== 'rolling-back' && stage !== 'successful') {
    const reason = ours?.rolloutStateReason ?? 'the deployment FAILED'
    return failed(view, reason, { replacedBy: undefined })
  }
  if (isPrimary && ours && stage === 'stopped') {
    const reason = serviceDeployment?.statusReason ?? 'the deployment was STOPPED'
    return failed(view, reason, { replacedBy: undefined })
  }
  const isGone = ours === undefined || state === 'FAILED'
  const isRestored = previousIsPrimary && primary?.rolloutState === 'COMPLETED'
  return readsAreCurrent && isGone && isRestored ? rolledBack(view) : undefined
}
