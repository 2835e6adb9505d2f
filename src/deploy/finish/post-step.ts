/** What the post step does with the saved state of a main step that was killed: the restore first, then the rollback. */
import type { Notice } from '../../core/errors/notice.js'
import { notice, redactNotice, warning } from '../../core/errors/notice.js'
import type { SavedState } from '../../core/outcome/saved-state.js'
import { redact } from '../../core/task-definition/redact.js'
import type { RollbackStatus } from '../../core/watch/deployment-health.js'
import type { Clock, Ecs } from '../../ports.js'
import { persistently, restoreDesiredCount } from './restore-desired-count.js'
import { rollBack } from './roll-back.js'

export async function runPostStep(
  ecs: Ecs,
  clock: Clock,
  { target, taskDefinition, bump, rollback }: SavedState,
): Promise<readonly Notice[]> {
  const notices: Notice[] = []
  if (bump) {
    const restored = await restoreDesiredCount(ecs, clock, target, bump, taskDefinition, persistently)
    notices.push(redactNotice(restored.notice, []))
  }
  // Tasks that the main step saw to stop are forgotten here: the counts of the deployment have to do.
  if (rollback) notices.push(told(await rollBack(ecs, clock, target, rollback, [])))
  return notices
}

function told(rollback: RollbackStatus): Notice {
  if (rollback.kind === 'rollback-requested') return notice('The rollback of the deployment was requested.')
  if (rollback.kind === 'rollback-unconfirmed') {
    const text = 'The rollback of the deployment was requested, which ECS did not confirm'
    return warning(`${text}: ${redact(rollback.why, [])}.`)
  }
  const why = rollback.kind === 'rollback-not-sent' ? rollback.why : 'nobody asked for it'
  return warning(`The deployment was not rolled back, since ${redact(why, [])}.`)
}
