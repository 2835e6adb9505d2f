/** What the post step does with the saved state of a main step that was killed: the restore first, then the rollback. */
import type { Notice } from '../../core/errors/notice.js'
import { cleaned, notice, warning } from '../../core/errors/notice.js'
import type { Unfinished } from '../../core/outcome/saved-state.js'
import { clean } from '../../core/task-definition/redact.js'
import type { Aftermath } from '../../core/watch/deployment-health.js'
import type { Clock, Ecs } from '../../ports.js'
import { patient, restoreDesiredCount } from './restore-desired-count.js'
import { rollBack } from './roll-back.js'

export async function finish(
  ecs: Ecs,
  clock: Clock,
  { target, taskDefinition, bump, rollback }: Unfinished,
): Promise<readonly Notice[]> {
  const notices: Notice[] = []
  if (bump) {
    const restored = await restoreDesiredCount(ecs, clock, target, bump, taskDefinition, patient)
    notices.push(cleaned(restored.notice, []))
  }
  // Tasks that the main step saw to stop are forgotten here: the counts of the deployment have to do.
  if (rollback) notices.push(told(await rollBack(ecs, clock, target, rollback, [])))
  return notices
}

function told(aftermath: Aftermath): Notice {
  if (aftermath.kind === 'rollback-requested') return notice('The rollback of the deployment was requested.')
  if (aftermath.kind === 'rollback-unconfirmed') {
    const text = 'The rollback of the deployment was requested, which ECS did not confirm'
    return warning(`${text}: ${clean(aftermath.why, [])}.`)
  }
  const why = aftermath.kind === 'rollback-not-sent' ? aftermath.why : 'nobody asked for it'
  return warning(`The deployment was not rolled back, since ${clean(why, [])}.`)
}
