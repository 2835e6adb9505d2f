/**
 * Can be repeated: during a rollback "it continues the rollback operation".
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html
 */
import { isTransient } from '../../core/errors/api-error.js'
import { denialText } from '../../core/errors/denial.js'
import type { StopResult } from '../../core/watch/watch-event.js'
import type { Clock, Ecs } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import * as policies from '../../retry/policies.js'
import { retry } from '../../retry/retry.js'

export async function stopDeployment(ecs: Ecs, clock: Clock, arn: string): Promise<StopResult> {
  let doubtful = false
  const answer = await attempt(() =>
    retry(policies.stopDeployment, { clock }, async () => {
      const sent = await attempt(() => ecs.stopServiceDeployment(arn))
      if (sent.kind === 'answered') return
      doubtful ||= sent.error.kind === 'unavailable'
      throw sent.error
    }),
  )
  if (answer.kind === 'answered') return { kind: 'stopped' }
  const { error } = answer
  if (error.kind === 'denied') {
    return {
      kind: 'not-stopped',
      why: denialText(error),
      refused: true,
      doubtful,
    }
  }
  const why = error.message.replace(/\.$/, '')
  return { kind: 'not-stopped', why, refused: !isTransient(error), doubtful }
}
