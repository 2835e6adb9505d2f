import type { CheckId } from '../../core/checks/checks.js'
import type { FailureClass } from '../../core/diagnosis/classes.js'
import { resourceName, revisionName } from '../../core/ecs/arn.js'
import { endpointUrl } from '../../core/ecs/endpoint-url.js'
import { laterNotices, type Notice, openingNotices } from '../../core/errors/notice.js'
import { showPosition } from '../../core/errors/problem.js'
import {
  decisiveService,
  isGreen,
  needsAttention,
  type Outcome,
  servingArns,
} from '../../core/outcome/outcome.js'
import { outcomes } from '../../core/outcome/outcomes.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import {
  planOfService,
  type ServiceResult,
  takeBackOf,
  targetOfService,
} from '../../core/outcome/service-result.js'
import { isSplit, onlyService, serviceNameOf, worstFirst } from '../../core/outcome/several-services.js'
import type { Plan, ServicePlan } from '../../core/plan/plan.js'
import { formatTimeOfDay } from '../../core/text/duration.js'
import type { WatchResult } from '../../core/watch/watch-result.js'
import { commitCode } from '../markdown/commit-link.js'
import { bullets, code, cut, fence, fold, join, link, plain, prose, table } from '../markdown/markdown.js'
import { heading } from '../messages/heading.js'
import { impactSentence, markOf, outageText } from '../messages/impact.js'
import { describe } from '../messages/messages.js'
import { placeTexts } from '../messages/place-texts.js'
import { whyRed } from '../messages/red-outcome.js'
import { advisedRefusalsOf, type Refusal } from '../messages/refusals.js'
import { sentence } from '../messages/sentence.js'
import { splitCommand } from '../messages/split-command.js'
import { alarmParts } from './alarms.js'
import { deploymentTable, type ReportContext } from './deployment-table.js'
import { diagramParts } from './diagram.js'
import { evenOutParts } from './even-out-parts.js'
import { failureTable } from './failure-table.js'
import { historyParts, type Own } from './history.js'
import { logTails } from './log-tails.js'
import { callsOf, evidenceOf, images, planTable, remedy, settingItems, taskChanges } from './plan-details.js'
import { targetHealthParts } from './target-health.js'
import { taskParts } from './task-parts.js'
import { timelineTable } from './timeline.js'
import { verificationParts } from './verification-parts.js'

/** GitHub takes 1 MiB of summary per step and drops a larger one. */
export const maxBytes = 900_000

export function summarize(outcome: Outcome, context: ReportContext): string {
  const { title, detail } = heading(outcome)
  const name = serviceName(outcome)
  const outage = isSplit(outcome) ? undefined : outageText(outcome)
  const impact = isSplit(outcome) ? undefined : impactSentence(outcome)
  const parts = [
    `### ${markOf(outcome)} ${name ? `${plain(name)}: ` : ''}${title}${outage ? `; ${outage}` : ''}`,
    ...whereParts(outcome, context),
    ...(impact ? [prose(opening(impact))] : []),
    ...(detail ? [prose(opening(detail))] : []),
    ...noticeParts(openingNotices(outcome.notices)),
    ...(isSplit(outcome) ? [overviewTable(outcome), ...evenOutParts(outcome)] : reasonParts(outcome)),
    ...taskParts(outcome),
    ...verificationParts(outcome),
    ...runParts(outcome),
    ...(isSplit(outcome)
      ? partsOfSeveral(outcome, context)
      : outcome.services.flatMap(service => serviceParts(outcome, service, context))),
    ...historyOf(outcome, context),
    ...noticeParts(laterNotices(outcome.notices)),
  ]
  return `${join(parts, maxBytes)}\n`
}

/** A row each, the worst first. */
function overviewTable(outcome: Outcome): string {
  const rows = worstFirst(outcome.services).map(service => {
    const own = onlyService(outcome, service)
    const { what, why } = describe(own)
    const reason = why ?? whyRed(own)?.reason ?? (takeBackOf(service) ? what : '')
    const serving = servingArns(own).map(arn => code(revisionName(arn)))
    return [
      `${markOf(own)} ${takeBackOf(service) && own.name === 'rolled-back' ? 'taken back' : outcomes[own.name].label}`,
      code(serviceNameOf(service)),
      serving.join(' '),
      prose(cut(reason)),
    ]
  })
  return table(['result', 'service', 'serves', 'why'], rows)
}

