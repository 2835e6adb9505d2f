import type { CheckId } from '../../core/checks/checks.js'
import type { Cause } from '../../core/diagnosis/explain-failures.js'
import type { FailureGroup } from '../../core/diagnosis/failure-group.js'
import { resourceName, revisionName, shortTask } from '../../core/ecs/arn.js'
import { showPosition } from '../../core/errors/problem.js'
import { decisiveService, isGreen, needsAttention, type Outcome } from '../../core/outcome/outcome.js'
import { outcomes } from '../../core/outcome/outcomes.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import { planOfService, type ServiceResult, targetOfService } from '../../core/outcome/service-result.js'
import type { Plan, ServicePlan } from '../../core/plan/plan.js'
import { formatTimeOfDay } from '../../core/text/duration.js'
import type { WatchResult } from '../../core/watch/watch-result.js'
import { breakerText } from '../log/plan-lines.js'
import { bullets, code, cut, fold, join, plain, table } from '../markdown/markdown.js'
import { heading } from '../messages/heading.js'
import { mentionsBreaker } from '../messages/mentions-breaker.js'
import { describe } from '../messages/messages.js'
import { whyRed } from '../messages/red-outcome.js'
import { advisedRefusalsOf, type Refusal } from '../messages/refusals.js'
import { alarmParts } from './alarms.js'
import { deploymentTable, type ReportContext } from './deployment-table.js'
import { diagram } from './diagram.js'
import { historyParts, type Own } from './history.js'
import { logTails } from './log-tails.js'
import { callsOf, evidenceOf, images, most, omitted, planTable, remedy } from './plan-details.js'
import { outageParts, targetHealthParts } from './target-health.js'
import { timelineTable } from './timeline.js'

/** GitHub takes 1 MiB of summary per step and drops a larger one. */
const maxBytes = 900_000

export function summarize(outcome: Outcome, context: ReportContext): string {
  const { why, next } = describe(outcome)
  const { title, detail } = heading(outcome)
  const name = serviceName(outcome)
  const failure = whyRed(outcome)
  const mark = needsAttention(outcome) ? '⚠️' : outcomes[outcome.name].mark
  const parts = [
    `### ${mark} ${name ? `${plain(name)}: ` : ''}${title}`,
    ...(detail ? [plain(opening(detail))] : []),
    ...(why ? [`**Why${failure ? ` (${code(failure.failureClass)})` : ''}:** ${plain(opening(why))}`] : []),
    ...(next ? [`**Next:** ${advice(next)}`] : []),
    ...runParts(outcome),
    ...outcome.services.flatMap(service => serviceParts(outcome, service, context)),
    ...historyOf(outcome, context),
    ...(outcome.notices.length > 0 ? [bullets(outcome.notices.map(({ text }) => plain(text)))] : []),
  ]
  return `${join(parts, maxBytes)}\n`
}

/** Only prose: names of revisions stay as they are. */
function opening(what: string): string {
  return /^[a-z]+,? /.test(what) ? what.charAt(0).toUpperCase() + what.slice(1) : what
}

function advice(next: string): string {
  const [, words = next, command = ''] = /^(.*: )(aws [a-z]+ [a-z-]+ .*)$/.exec(next) ?? []
  return `${plain(words)}${code(command)}`
}

function serviceName(outcome: Outcome): string | undefined {
  const service = decisiveService(outcome)
  if (service)
    return planOfService(service)?.observed.service.name ?? resourceName(targetOfService(service).service)
  return isGreen(outcome) ? outcome.plan?.revision.family : undefined
}

function runParts(outcome: Outcome): string[] {
  const { plan, revision, services } = outcome
  const refusals = advisedRefusalsOf(outcome)
  const parts = refusals.length > 0 ? [bullets(refusals.map(refusalItem))] : []
  if (!plan) return parts
  if (outcomes[outcome.name].showsPlan)
    return [...parts, planTable(plan, revision), ...evidenceOf(plan), ...callsOf(plan)]
  if (!revision || services.length > 0) return parts
  const cells = [code(revisionName(revision.arn)), images(plan.revision.images)]
  return [...parts, table(['registered', 'image'], [cells])]
}

function refusalItem({ subject, text, next, position }: Refusal): string {
  const place = position ? `${code(showPosition(position))} ` : ''
  return `${code(subject)} ${place}${plain(text)}${next ? `.${remedy(next)}` : ''}`
}

