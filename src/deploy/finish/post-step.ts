/** What a killed main step left: the restore first, then the rollback. */
import { resourceName, revisionName } from '../../core/ecs/arn.js'
import type { Notice } from '../../core/errors/notice.js'
import { notice, ofService, redactNotice, warning } from '../../core/errors/notice.js'
import type { SavedState } from '../../core/outcome/saved-state.js'
import { redact } from '../../core/redaction/redact.js'
import type { Bump } from '../../core/settings/bump.js'
import type { RollbackStatus } from '../../core/watch/watch-result.js'
import { restoreCount } from '../../retry/policies.js'
import { findDeployment } from './find-deployment.js'
import { gone, restoreDesiredCount } from './restore-desired-count.js'
import { type RollbackPorts, rollBack } from './roll-back.js'
import { sendSavedTakeBack } from './send-saved-take-back.js'

type PostStepPorts = RollbackPorts

/** Of all services at once: a post step has not much time either. */
export async function runPostStep(
  ports: PostStepPorts,
  states: readonly SavedState[],
): Promise<readonly Notice[]> {
  const notices = await Promise.all(
    states.map(async state => {
      const own = await finishService(ports, state)
      const name = states.length > 1 ? resourceName(state.target.service) : undefined
      return own.map(one => ofService(one, name))
    }),
  )
  return notices.flat().map(one => redactNotice(one, []))
}

async function finishService(ports: PostStepPorts, saved: SavedState): Promise<readonly Notice[]> {
  const { state, notices } = saved.answered ? { state: saved, notices: [] } : await locate(ports, saved)
  const { bump, completedBefore, deploymentId, rollback, target } = state
  const done = [...notices]
  if (bump) done.push(await restore(ports, state, bump))
  if (state.takeBack !== undefined) return [...done, await sendSavedTakeBack(ports, state, state.takeBack)]
  // The saved state has no stopped tasks: the counts must do.
  if (rollback && deploymentId !== undefined) {
    const tracked = { deploymentId, completedBefore, taskDefinition: state.taskDefinition }
    done.push(rollbackNotice(await rollBack(ports, { target, tracked, stopped: [] })))
  }
  return done
}

async function restore(ports: PostStepPorts, state: SavedState, bump: Bump): Promise<Notice> {
  let { readsAreCurrent } = state
  if (!readsAreCurrent) {
    const found = await findDeployment(ports, state, ({ desiredCount }) => desiredCount === bump.to)
    readsAreCurrent = found.kind !== 'unreadable'
  }
  const restored = await restoreDesiredCount(ports, { ...state, bump, readsAreCurrent }, restoreCount)
  return restored.notice
}

interface Located {
  readonly state: SavedState
  readonly notices: readonly Notice[]
}

/** After an update that may not have reached ECS. */
async function locate(ports: PostStepPorts, saved: SavedState): Promise<Located> {
  const found = await findDeployment(ports, saved)
  const revision = revisionName(saved.taskDefinition)
  const nothing = { ...saved, bump: undefined, rollback: false }
  const state = { ...saved, answered: true, readsAreCurrent: true }
  switch (found.kind) {
    case 'found': {
      const { id, status } = found.deployment
      const rollback = saved.rollback && status === 'PRIMARY'
      const isReplaced = saved.rollback && !rollback
      const why = 'somebody else has started another one since'
      const notices = isReplaced ? [rollbackNotice({ kind: 'rollback-not-sent', why })] : []
      const older = found.service.deployments.filter(one => one.id !== id)
      const completedBefore =
        saved.completedBefore || older.some(({ rolloutState }) => rolloutState === 'COMPLETED')
      return { state: { ...state, deploymentId: id, completedBefore, rollback }, notices }
    }
    case 'ended': {
      const text = `The deployment of ${revision} has ended: there is nothing to roll back.`
      return { state: { ...state, rollback: false }, notices: saved.rollback ? [notice(text)] : [] }
    }
    case 'never-started': {
      const text = `The update did not reach ECS: no deployment of ${revision} has started, and there is nothing to undo.`
      return { state: nothing, notices: [notice(text)] }
    }
    case 'gone':
      return { state: nothing, notices: [gone.notice] }
    case 'unreadable': {
      const { bump } = saved
      const count = bump ? `: the desired count may still be ${bump.to} and should be ${bump.from}` : ''
      const text = `Whether a deployment of ${revision} has started could not be read (${found.why})${count}.`
      return { state: nothing, notices: [warning(text)] }
    }
  }
}

function rollbackNotice(rollback: RollbackStatus): Notice {
  if (rollback.kind === 'rollback-requested') return notice('The rollback of the deployment was requested.')
  if (rollback.kind === 'rollback-unconfirmed') {
    const text = 'The rollback of the deployment was requested, but ECS did not confirm it'
    return warning(`${text}: ${redact(rollback.why, [])}.`)
  }
  const why = rollback.kind === 'rollback-not-sent' ? rollback.why : 'nobody requested it'
  return warning(`The deployment was not rolled back because ${redact(why, [])}.`)
}
