/** How bad it was for users: a mark, and an outage in the heading and in the first sentence. */
import { revisionName } from '../../core/ecs/arn.js'
import type { Shortage, Span, UnknownImpact } from '../../core/outcome/impact.js'
import { decisiveRollout, isGreen, needsAttention, type Outcome } from '../../core/outcome/outcome.js'
import { type OutcomeName, outcomes } from '../../core/outcome/outcomes.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import { formatElapsed } from '../../core/text/duration.js'
import { enumerate } from '../../core/text/enumerate.js'

/** Users were not affected: the mark of the outcome. */
const redMarks = { unaffected: undefined, reduced: '🔻', outage: '🚨', unknown: '❓' }

export function markOf(outcome: Outcome): string {
  if (isGreen(outcome)) return needsAttention(outcome) ? '⚠️' : outcomes[outcome.name].mark
  return impactMark(outcome) ?? outcomes[outcome.name].mark
}

/** Of a red outcome; undefined if users were not affected. */
export function impactMark(outcome: Outcome): string | undefined {
  const rollout = decisiveRollout(outcome)
  return rollout && !isGreen(outcome) ? redMarks[rollout.impact.kind] : undefined
}

/** `nothing healthy served from 1:40 to 2:20` */
export function outageText(outcome: Outcome): string | undefined {
  const rollout = decisiveRollout(outcome)
  if (rollout?.impact.kind !== 'outage') return undefined
  const { impact, tracked } = rollout
  if (impact.of === 0) return 'nothing healthy serves'
  return `nothing healthy ${impact.lasts ? 'serves' : 'served'} ${when(impact, tracked.startedAt)}`
}

/** `users were not affected: 2 tasks of web:7 ran all the time.` */
export function impactSentence(outcome: Outcome): string | undefined {
  const rollout = decisiveRollout(outcome)
  if (!rollout) return undefined
  const { impact, tracked } = rollout
  switch (impact.kind) {
    case 'outage':
      return outageSentence(impact, rollout)
    case 'reduced':
      return reducedSentence(impact, tracked.startedAt)
    case 'unaffected':
      return isGreen(outcome) ? undefined : unaffectedSentence(impact.kept, rollout, outcome.name)
    case 'unknown': {
      const why = isGreen(outcome) ? undefined : unknownTexts[impact.reason](rollout)
      return why && `whether users were affected is not known: ${why}.`
    }
  }
}

/**
 * Without a registered target, requests end in errors; without a healthy one, they go to all:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
function outageSentence({ counted, lasts }: Shortage, { plan, serving }: Rollout): string {
  if (counted === 'targets') {
    return lasts
      ? 'no target of the load balancer is healthy: it sends requests to unhealthy tasks, and users may get errors now.'
      : 'no target of the load balancer was healthy: it sent requests to unhealthy tasks, and users may have got errors.'
  }
  const isBalanced = plan.observed.service.loadBalancers.length > 0
  if (!isBalanced && lasts && serving.others.length > 0) return 'no running task is healthy.'
  if (!isBalanced) return lasts ? 'no task is running.' : 'no task was running.'
  return lasts ? 'no task is running: users get errors now.' : 'no task was running: users got errors.'
}

function reducedSentence(impact: Shortage, startedAt: number): string {
  const { counted, lasts, least, of } = impact
  const noun = `${counted === 'tasks' ? 'task' : 'target'}${least === 1 ? '' : 's'}`
  const verbs = counted === 'tasks' ? { now: least === 1 ? 'runs' : 'run', past: 'ran' } : isHealthy(least)
  const verb = lasts ? verbs.now : verbs.past
  return `capacity ${lasts ? 'is' : 'was'} reduced ${when(impact, startedAt)}: ${least} ${noun} ${verb} instead of ${of}.`
}

function isHealthy(count: number) {
  return count === 1
    ? { now: 'is healthy', past: 'was healthy' }
    : { now: 'are healthy', past: 'were healthy' }
}

function unaffectedSentence(kept: number, { tracked }: Rollout, name: OutcomeName): string {
  const isDecided = name === 'rolled-back' || name === 'failed'
  const soFar = isDecided ? '' : ' so far'
  if (kept === 0) return `users were not affected${soFar}: no task had run before.`
  const [before, ...others] = tracked.deployedBefore
  const of = before && others.length === 0 ? ` of ${revisionName(before)}` : ' from before'
  return `users were not affected${soFar}: ${kept} ${kept === 1 ? 'task' : 'tasks'}${of} ran all the time.`
}

/** undefined where the outcome says it already */
const unknownTexts: Readonly<Record<UnknownImpact, (rollout: Rollout) => string | undefined>> = {
  'not-watched': () => undefined,
  'lost-sight': () => undefined,
  alarm: () => 'an alarm was triggered',
  'new-served': ({ tracked }) =>
    `${revisionName(tracked.taskDefinition)} was healthy for a time and may have taken requests`,
  'health-unread': () => 'the health of some running tasks was not read',
  unverified: ({ tracked }) =>
    `${revisionName(tracked.taskDefinition)} took requests, and its verification failed`,
}

const maxSpans = 2

/** `from 1:40 to 2:20`, `at 1:40`, `since 1:40` */
function when({ spans, lasts }: Shortage, startedAt: number): string {
  const elapsed = (at: number) => formatElapsed(at - startedAt)
  const [first, last] = [spans[0], spans.at(-1)]
  if (first && last && spans.length > maxSpans)
    return lasts
      ? `now (${spans.length} times since ${elapsed(first.from)})`
      : `${spans.length} times from ${elapsed(first.from)} to ${elapsed(last.to)}`
  const texts = spans.map(({ from, to }: Span, index) => {
    if (lasts && index === spans.length - 1) return `since ${elapsed(from)}`
    return elapsed(from) === elapsed(to) ? `at ${elapsed(from)}` : `from ${elapsed(from)} to ${elapsed(to)}`
  })
  return enumerate(texts)
}