function serviceParts(outcome: Outcome, service: ServiceResult, context: ReportContext): string[] {
  const { plan } = outcome
  if (!plan) return []
  const { images } = plan.revision
  switch (service.kind) {
    case 'untouched':
      return []
    case 'unchanged':
    case 'unconfirmed':
      return evidenceOf(onlyService(plan, service.plan))
    case 'started': {
      const { rollout } = service
      const subject = { rollout, images, name: service.kind, competing: undefined }
      return [deploymentTable(subject, context), ...evidence(plan, rollout, undefined)]
    }
    case 'ended': {
      const { result, rollout } = service
      const competing = result.kind === 'superseded' ? result.by.taskDefinition : undefined
      return [
        ...outageParts(rollout.targets ?? [], rollout.tracked.startedAt),
        deploymentTable({ rollout, images, name: result.kind, competing }, context),
        diagram(rollout, result),
        ...evidence(plan, rollout, result),
      ]
    }
  }
}

function onlyService(plan: Plan, service: ServicePlan): Plan {
  return { ...plan, services: [service] }
}

function historyOf(outcome: Outcome, { run, history }: ReportContext): string[] {
  const service = decisiveService(outcome)
  const observed = service && planOfService(service)?.observed.service
  if (!history || !service || !observed) return []
  return historyParts(history, {
    service: observed,
    reporter: run,
    texts: outcome.notices.map(({ text }) => text),
    own: service.kind === 'ended' ? own(service.rollout) : undefined,
  })
}

function own({ serviceDeploymentArn: arn, endedAt, tracked }: Rollout): Own {
  return { arn, took: endedAt - tracked.startedAt }
}

function evidence(plan: Plan, rollout: Rollout, result: WatchResult | undefined): string[] {
  const { failures, timeline, tracked, logs, targets = [] } = rollout
  const { service } = rollout.plan.observed
  const breaker = `Circuit breaker: ${plain(breakerText(rollout.plan))}`
  const isMentioned = mentionsBreaker(rollout, result)
  const shown = onlyService(
    rollout.desiredCount === 0 ? withoutAdvice(plan, 'desired-count') : plan,
    rollout.plan,
  )
  return [
    ...(isMentioned ? [`${breaker}.`] : []),
    ...(failures.length > 0 ? [failureTable(rollout)] : []),
    ...alarmParts(rollout),
    ...targetHealthParts(targets, tracked.startedAt),
    ...(logs.length > 0 ? [fold('Last lines of the logs', logTails(logs, service.arn))] : []),
    ...(timeline.length > 0 ? [timelinePart(rollout)] : []),
    ...evidenceOf(shown, isMentioned ? [] : [breaker]),
  ]
}

function timelinePart({ timeline, tracked: { startedAt } }: Rollout): string {
  return fold(`Timeline since ${formatTimeOfDay(startedAt)}`, timelineTable(timeline, startedAt))
}

/** The verdict has the advice already. */
function withoutAdvice(plan: Plan, id: CheckId): Plan {
  const checks = plan.checks.map(check => (check.id === id ? { ...check, next: '' } : check))
  return { ...plan, checks }
}

function failureTable({ failures, causes }: Rollout): string {
  const rows = failures.slice(0, most).map((failure, nth) => failureRow(failure, causes[nth]))
  return (
    table(['failed', 'class', 'tasks', 'stop code', 'reason', 'exit code'], rows) + omitted(failures.length)
  )
}

/** Per row. */
const maxTasks = 6

function failureRow(
  { failureClass, tasks, stopCode, reason, container, exitCode }: FailureGroup,
  cause: Cause | undefined,
): string[] {
  return [
    String(tasks.length),
    code(failureClass),
    tasks
      .slice(0, maxTasks)
      .map(task => code(shortTask(task)))
      .join(' ') + (tasks.length > maxTasks ? ` and ${tasks.length - maxTasks} more` : ''),
    code(stopCode ?? ''),
    plain(cut(reason)) + (cause?.detail ? `<br>→ ${plain(cut(cause.detail))}` : ''),
    exitCode === undefined ? '' : `${plain(container ?? '')} ${code(String(exitCode))}`,
  ]
}
