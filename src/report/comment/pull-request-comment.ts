/** A plan as the comment of a pull request: what would happen, what refuses or warns, and the folded changes. */

import type { Check } from '../../core/checks/check.js'
import { resourceName, revisionName } from '../../core/ecs/arn.js'
import type { Position } from '../../core/errors/problem.js'
import type { Outcome } from '../../core/outcome/outcome.js'
import { checksOf, planOf } from '../../core/outcome/outcome.js'
import type { ExecutablePlan, PlannedImage } from '../../core/plan/plan.js'
import { showBreaker } from '../../core/settings/breaker.js'
import type { Change } from '../../core/task-definition/diff.js'
import { shortImage } from '../../core/task-definition/image.js'
import { truncate } from '../../core/text/truncate.js'
import { breakerText, changeText, raised, settingRows, unseenGroups } from '../log/plan-lines.js'
import { code, copyable, fold, unlink, unlinked } from '../markdown/markdown.js'
import { docsLink } from '../summary/plan-details.js'
import { markerOf, type Topic, topicName } from './comment-marker.js'

/** The endings of a plan. */
export type Planned = Extract<Outcome, { kind: 'planned' | 'nothing-seen' | 'refused' }>

export function isPlanned(outcome: Outcome): outcome is Planned {
  return outcome.kind === 'planned' || outcome.kind === 'nothing-seen' || outcome.kind === 'refused'
}

/** What the comment tells beside the plan. */
export interface CommentContext {
  readonly topic: Topic
  readonly commit: string | undefined
  /** the address of the run */
  readonly run: string | undefined
}

/** GitHub takes 65,536 characters; what is said openly may fill this much, the folded part the rest. */
const mostOpen = 40_000
const most = 65_000
const longestText = 800

export function prComment(outcome: Planned, context: CommentContext): string {
  const { topic, run } = context
  const plan = planOf(outcome)
  const title = `${markerOf(topic)}\n${titleLine(outcome, context)}`
  const told = plan ? [wouldBe(plan, outcome.kind), ...settings(plan)] : []
  const items = within(itemsOf(outcome), mostOpen - told.join('').length)
  const foot = run ? `[${plan ? 'The whole plan' : 'The run'}](${run})` : ''
  // What refuses comes before what would have been.
  const parts = outcome.kind === 'refused' ? [items, ...told] : [...told, items]
  const open = [title, ...parts].filter(part => part !== '').join('\n\n')
  const left = most - open.length - foot.length
  const folded = plan?.kind === 'deploy' ? changes(plan.changes, plan.previous ?? plan.family, left) : []
  return `${[open, ...folded, ...(foot ? [foot] : [])].join('\n\n')}\n`
}

/** `**web on prod: plan** · 1 warning · updated for 9be21c4` */
function titleLine(outcome: Planned, { topic, commit }: CommentContext): string {
  const checks = checksOf(outcome)
  const count = (result: Check['result']) => checks.filter(check => check.result === result).length
  const problems = outcome.kind === 'refused' ? outcome.problems.length + count('refused') : 0
  const verdict = outcome.kind === 'refused' ? 'refused' : 'plan'
  return [
    `**${unlinked(`${topicName(topic)}: ${verdict}`)}**`,
    ...several(problems, 'problem'),
    ...several(count('warning'), 'warning'),
    ...(commit ? [`updated for ${code(commit.slice(0, 7))}`] : []),
  ].join(' · ')
}

function several(count: number, what: string): string[] {
  return count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'}`]
}

function wouldBe(plan: ExecutablePlan, kind: Planned['kind']): string {
  const begin = kind === 'refused' ? 'Otherwise it would' : 'Would'
  const what = `register a new revision of ${code(plan.family)}${target(plan)}`
  const images = plan.images.slice(0, 10).map(imageText)
  const more = plan.images.length - images.length
  const others = plan.kind === 'deploy' ? plan.changes.filter(({ path }) => !path.endsWith('.image')) : []
  const environment = others.filter(({ path }) => /^[^.]+\.environment\./.test(path))
  const parts = [
    `${plan.images.length === 1 ? 'image' : 'images'} ${images.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    ...several(environment.length, 'change').map(count => `${count} to environment (values hidden)`),
    ...several(others.length - environment.length, 'other change'),
  ]
  return `${begin} ${what}: ${parts.join(', ')}.`
}

function target(plan: ExecutablePlan): string {
  switch (plan.kind) {
    case 'register':
      return ''
    case 'offline':
      return ` and deploy it to ${code(resourceName(plan.target.service))}, which was not looked at`
    case 'deploy':
      return plan.previous ? ` and replace ${code(revisionName(plan.previous))}` : ' and deploy it'
  }
}

function imageText({ container, from, to }: PlannedImage): string {
  const after = code(shortImage(to))
  return `${code(container)} ${from && from !== to ? `${code(shortImage(from))} → ${after}` : after}`
}

/** What else is changed of the service. */
function settings(plan: ExecutablePlan): string[] {
  if (plan.kind !== 'deploy') return []
  const before = plan.settings.before.breaker
  const after = plan.settings.after.breaker
  const rows = [
    ...(showBreaker(before) === showBreaker(after) ? [] : [['circuit breaker', breakerText(plan)]]),
    ...settingRows(plan),
  ]
  if (rows.length === 0) return []
  return [
    `It would also set: ${rows.map(([label, text]) => copyable(short(`${label} ${text}`))).join('; ')}.`,
  ]
}

/** One line for each problem and each check, what refuses first; then what a person should know besides. */
function itemsOf(outcome: Planned): string[] {
  const checks = checksOf(outcome)
  const problems = outcome.kind === 'refused' ? outcome.problems : []
  return [
    ...problems.map(({ subject, text, position }) => item('❌', subject, text, '', position)),
    ...raised(checks).map(({ id, result, text, next, position, docsUrl: see }) =>
      item(marks[result] ?? 'ℹ️', id, text, next, position, see),
    ),
    ...unseenGroups(checks).map(
      ({ ids, text }) => `- ℹ️ ${ids.map(code).join(', ')} ${copyable(short(text))}.`,
    ),
    ...outcome.notices.map(
      ({ level, text }) => `- ${level === 'warning' ? '⚠️' : 'ℹ️'} ${copyable(short(text))}`,
    ),
  ]
}

const marks: Partial<Readonly<Record<Check['result'], string>>> = { refused: '❌', warning: '⚠️' }

function item(
  mark: string,
  subject: string,
  text: string,
  next: string,
  position?: Position,
  attempt?: string,
): string {
  const place = position ? ` ${code(`${position.file}:${position.line}`)}` : ''
  const remedy = next ? ` ${copyable(short(next))}` : ''
  return `- ${mark} ${code(subject)}${place}: ${sentence(`${copyable(short(text))}${docsLink(attempt)}`)}${remedy}`
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}

function changes(list: readonly Change[], against: string, budget: number): string[] {
  if (list.length === 0) return []
  const title = unlink(`Changes against ${revisionName(against)}`)
  const lines = list.map(change => `- ${code(short(changeText(change)))}`)
  return [fold(title, within(lines, budget - title.length - 100))]
}

/** As many lines as there is room for, and a word about the others. */
function within(lines: readonly string[], budget: number): string {
  const room = budget - 60
  const kept: string[] = []
  let used = 0
  for (const line of lines) {
    used += line.length + 1
    if (used > room) break
    kept.push(line)
  }
  const missing = lines.length - kept.length
  return [...kept, ...(missing > 0 ? [`- … ${missing} more left out here`] : [])].join('\n')
}

function short(text: string): string {
  return truncate(text, longestText)
}
