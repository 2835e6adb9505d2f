/** A plan as a pull request comment. */

import type { Check } from '../../core/checks/check.js'
import { resourceName, revisionName } from '../../core/ecs/arn.js'
import type { Position } from '../../core/errors/problem.js'
import type { Outcome } from '../../core/outcome/outcome.js'
import { isGreen } from '../../core/outcome/outcome.js'
import { outcomes } from '../../core/outcome/outcomes.js'
import type { Plan, ServicePlan } from '../../core/plan/plan.js'
import type { PlannedImage, RevisionPlan } from '../../core/plan/revision-plan.js'
import { showBreaker } from '../../core/settings/breaker.js'
import type { Change } from '../../core/task-definition/diff.js'
import { enumerate } from '../../core/text/enumerate.js'
import { shorten } from '../../core/text/truncate.js'
import { changeText, shortened } from '../log/change-text.js'
import {
  breakerText,
  raised,
  settingRows,
  togetherText,
  uncheckedGroups,
  withoutRecommendations,
} from '../log/plan-lines.js'
import { plannedTaskText, taskChangeTexts } from '../log/task-lines.js'
import { code, copyable, fold, unlink, unlinked } from '../markdown/markdown.js'
import { imageName, previousImageName } from '../messages/image-name.js'
import { placeTexts } from '../messages/place-texts.js'
import { sentence } from '../messages/sentence.js'
import { docsLink } from '../summary/plan-details.js'
import { markerOf, type Topic, topicName } from './comment-marker.js'

export interface CommentContext {
  readonly topic: Topic
  readonly commit: string | undefined
  /** URL */
  readonly run: string | undefined
  /** that the step is set to */
  readonly region?: string | undefined
}

/** Of the 65,536 characters that GitHub takes. The folded part gets what is left. */
const maxOpenLength = 40_000
export const maxLength = 65_000
const maxTextLength = 800

/** undefined for outcomes that are not a plan */
export function prComment(outcome: Outcome, context: CommentContext): string | undefined {
  const { pullRequestLabel } = outcomes[outcome.name]
  if (pullRequestLabel === undefined) return undefined
  const { topic, run } = context
  const { plan } = outcome
  const title = `${markerOf(topic)}\n${titleLine(outcome, pullRequestLabel, topic)}`
  const planParts = plan
    ? [wouldBe(outcome, plan), ...taskTexts(plan), ...settingsOf(plan), ...togetherOf(plan)]
    : []
  const items = within(itemsOf(outcome), maxOpenLength - planParts.join('').length)
  const foot = run ? `[${plan ? 'The whole plan' : 'The run'}](${run})` : ''
  const parts = isGreen(outcome) ? [...planParts, items] : [items, ...planParts]
  const open = [title, whereLine(outcome, context), ...parts].filter(part => part !== '').join('\n\n')
  const folded = plan ? changesOf(plan, maxLength - open.length - foot.length) : []
  return `${[open, ...folded, ...(foot ? [foot] : [])].join('\n\n')}\n`
}

/** `**web on prod: plan** · 1 warning` */
function titleLine(outcome: Outcome, label: string, topic: Topic): string {
  const count = (result: Check['result']) => outcome.checks.filter(check => check.result === result).length
  return [
    `**${unlinked(`${topicName(topic)}: ${label}`)}**`,
    ...several(outcome.problems.length + count('refused'), 'problem'),
    ...several(count('warning'), 'warning'),
  ].join(' · ')
}

/** `eu-west-1 · 123456789012 · updated for 9be21c4` */
function whereLine(outcome: Outcome, { commit, region }: CommentContext): string {
  return [
    ...placeTexts(outcome, region).map(unlinked),
    ...(commit ? [`updated for ${code(commit.slice(0, 7))}`] : []),
  ].join(' · ')
}

function several(count: number, what: string): string[] {
  return count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'}`]
}