/** Those that went well are folded. The checks are those of all. */
function partsOfSeveral(outcome: Outcome, context: ReportContext): string[] {
  const sections = worstFirst(outcome.services).flatMap(service => {
    const whole = onlyService(outcome, service)
    const own = { ...whole, plan: whole.plan && { ...whole.plan, checks: [] } }
    const { title, detail } = heading(own)
    const outage = outageText(own)
    const impact = impactSentence(own)
    const text = `${markOf(own)} ${plain(serviceNameOf(service))}: ${title}${outage ? `; ${outage}` : ''}`
    const parts = [
      ...(impact ? [prose(opening(impact))] : []),
      ...(detail ? [prose(opening(detail))] : []),
      ...reasonParts(own),
      ...serviceParts(own, service, context),
    ]
    const isQuiet = isGreen(own) && !needsAttention(own)
    return isQuiet ? [fold(summaryText(own, service), parts.join('\n\n'))] : [`#### ${text}`, ...parts]
  })
  return [...sections, ...(outcome.plan ? evidenceOf({ ...outcome.plan, services: [] }) : [])]
}

/** Without Markdown. */
function summaryText(own: Outcome, service: ServiceResult): string {
  return `${markOf(own)} ${serviceNameOf(service)}: ${describe(own).what.replace(/\.$/, '')}`
}

/** Why, then what to do next. */
function reasonParts(outcome: Outcome): string[] {
  const { why, rollback, next } = describe(outcome)
  return [
    ...(why ? [`**Why${classText(whyRed(outcome)?.failureClass)}:** ${prose(opening(why))}`] : []),
    ...(rollback
      ? [`**Why the rollback fails${classText(rollback.failureClass)}:** ${prose(opening(rollback.why))}`]
      : []),
    ...refusalParts(outcome, why === undefined),
    ...(next ? advice(next) : []),
  ]
}

/** `other` says nothing. */
function classText(failureClass: FailureClass | undefined): string {
  return failureClass === undefined || failureClass === 'other' ? '' : ` (${code(failureClass)})`
}

export function noticeParts(notices: readonly Notice[]): string[] {
  return notices.length > 0 ? [bullets(notices.map(({ text }) => prose(text)))] : []
}

/** Only prose: names of revisions stay as they are. */
function opening(what: string): string {
  return /^[a-z]+,? /.test(what) ? what.charAt(0).toUpperCase() + what.slice(1) : what
}

/** A code block has a button that copies it. */
function advice(next: string): string[] {
  const { words, command } = splitCommand(next)
  return [`**Next:** ${prose(words)}`, ...(command === undefined ? [] : [fence([command], 'sh')])]
}

/** `eu-west-1 · 123456789012 · commit 9be21c4`: staging and production must not look alike. */
function whereParts(outcome: Outcome, { region, run }: ReportContext): string[] {
  const commit = run.commit ? [`commit ${commitCode(run, run)}`] : []
  const parts = [...placeTexts(outcome, region).map(plain), ...commit, ...endpointLinks(outcome)]
  return parts.length > 0 ? [parts.join(' · ')] : []
}

