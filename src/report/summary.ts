/**
 * The job summary: verdict, why, what next; then which deployment runs which revision; then the evidence, folded. A
 * success is short.
 */
import { lastPart, revisionName, shortTask } from '../core/arn.js'
import type { Check } from '../core/checks/check.js'
import { elapsed } from '../core/elapsed.js'
import type { FailureGroup } from '../core/outcome/diagnose.js'
import type { Outcome, OutcomeName, Rollout } from '../core/outcome/outcome.js'
import { nameOf } from '../core/outcome/outcome.js'
import type { Plan, PlannedImage } from '../core/plan/plan.js'
import { showPosition } from '../core/problem.js'
import { shortImage } from '../core/task-definition/image.js'
import type { Happening } from '../core/watch/progress.js'
import { bullets, code, fold, plain, table } from './markdown.js'
import { breakerText, changeText, checksText, settingRows } from './plan-lines.js'
import { word } from './wording.js'

/** The most rows of one list; what is left out is counted. GitHub takes 1 MiB of summary per step. */
const most = 100

const marks: Readonly<Record<OutcomeName, string>> = {
  succeeded: '✅',
  idle: '⚠️',
  started: '⚠️',
  'no-change': '✅',
  planned: '📋',
  registered: '✅',
  refused: '❌',
  'rolled-back': '❌',
  failed: '❌',
  superseded: '❌',
  'timed-out': '❌',
  cancelled: '🚫',
  unknown: '❓',
}

