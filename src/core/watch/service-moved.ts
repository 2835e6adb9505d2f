/** Whether the service deployment may say more than when it was last read. */
import type { Snapshot } from './tracked-deployment.js'
import { lastMove } from './waits/wait.js'

export function hasMoved(before: Snapshot['service'], now: Snapshot['service']): boolean {
  return JSON.stringify(resultsIn(before)) !== JSON.stringify(resultsIn(now))
}

function resultsIn(service: Snapshot['service']) {
  if (service === 'missing') return service
  const deployments = service.deployments.map(({ id, status, rolloutState, failedTasks }) => {
    return { id, status, rolloutState, failedTasks }
  })
  return { status: service.status, stoppedAt: lastMove(service, ['stopped']), deployments }
}