/** Of Express services. */
function endpointLinks({ services }: Outcome): string[] {
  const urls = services.flatMap(service => endpointUrl(planOfService(service)?.endpoint) ?? [])
  return urls.map(url => link(url.replace(/^https?:\/\//, ''), url))
}

/** `web on prod`, or the family that was registered */
function serviceName(outcome: Outcome): string | undefined {
  const [first] = outcome.services
  if (first && outcome.services.length > 1)
    return `${outcome.services.length} services on ${resourceName(targetOfService(first).cluster)}`
  const service = decisiveService(outcome)
  if (service) {
    const target = targetOfService(service)
    const name = planOfService(service)?.observed.service.name ?? resourceName(target.service)
    return `${name} on ${resourceName(target.cluster)}`
  }
  return isGreen(outcome) ? outcome.plan?.revision.family : undefined
}

/** A single refusal is the reason. */
function refusalParts(outcome: Outcome, isReason: boolean): string[] {
  const refusals = advisedRefusalsOf(outcome)
  const [only, ...others] = refusals
  if (!only) return []
  return isReason && others.length === 0
    ? [`**Why:** ${refusalItem(only)}`]
    : [bullets(refusals.map(refusalItem))]
}

function runParts(outcome: Outcome): string[] {
  const { plan, revision, services } = outcome
  if (!plan) return []
  if (outcomes[outcome.name].showsPlan)
    return [planTable(plan, outcome), ...taskChanges(plan), ...evidenceOf(plan), ...callsOf(plan, outcome)]
  if (!revision || services.length > 0) return []
  const cells = [code(revisionName(revision.arn)), images(plan.revision.images)]
  return [table(['registered', 'image'], [cells])]
}

function refusalItem({ subject, text, next, position }: Refusal): string {
  const place = position ? ` ${code(showPosition(position))}` : ''
  return `${code(subject)}${place}: ${prose(sentence(text))}${remedy(next ?? '')}`
}

function serviceParts(outcome: Outcome, service: ServiceResult, context: ReportContext): string[] {
  const { plan } = outcome
  if (!plan) return []
  const { images, imageSource } = plan.revision
  switch (service.kind) {
    case 'untouched':
      return []
    case 'unchanged':
    case 'unconfirmed':
      return evidenceOf(planOfOne(plan, service.plan))
    case 'started': {
      const { rollout } = service
      const subject = { rollout, images, imageSource, name: service.kind, competing: undefined }
      return [deploymentTable(subject, context), ...evidence(plan, rollout)]
    }
    case 'ended': {
      const { result, rollout } = service
      const competing = result.kind === 'superseded' ? result.by.taskDefinition : undefined
      return [
        deploymentTable({ rollout, images, imageSource, name: result.kind, competing }, context),
        ...diagramParts(rollout, result),
        ...evidence(plan, rollout),
      ]
    }
  }
}

function planOfOne(plan: Plan, service: ServicePlan): Plan {
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
    own: service.kind === 'ended' ? own(service) : undefined,
  })
}

function own({ result, rollout }: Extract<ServiceResult, { kind: 'ended' }>): Own {
  const { serviceDeploymentArn: arn, endedAt, tracked } = rollout
  return { arn, took: endedAt - tracked.startedAt, flaw: flawOf(result, rollout) }
}

/** Of a deployment that ECS had completed. */
function flawOf(result: WatchResult, { verification }: Rollout): string | undefined {
  if (verification?.kind === 'failed') return 'its verification failed'
  if (result.kind !== 'failed' || result.completedAt === undefined) return undefined
  return 'its tasks keep failing'
}

function evidence(plan: Plan, rollout: Rollout): string[] {
  const { failures, timeline, tracked, logs, targets = [] } = rollout
  const { service } = rollout.plan.observed
  const shown = planOfOne(
    rollout.desiredCount === 0 ? withoutAdvice(plan, 'desired-count') : plan,
    rollout.plan,
  )
  return [
    ...(failures.length > 0 ? [fold(failuresTitle(rollout), failureTable(rollout))] : []),
    ...rollbackTable(rollout),
    ...alarmParts(rollout),
    ...targetHealthParts(targets, tracked.startedAt),
    ...(logs.length > 0 ? [fold('Last lines of the logs', logTails(logs, service.arn))] : []),
    ...(timeline.length > 0 ? [timelinePart(rollout)] : []),
    ...evidenceOf(shown, settingItems(rollout.plan)),
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

function failuresTitle({ failures, tracked }: Rollout): string {
  const of = failures.some(group => group.of === 'service')
    ? 'the service'
    : revisionName(tracked.taskDefinition)
  return `Failed tasks of ${of}`
}

function rollbackTable({ rollback }: Rollout): string[] {
  if (!rollback || rollback.failures.length === 0) return []
  const of = rollback.to === undefined ? 'the rollback' : revisionName(rollback.to)
  return [fold(`Failed tasks of ${of} since the rollback began`, failureTable(rollback))]
}
