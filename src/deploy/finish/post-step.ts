/** What a killed main step left: the restore first, then the rollback. */
import type { Notice } from '../../core/errors/notice.js'
import { notice, redactNotice, warning } from '../../core/errors/notice.js'
import type { SavedState } from '../../core/outcome/saved-state.js'
import { redact } from '../../core/redaction/redact.js'
import type { RollbackStatus } from '../../core/watch/watch-result.js'
import type { Ports } from '../../ports.js'
import { restoreCount } from '../../retry/policies.js'
import { restoreDesiredCount } from './restore-desired-count.js'
import { rollBack } from './roll-back.js'

export async function runPostStep(
  ports: Pick<Ports, 'ecs' | 'clock'>,
  { target, taskDefinition, bump, rollback }: SavedState,
): Promise<readonly Notice[]> {
  const notices: Notice[] = []
  if (bump) {
    const restored = await restoreDesiredCount(ports, { target, bump, taskDefinition }, restoreCount)
    notices.push(redactNotice(restored.notice, []))
  }
  // The saved state has no stopped tasks: the counts must do.
  if (rollback) {
    const status = await rollBack(ports, { target, tracked: rollback, stopped: [] })
    notices.push(rollbackNotice(status))
  }
  return notices
}

function rollbackNotice(rollback: RollbackStatus): Notice {
  if (rollback.kind === 'rollback-requested') return notice('The rollback of the deployment was requested.')
  if (rollback.kind === 'rollback-unconfirmed') {
    const text = 'The rollback of the deployment was requested, which ECS did not confirm'
    return warning(`${text}: ${redact(rollback.why, [])}.`)
  }
  const why = rollback.kind === 'rollback-not-sent' ? rollback.why : 'nobody requested it'
  return warning(`The deployment was not rolled back, since ${redact(why, [])}.`)
}
