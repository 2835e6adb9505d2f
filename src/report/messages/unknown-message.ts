import { revisionName } from '../../core/ecs/arn.js'
import { formatElapsed } from '../../core/text/duration.js'
import type { Watched } from './by-watch-result.js'
import type { Message } from './message.js'
import { checkText } from './remaining-tasks.js'
import { sentence } from './sentence.js'

export function unknownMessage({ result, rollout }: Watched<'unknown'>): Message {
  const { reason, lost } = result
  const { plan, lastPoll, tracked } = rollout
  const ours = revisionName(tracked.taskDefinition)
  if (lost === 'service') {
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/logging-using-cloudtrail.html
    return {
      what: `the service ${plan.observed.service.name} was deleted while ${ours} was being deployed.`,
      why: sentence(reason),
      next: 'To find out who deleted it, look for the event DeleteService in CloudTrail.',
    }
  }
  const last = lastPoll
    ? `; last poll at ${formatElapsed(lastPoll.at - tracked.startedAt)}: ${lastPoll.text}`
    : ''
  const longer =
    'Let the credentials last longer than a deployment (role-duration-seconds of configure-aws-credentials). '
  return {
    what: `${ours} was started, but its result could not be read.`,
    why: sentence(`${reason.replace(/\.$/, '')}${last}`),
    next: `${lost === 'credentials' ? longer : ''}${checkText(rollout)}`,
  }
}
