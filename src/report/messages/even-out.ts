/** What to do where services of one step ended on different revisions: each command on a line of its own. */
import { revisionName } from '../../core/ecs/arn.js'
import { deployCommand } from '../../core/ecs/cli-commands.js'
import type { Outcome } from '../../core/outcome/outcome.js'
import { servicesAhead } from '../../core/outcome/services-ahead.js'
import { isSplit, serviceNameOf } from '../../core/outcome/several-services.js'
import { enumerate } from '../../core/text/enumerate.js'

export interface EvenOut {
  readonly words: string
  readonly commands: readonly string[]
}

export function evenOut(outcome: Outcome): EvenOut | undefined {
  if (!isSplit(outcome)) return undefined
  const ahead = servicesAhead(outcome.services)
  const [first] = ahead
  if (!first) return undefined
  const ours = revisionName(first.service.rollout.tracked.taskDefinition)
  const names = ahead.map(({ service }) => serviceNameOf(service))
  const stay = names.length === 1 ? 'stays' : 'stay'
  const targets = [...new Set(ahead.map(({ to }) => to))]
  const inputs = targets.map(to => {
    const of = ahead.filter(one => one.to === to).map(({ service }) => serviceNameOf(service))
    return `rollback: ${revisionName(to)} with service: ${of.join(', ')}`
  })
  return {
    words: `${enumerate(names)} ${stay} on ${ours}. To bring all services to the same revision, deploy again once the cause is removed, or set ${enumerate(inputs)}, or run:`,
    commands: ahead.map(({ service, to }) => deployCommand(service.rollout.plan.observed.service, to)),
  }
}
