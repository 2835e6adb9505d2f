/** Takes a service back that the main step did not live to take back, after another one had failed (docs/adr/0050). */
import { revisionName } from '../../core/ecs/arn.js'
import { primaryOf } from '../../core/ecs/service.js'
import { denialText, unavailableReason } from '../../core/errors/denial.js'
import { type Notice, notice, warning } from '../../core/errors/notice.js'
import type { SavedState } from '../../core/outcome/saved-state.js'
import type { Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { throttledChanges } from '../../retry/policies.js'
import { retry } from '../../retry/retry.js'
import { sendUpdate } from '../change/send-update.js'

export async function sendSavedTakeBack(
  { clock, ecs }: Pick<Ports, 'ecs' | 'clock'>,
  { deploymentId, target }: SavedState,
  taskDefinition: string,
): Promise<Notice> {
  const revision = revisionName(taskDefinition)
  const read = await attempt(() => ecs.describeService(target, 'retry'))
  if (read.kind === 'failed')
    return warning(
      `The service was not taken back to ${revision}, because it could not be read: ${unavailableReason(read.error)}.`,
    )
  const service = read.value === 'missing' ? undefined : read.value
  if (!service || primaryOf(service)?.id !== deploymentId)
    return notice(
      'Another deployment than that of this run is the current one: nothing is left to be taken back.',
    )
  const change = { target, taskDefinition, update: {} }
  const sent = await attempt(() => retry(throttledChanges, { clock }, () => sendUpdate(ecs, service, change)))
  if (sent.kind === 'answered')
    return warning(
      `Another service had failed: a deployment takes this one back to ${revision}, and nobody watches it.`,
    )
  const { error } = sent
  const why = error.kind === 'denied' ? denialText(error) : error.message.replace(/\.$/, '')
  const isLost = error.kind === 'unavailable'
  return warning(
    isLost
      ? `The update to ${revision} was sent, because another service had failed, but ECS did not confirm it: ${why}.`
      : `The service was not taken back to ${revision}, although another one had failed: ${why}.`,
  )
}