function wouldBe(outcome: Outcome, plan: Plan): string {
  const { revision, services } = plan
  const begin = isGreen(outcome) ? 'Would' : 'Otherwise it would'
  const what = `${registrationText(revision)}${targetText(plan)}`
  const images = revision.images.slice(0, 10).map(imageText)
  const more = revision.images.length - images.length
  const changes = distinct(services.flatMap(service => service.changes))
  const others = changes.filter(({ path }) => !path.endsWith('.image'))
  const environment = others.filter(({ path }) => /^[^.]+\.environment\./.test(path))
  const parts = [
    `${revision.images.length === 1 ? 'image' : 'images'} ${images.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    ...several(environment.length, 'change').map(count => `${count} to environment (values hidden)`),
    ...several(others.length - environment.length, 'other change'),
  ]
  return `${begin} ${what}: ${parts.join(', ')}.`
}

/** By several services. */
function distinct(changes: readonly Change[]): readonly Change[] {
  return [...new Map(changes.map(change => [changeText(change), change])).values()]
}

function registrationText(revision: RevisionPlan): string {
  if (revision.kind === 'existing') return `deploy ${code(revisionName(revision.arn))} as it is`
  return `register a new revision of ${code(revision.family)}`
}

function targetText({ revision, services, offline }: Plan): string {
  const deploy = revision.kind === 'new' ? ' and deploy it' : ''
  if (services.length > 1) {
    const targets = services.map(({ observed, previous }) => {
      const replaced = previous ? ` (replacing ${code(revisionName(previous))})` : ''
      return `${code(observed.service.name)}${replaced}`
    })
    return `${deploy} to ${enumerate(targets)}`
  }
  const texts = [
    ...services.map(({ previous }) => (previous ? ` and replace ${code(revisionName(previous))}` : deploy)),
    ...offline.map(({ service }) => `${deploy} to ${code(resourceName(service))}, which could not be read`),
  ]
  return texts.join('')
}

function imageText(image: PlannedImage): string {
  const before = previousImageName(image)
  return `${code(image.container)} ${before ? `${code(before)} → ` : ''}${code(imageName(image))}`
}

/** Before it, or none. */
function taskTexts(plan: Plan): string[] {
  const task = plannedTaskText(plan)
  return task === undefined ? [] : [`It would run a one-off task first: ${copyable(short(task))}.`]
}

/** What is so of all services is said once. */
function togetherOf({ goBackTogether }: Plan): string[] {
  return goBackTogether ? [`Of the services: ${togetherText}.`] : []
}

function settingsOf({ services }: Plan): string[] {
  const texts = services.map(service => ({
    name: service.observed.service.name,
    text: settings(service).join(''),
  }))
  return [...new Set(texts.map(({ text }) => text))].flatMap(text => {
    const names = texts.filter(one => one.text === text).map(({ name }) => name)
    if (text === '' || names.length === services.length) return text === '' ? [] : [text]
    return [`${enumerate(names.map(code))}: ${text}`]
  })
}

function settings(plan: ServicePlan): string[] {
  const { before, after } = plan.settings
  const isSwitched = showBreaker(before.breaker) !== showBreaker(after.breaker)
  const breaker = isSwitched ? [['circuit breaker', breakerText(plan)]] : []
  const rows = [...breaker, ...settingRows(plan)]
  if (rows.length === 0) return []
  const texts = rows.map(([label, text]) => copyable(short(`${label} ${text}`)))
  return [`It would also set: ${texts.join('; ')}.`]
}

function itemsOf({ checks, notices, problems }: Outcome): string[] {
  return [
    ...problems.map(({ subject, text, position }) => item('❌', { subject, text, position })),
    ...raised(withoutRecommendations(checks)).map(({ id, result, ...check }) =>
      item(marks[result] ?? 'ℹ️', { subject: id, ...check }),
    ),
    ...uncheckedGroups(checks).map(
      ({ ids, text }) => `- ℹ️ ${ids.map(code).join(', ')} ${copyable(short(text))}.`,
    ),
    ...notices.map(({ level, text }) => `- ${level === 'warning' ? '⚠️' : 'ℹ️'} ${copyable(short(text))}`),
  ]
}

const marks: Partial<Readonly<Record<Check['result'], string>>> = { refused: '❌', warning: '⚠️' }

interface Item {
  readonly subject: string
  readonly text: string
  readonly next?: string
  readonly position?: Position | undefined
  readonly docsUrl?: string | undefined
}

function item(mark: string, { subject, text, next, position, docsUrl }: Item): string {
  const place = position ? ` ${code(`${position.file}:${position.line}`)}` : ''
  const remedy = next ? ` ${copyable(short(next))}` : ''
  return `- ${mark} ${code(subject)}${place}: ${sentence(`${copyable(short(text))}${docsLink(docsUrl)}`)}${remedy}`
}

function changesOf(plan: Plan, budget: number): string[] {
  const ofTask = taskChangesOf(plan, budget / 2)
  return [...ofTask, ...serviceChanges(plan, budget - ofTask.join('').length)]
}

function taskChangesOf({ task }: Plan, budget: number): string[] {
  const texts = taskChangeTexts({ task })
  if (task?.revision.kind !== 'new' || texts.length === 0) return []
  const { file, latest } = task.revision
  const title = unlink(
    latest === undefined
      ? `Images of ${file.origin}`
      : `Changes of ${file.origin} against ${revisionName(latest)}`,
  )
  return [
    fold(
      title,
      within(
        texts.map(text => `- ${code(short(text))}`),
        budget - title.length - 100,
      ),
    ),
  ]
}

function serviceChanges({ revision, services }: Plan, budget: number): string[] {
  return services.flatMap(({ changes, observed, previous }) => {
    if (changes.length === 0) return []
    const of = services.length > 1 ? ` of ${observed.service.name}` : ''
    const title = unlink(`Changes${of} against ${revisionName(previous ?? revision.family)}`)
    const lines = changes.map(change => `- ${code(short(changeText(shortened(change))))}`)
    return [fold(title, within(lines, budget / services.length - title.length - 100))]
  })
}

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
  return [...kept, ...(missing > 0 ? [`- … ${missing} more omitted here`] : [])].join('\n')
}

function short(text: string): string {
  return shorten(text, maxTextLength)
}
