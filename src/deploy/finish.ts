/** What the post step does with the saved state of a main step that was killed: the restore first, then the rollback. */
import type { Notice } from '../core/notice.js'
import { notice, warning } from '../core/notice.js'
import type { Unfinished } from '../core/unfinished.js'
import type { Clock, Ecs } from '../ports.js'
import { restoreDesiredCount } from './restore.js'
import { stopDeployment } from './stop.js'

export async function finish(
  ecs: Ecs,
  clock: Clock,
  { target, taskDefinition, bump, rollback }: Unfinished,
): Promise<readonly Notice[]> {
  const notices: Notice[] = []
  if (bump) notices.push(await restoreDesiredCount(ecs, clock, target, bump, taskDefinition))
  if (rollback) {
    const result = await stopDeployment(ecs, clock, rollback.serviceDeploymentArn)
    notices.push(
      result === 'stopped'
        ? notice('The rollback of the deployment was requested.')
        : warning(`The deployment was not rolled back: ${result.why}.`),
    )
  }
  return notices
}