/** `commit` is the one that this run deploys. */
export function summarize(outcome: Outcome, commit: string | undefined): string {
  const { what, why, next } = word(outcome)
  const parts = [
    `### ${marks[nameOf(outcome)]} ${title(outcome)}`,
    plain(opening(what)),
    ...(why ? [`**Why:** ${plain(why)}`] : []),
    ...(next ? [`**Next:** ${plain(next)}`] : []),
    ...body(outcome, commit),
    ...(outcome.notices.length > 0 ? [bullets(outcome.notices.map(({ text }) => plain(text)))] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

/** Prose begins with a capital letter, the name of a revision as it is. */
function opening(what: string): string {
  return /^[a-z]+ /.test(what) ? what.charAt(0).toUpperCase() + what.slice(1) : what
}

function title(outcome: Outcome): string {
  const name = serviceName(outcome)
  const ending = nameOf(outcome).replace('-', ' ')
  return name ? `${plain(name)}: ${ending}` : ending
}

function serviceName(outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case 'refused':
    case 'not-begun':
      return outcome.target && lastPart(outcome.target.service)
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

function planName(plan: Exclude<Plan, { kind: 'refuse' }>): string {
  if (plan.kind === 'unseen') return lastPart(plan.target.service)
  return plan.kind === 'deploy' ? plan.observed.service.name : plan.family
}

function body(outcome: Outcome, commit: string | undefined): string[] {
  switch (outcome.kind) {
    case 'refused':
      return [
        bullets([
          ...outcome.problems.map(
            ({ subject, text, at }) =>
              `${code(subject)} ${at ? `${code(showPosition(at))} ` : ''}${plain(text)}`,
          ),
          ...outcome.checks
            .filter(({ result }) => result === 'refused')
            .map(({ id, text, at }) => `${code(id)} ${at ? `${code(showPosition(at))} ` : ''}${plain(text)}`),
        ]),
      ]
    case 'planned':
      return [planTable(outcome.plan), ...evidenceOf(outcome.plan)]
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
      return []
    case 'lost':
      return evidenceOf(outcome.plan)
    case 'started':
      return [deploymentTable(outcome.rollout, 'started', commit), ...evidence(outcome.rollout)]
    case 'ended':
      return [
        deploymentTable(outcome.rollout, nameOf(outcome), commit, rivalOf(outcome)),
        ...evidence(outcome.rollout),
      ]
  }
}

function planTable(plan: Exclude<Plan, { kind: 'refuse' }>): string {
  const rows = [
    [
      'revision',
      plan.kind === 'deploy' && plan.previous
        ? `${code(revisionName(plan.previous))} → new`
        : `${code(plan.family)}, new`,
    ],
    ['from', code(plan.origin)],
    ['image', images(plan.images)],
    ...(plan.kind === 'deploy'
      ? [
          ['breaker', plain(breakerText(plan))],
          ...settingRows(plan).map(([label, text]) => [label, plain(text)]),
        ]
      : []),
  ]
  return table(['would be', ''], rows)
}

/** The revision of the deployment that took over, which may not serve yet. */
function rivalOf({ ending }: Extract<Outcome, { kind: 'ended' }>): string | undefined {
  return ending.kind === 'superseded' ? ending.by.taskDefinition : undefined
}

/** Which deployment runs which revision: what was tried, and what serves. */
function deploymentTable(
  rollout: Rollout,
  name: OutcomeName,
  commit: string | undefined,
  rival?: string,
): string {
  const { registered, tracked, serving, plan } = rollout
  const took = elapsed(rollout.endedAt - tracked.startedAt)
  const arn = rollout.serviceDeploymentArn
  const ids = `${code(tracked.deploymentId)}${arn ? `<br>${code(lastPart(arn))}` : ''}`
  const newImages = images(plan.images)
  const ours = [code(revisionName(registered.arn)), newImages, commit ? code(commit.slice(0, 7)) : '', ids]
  const result = resultText(name, took)
  if (serving === registered.arn)
    return table(head, [[ownLabels[name] ?? '**serves**', ...ours, result], ...previousRow(rollout)])
  const other = (label: string, revision: string | undefined) =>
    revision
      ? [[label, `**${code(revisionName(revision))}**`, servingImages(rollout, revision), '', '', '']]
      : []
  const rows = [
    ['tried', ...ours, result],
    ...(rival === serving ? [] : other('replaced by', rival)),
    ...other('**serves**', serving),
  ]
  return table(head, serving === tracked.previous ? rows : [...rows, ...previousRow(rollout)])
}

/** What our own revision is where no other runs, and where it does not serve. */
const ownLabels: Partial<Readonly<Record<OutcomeName, string>>> = { failed: 'tried', idle: 'deployed' }

function resultText(name: OutcomeName, took: string): string {
  if (name === 'succeeded') return `serves after ${took}`
  return name === 'started' ? 'not watched' : `${name.replace('-', ' ')} after ${took}`
}

const head = ['', 'revision', 'image', 'commit', 'deployment', '']

function previousRow({ tracked, plan }: Rollout): string[][] {
  if (!tracked.previous) return []
  return [['before', code(revisionName(tracked.previous)), oldImages(plan.images), '', '', '']]
}

function servingImages({ tracked, plan }: Rollout, serving: string): string {
  return serving === tracked.previous ? oldImages(plan.images) : ''
}

function images(planned: readonly PlannedImage[]): string {
  return planned
    .map(({ container, to, named }) => {
      const digest = named ? ` ${code(shortImage(to))}` : ''
      return `${plain(container)} ${code(shortImage(named ?? to))}${digest}`
    })
    .join('<br>')
}

function oldImages(planned: readonly PlannedImage[]): string {
  return planned
    .flatMap(({ container, from }) => (from ? [`${plain(container)} ${code(shortImage(from))}`] : []))
    .join('<br>')
}

function evidence(rollout: Rollout): string[] {
  const { failures, happenings, tracked, plan } = rollout
  return [
    `Circuit breaker: ${plain(breakerText(plan))}.`,
    ...(failures.length > 0 ? [failureTable(failures)] : []),
    ...(happenings.length > 0 ? [fold('Timeline', timeline(happenings, tracked.startedAt))] : []),
    ...evidenceOf(plan),
  ]
}

function failureTable(failures: readonly FailureGroup[]): string {
  const rows = failures
    .slice(0, most)
    .map(({ tasks, stopCode, reason, container, exitCode }) => [
      String(tasks.length),
      code(tasks.slice(0, 3).map(shortTask).join(' ')) + (tasks.length > 3 ? ' …' : ''),
      code(stopCode ?? ''),
      plain(reason),
      exitCode === undefined ? '' : `${plain(container ?? '')} ${code(String(exitCode))}`,
    ])
  return table(['failed', 'tasks', 'stop code', 'reason', 'exit code'], rows) + leftOut(failures.length)
}

function timeline(happenings: readonly Happening[], startedAt: number): string {
  const rows = happenings.slice(-most).map(({ at, text }) => [elapsed(at - startedAt), plain(text)])
  return table(['', ''], rows) + leftOut(happenings.length)
}

function leftOut(count: number): string {
  return count > most ? `\n\n${count - most} more are left out.` : ''
}

function evidenceOf(plan: Exclude<Plan, { kind: 'refuse' }>): string[] {
  const raised = plan.checks.filter(({ result }) => result !== 'passed')
  return [
    ...(plan.kind === 'deploy' && plan.changes.length > 0
      ? [
          fold(
            `Changes against ${revisionName(plan.previous ?? plan.family)}`,
            bullets(plan.changes.slice(0, most).map(change => code(changeText(change)))) +
              leftOut(plan.changes.length),
          ),
        ]
      : []),
    ...(raised.length > 0 ? [`Checks: ${checksText(plan.checks)}`, bullets(raised.map(checkItem))] : []),
  ]
}

function checkItem({ id, result, text, next, at }: Check): string {
  const mark = result === 'warning' ? '⚠️ ' : ''
  const place = at ? `${code(showPosition(at))} ` : ''
  return `${mark}${code(id)} ${place}${plain(text)}.${next ? ` ${plain(next)}` : ''}`
}
