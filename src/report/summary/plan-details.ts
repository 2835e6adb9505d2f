import type { Check } from '../../core/checks/check.js'
import { revisionName } from '../../core/ecs/arn.js'
import { showPosition } from '../../core/errors/problem.js'
import { isDecision, type Plan, type ServicePlan } from '../../core/plan/plan.js'
import type { PlannedImage } from '../../core/plan/revision-plan.js'
import { isSameBreaker } from '../../core/settings/breaker.js'
import { shortImage } from '../../core/task-definition/image.js'
import { changeText, shortened } from '../log/change-text.js'
import {
  breakerText,
  type ChangedSetting,
  callLines,
  changedSettings,
  checksText,
  commitTexts,
  decisionTexts,
  digestTexts,
  raised,
  revisionText,
  settingRows,
  togetherText,
  uncheckedGroups,
} from '../log/plan-lines.js'
import { plannedTaskText, type RegisteredRevisions, taskChangeTexts } from '../log/task-lines.js'
import { plannedVerificationText } from '../log/verification-lines.js'
import { bullets, code, cut, fold, link, plain, prose, table, unlinked } from '../markdown/markdown.js'
import { imageName, previousImageName } from '../messages/image-name.js'

/** Rows per list: GitHub takes 1 MiB of summary per step. */
export const most = 100

export function omitted(count: number): string {
  return count > most ? `\n\n${count - most} more are omitted.` : ''
}

export function planTable(plan: Plan, registered: RegisteredRevisions): string {
  const { revision, services } = plan
  const task = plannedTaskText(plan, registered)
  const verification = plannedVerificationText(plan, registered)
  return table(
    ['', 'planned'],
    [
      ['revision', revisionText(plan, code, registered.revision)],
      revision.kind === 'new'
        ? ['from', code(revision.origin)]
        : ['registered', isDecision(plan) ? 'nothing' : 'nothing: it is deployed as it is'],
      ['image', imageChanges(revision.images)],
      ...digestTexts(revision).map(text => ['digest', plain(text)]),
      ...commitTexts(revision).map(text => ['commit', plain(text)]),
      ...(task === undefined ? [] : [['task', plain(task)]]),
      ...services.flatMap(service => [
        ...(services.length > 1 ? [['service', code(service.observed.service.name)]] : []),
        ...settingCells(service),
      ]),
      ...(plan.goBackTogether ? [['together', plain(togetherText)]] : []),
      ...(verification === undefined ? [] : [['verification', unlinked(verification)]]),
    ],
  )
}

function settingCells(plan: ServicePlan): string[][] {
  const decision = decisionTexts(plan).map(text => ['pause hook', plain(text)])
  const rows = [...decision, ...settingRows(plan).map(([label, text]) => [label, plain(text)])]
  return [['breaker', plain(breakerText(plan))], ...rows]
}

/** The circuit breaker, which has counted, and what the deployment changed of the service. */
export function settingItems(plan: ServicePlan): string[] {
  const { after, before } = plan.settings
  const isSame = isSameBreaker(before.breaker, after.breaker)
  return [
    `Circuit breaker${isSame ? ', unchanged' : ''}: ${plain(breakerText(plan))}`,
    ...changedSettings(plan).map(([label, text]) => `${titles[label]}: ${plain(text)}`),
  ]
}

const titles: Readonly<Record<ChangedSetting, string>> = {
  desired: 'Desired count',
  alarms: 'Alarms',
  volume: 'Volume',
  settings: 'Other settings',
}

export function images(planned: readonly PlannedImage[]): string {
  return planned.map(image => `${plain(image.container)} ${code(imageName(image))}`).join('<br>')
}

/** `web:1f3c9e0 → web:9be21c4` */
function imageChanges(planned: readonly PlannedImage[]): string {
  const texts = planned.map(image => {
    const before = previousImageName(image)
    return `${plain(image.container)} ${before ? `${code(before)} → ` : ''}${code(imageName(image))}`
  })
  return texts.join('<br>')
}

export function previousImages(planned: readonly PlannedImage[]): string {
  return planned
    .flatMap(({ container, from, fromName }) =>
      from ? [`${plain(container)} ${code(shortImage(fromName ?? from))}`] : [],
    )
    .join('<br>')
}

/** Without refusing checks, which are above. `settings`: of the service. */
export function evidenceOf(plan: Plan, settings: readonly string[] = []): string[] {
  const { revision, services, checks } = plan
  const items = [
    ...raised(checks)
      .filter(({ result }) => result !== 'refused')
      .map(checkItem),
    ...uncheckedGroups(checks).map(({ ids, text }) => `${ids.map(code).join(', ')} ${plain(text)}.`),
  ]
  return [
    ...services.flatMap(service => changeParts(service, { of: services, family: revision.family, settings })),
    ...(items.length > 0 ? [fold(`Checks: ${checksText(checks)}`, bullets(items))] : []),
  ]
}

/** Of the file of `run-task-definition`. */
export function taskChanges({ task }: Plan): string[] {
  const texts = taskChangeTexts({ task })
  if (task?.revision.kind !== 'new' || texts.length === 0) return []
  const { file, latest } = task.revision
  const title = `${latest === undefined ? 'Images' : 'Changes'} of ${file.origin}${latest === undefined ? '' : ` against ${revisionName(latest)}`}`
  const items = texts.slice(0, most).map(text => code(cut(text)))
  return [fold(title, bullets(items) + omitted(texts.length))]
}

interface ChangeContext {
  readonly family: string
  /** all services */
  readonly of: readonly ServicePlan[]
  /** of the service */
  readonly settings: readonly string[]
}

function changeParts(
  { changes, observed, previous }: ServicePlan,
  { family, of, settings }: ChangeContext,
): string[] {
  const items = [
    ...changes.slice(0, most).map(change => code(cut(changeText(shortened(change))))),
    ...settings,
  ]
  if (items.length === 0) return []
  const what = changes.length > 0 ? 'Changes' : 'No change'
  const title =
    previous || changes.length > 0
      ? `${what}${of.length > 1 ? ` of ${observed.service.name}` : ''} against ${revisionName(previous ?? family)}`
      : 'Settings'
  return [fold(title, bullets(items) + omitted(changes.length))]
}

/** JSON keeps each text quoted on one line, so none can end the block. */
export function callsOf(plan: Plan, registered: RegisteredRevisions): string[] {
  return callLines(plan, registered).map(({ title, lines }) =>
    fold(title, ['```json', ...lines, '```'].join('\n')),
  )
}

function checkItem({ id, result, text, next, position, docsUrl }: Check): string {
  const mark = result === 'warning' ? '⚠️ ' : ''
  const place = position ? ` ${code(showPosition(position))}` : ''
  return `${mark}${code(id)}${place}: ${prose(text)}${docsLink(docsUrl)}.${remedy(next)}`
}

export function docsLink(page: string | undefined): string {
  if (page === undefined) return ''
  if (!/^https?:/.test(page)) return `: see ${plain(page)}`
  return `: see ${link(/[^/]+\/[^/]+$/.exec(page)?.[0] ?? page, page)}`
}

export function remedy(next: string): string {
  return next ? ` ${prose(next)}` : ''
}
