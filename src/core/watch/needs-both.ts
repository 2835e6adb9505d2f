/** Whether a poll of the service alone shows that the service deployment may say more than when it was last read. */
import { decisionDistance } from './decision-distance.js'
import type { Snapshot } from './tracked-deployment.js'
import { lastMove } from './waits/wait.js'
import type { WatchState } from './watch-state.js'

export function needsBoth(
  state: WatchState,
  { at, service }: { readonly at: number; readonly service: Snapshot['service'] },
): boolean {
  const { last } = state
  if (JSON.stringify(resultsIn(service)) !== JSON.stringify(resultsIn(last.service))) return true
  return decisionDistance({ ...state, last: { ...last, service } }, at) !== 'far'
}

function resultsIn(service: Snapshot['service']) {
  if (service === 'missing') return service
  const deployments = service.deployments.map(({ id, status, rolloutState, failedTasks }) => {
    return { id, status, rolloutState, failedTasks }
  })
  return { status: service.status, stoppedAt: lastMove(service, ['stopped']), deployments }
}
