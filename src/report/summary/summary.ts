/**
 * The job summary: verdict, why, what next; then which deployment runs which revision; then the evidence, folded. A
 * success is short.
 */

import type { CheckId } from '../../core/checks/checks.js'
import type { Cause } from '../../core/diagnosis/explain-failures.js'
import type { FailureGroup } from '../../core/diagnosis/failure-group.js'
import { resourceName, revisionName, shortTask } from '../../core/ecs/arn.js'
import type { Service } from '../../core/ecs/service.js'
import { showPosition } from '../../core/errors/problem.js'
import type { Outcome, Rollout } from '../../core/outcome/outcome.js'
import { isDoubtful, nameOf } from '../../core/outcome/outcome.js'
import { outcomes } from '../../core/outcome/outcomes.js'
import type { DeployPlan, ExecutablePlan } from '../../core/plan/plan.js'
import { formatTimeOfDay } from '../../core/text/duration.js'
import { breakerText } from '../log/plan-lines.js'
import { bullets, code, cut, fold, join, plain, table } from '../markdown/markdown.js'
import { whyRed } from '../messages/failure.js'
import { heading } from '../messages/heading.js'
import { describe } from '../messages/messages.js'
import { advisedRefusalsOf } from '../messages/refusals.js'
import { mentionsBreaker } from '../messages/rollback-note.js'
import { alarmParts } from './alarms.js'
import { deploymentTable, type ReportContext } from './deployment-table.js'
import { diagram } from './diagram.js'
import { historyParts, type Own } from './history.js'
import { logTails } from './log-tails.js'
import { callsOf, evidenceOf, images, most, omitted, planTable, remedy } from './plan-details.js'
import { outageParts, targetHealthParts } from './target-health.js'
import { timelineTable } from './timeline.js'

/** GitHub takes 1 MiB of summary from a step and drops all of it where there is more; other steps of ours come on top. */
const mostBytes = 900_000

export function summarize(outcome: Outcome, told: ReportContext): string {
  const { why, next } = describe(outcome)
  const { title, detail } = heading(outcome)
  const name = serviceName(outcome)
  const failure = whyRed(outcome)
  const parts = [
    `### ${mark(outcome)} ${name ? `${plain(name)}: ` : ''}${title}`,
    ...(detail ? [plain(opening(detail))] : []),
    ...(why ? [`**Why${failure ? ` (${code(failure.failureClass)})` : ''}:** ${plain(opening(why))}`] : []),
    ...(next ? [`**Next:** ${advice(next)}`] : []),
    ...body(outcome, told),
    ...historyOf(outcome, told),
    ...(outcome.notices.length > 0 ? [bullets(outcome.notices.map(({ text }) => plain(text)))] : []),
  ]
  return `${join(parts, mostBytes)}\n`
}

/** Prose begins with a capital letter, the name of a revision as it is. */
function opening(what: string): string {
  return /^[a-z]+,? /.test(what) ? what.charAt(0).toUpperCase() + what.slice(1) : what
}

/** A command at its end can be copied. */
function advice(next: string): string {
  const [, words = next, command = ''] = /^(.*: )(aws [a-z]+ [a-z-]+ .*)$/.exec(next) ?? []
  return `${plain(words)}${code(command)}`
}

/** Green alone is not enough for a tick, as in the log. */
function mark(outcome: Outcome): string {
  return isDoubtful(outcome) ? '⚠️' : outcomes[nameOf(outcome)].mark
}

function serviceName(outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case 'refused':
    case 'not-begun':
    case 'nothing-seen':
      return outcome.target && resourceName(outcome.target.service)
    case 'planned':
      return planName(outcome.plan)
    case 'registered':
      return outcome.plan.family
    case 'no-change':
    case 'lost':
      return outcome.plan.observed.service.name
    case 'started':
    case 'ended':
      return outcome.rollout.plan.observed.service.name
  }
}

function planName(plan: ExecutablePlan): string {
  if (plan.kind === 'offline') return resourceName(plan.target.service)
  return plan.kind === 'deploy' ? plan.observed.service.name : plan.family
}

function body(outcome: Outcome, told: ReportContext): string[] {
  switch (outcome.kind) {
    case 'refused':
      return [
        bullets(
          advisedRefusalsOf(outcome).map(
            ({ subject, text, next, position }) =>
              `${code(subject)} ${position ? `${code(showPosition(position))} ` : ''}${plain(text)}${next ? `.${remedy(next)}` : ''}`,
          ),
        ),
        ...(outcome.plan
          ? [
              planTable(outcome.plan, outcome.registered),
              ...evidenceOf(outcome.plan),
              ...callsOf(outcome.plan),
            ]
          : []),
      ]
    case 'planned':
      return [planTable(outcome.plan), ...evidenceOf(outcome.plan), ...callsOf(outcome.plan)]
    case 'no-change':
      return evidenceOf(outcome.plan)
    case 'registered':
      return [
        table(
          ['registered', 'image'],
          [[code(revisionName(outcome.registered.arn)), images(outcome.plan.images)]],
        ),
      ]
    case 'not-begun':
    case 'nothing-seen':
      return []
    case 'lost':
      return evidenceOf(outcome.plan)
    case 'started':
      return [
        deploymentTable(outcome.rollout, { name: 'started', competing: undefined }, told),
        ...evidence(outcome.rollout),
      ]
    case 'ended':
      return [
        ...outageParts(outcome.rollout.targets ?? [], outcome.rollout.tracked.startedAt),
        deploymentTable(
          outcome.rollout,
          { name: nameOf(outcome), competing: competingDeployment(outcome) },
          told,
        ),
        diagram(outcome.rollout, outcome.result),
        ...evidence(outcome.rollout, outcome.result),
      ]
  }
}

type Ended = Extract<Outcome, { kind: 'ended' }>

/** The revision of the deployment that took over, which may not serve yet. */
function competingDeployment({ result }: Ended): string | undefined {
  return result.kind === 'superseded' ? result.by.taskDefinition : undefined
}

/** What the service went through before, of every outcome that is about one. */
function historyOf(outcome: Outcome, { run, history }: ReportContext): string[] {
  const service = observedService(outcome)
  if (!history || !service) return []
  const said = outcome.notices.map(({ text }) => text)
  return historyParts(
    history,
    service,
    run,
    said,
    outcome.kind === 'ended' ? own(outcome.rollout) : undefined,
  )
}

function own({ serviceDeploymentArn: arn, endedAt, tracked }: Rollout): Own {
  return { arn, took: endedAt - tracked.startedAt }
}

function observedService(outcome: Outcome): Service | undefined {
  if (outcome.kind === 'started' || outcome.kind === 'ended') return outcome.rollout.plan.observed.service
  const plan = outcome.kind === 'planned' || outcome.kind === 'lost' ? outcome.plan : undefined
  return plan?.kind === 'deploy' ? plan.observed.service : undefined
}

function evidence(rollout: Rollout, result?: Ended['result']): string[] {
  const { failures, timeline, tracked, plan, logs, targets = [] } = rollout
  const breaker = `Circuit breaker: ${plain(breakerText(plan))}`
  const isTold = mentionsBreaker(rollout, result)
  return [
    ...(isTold ? [`${breaker}.`] : []),
    ...(failures.length > 0 ? [failureTable(rollout)] : []),
    ...alarmParts(rollout),
    ...targetHealthParts(targets, tracked.startedAt),
    ...(logs.length > 0 ? [fold('Last lines of the logs', logTails(logs, plan.observed.service.arn))] : []),
    ...(timeline.length > 0
      ? [
          fold(
            `Timeline since ${formatTimeOfDay(tracked.startedAt)}`,
            timelineTable(timeline, tracked.startedAt),
          ),
        ]
      : []),
    ...evidenceOf(
      rollout.desiredCount === 0 ? withoutAdvice(plan, 'desired-count') : plan,
      isTold ? [] : [breaker],
    ),
  ]
}

/** What to do about it stands above, with the verdict. */
function withoutAdvice(plan: DeployPlan, id: CheckId): DeployPlan {
  const checks = plan.checks.map(check => (check.id === id ? { ...check, next: '' } : check))
  return { ...plan, checks }
}

function failureTable({ failures, causes }: Rollout): string {
  const rows = failures.slice(0, most).map((failure, nth) => failureRow(failure, causes[nth]))
  return (
    table(['failed', 'class', 'tasks', 'stop code', 'reason', 'exit code'], rows) + omitted(failures.length)
  )
}

/** Of one row: more of them nobody looks up. */
const mostTasks = 6

function failureRow(
  { failureClass, tasks, stopCode, reason, container, exitCode }: FailureGroup,
  cause: Cause | undefined,
): string[] {
  return [
    String(tasks.length),
    code(failureClass),
    tasks
      .slice(0, mostTasks)
      .map(task => code(shortTask(task)))
      .join(' ') + (tasks.length > mostTasks ? ` and ${tasks.length - mostTasks} more` : ''),
    code(stopCode ?? ''),
    plain(cut(reason)) + (cause?.detail ? `<br>→ ${plain(cut(cause.detail))}` : ''),
    exitCode === undefined ? '' : `${plain(container ?? '')} ${code(String(exitCode))}`,
  ]
}
