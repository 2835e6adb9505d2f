/** A plan in the job summary: what would be done as a table; its changes, its checks and its calls, folded. */

import type { Check } from '../../core/checks/check.js'
import { revisionName } from '../../core/ecs/arn.js'
import { showPosition } from '../../core/errors/problem.js'
import type { Registered } from '../../core/outcome/outcome.js'
import type { DeployPlan, ExecutablePlan, PlannedImage } from '../../core/plan/plan.js'
import { shortImage } from '../../core/task-definition/image.js'
import {
  breakerText,
  callLines,
  changeText,
  checksText,
  raised,
  revisionText,
  settingRows,
  unseenGroups,
} from '../log/plan-lines.js'
import { bullets, code, cut, fold, link, plain, table } from '../markdown/markdown.js'

/** The most rows of one list; what is left out is counted. GitHub takes 1 MiB of summary per step. */
export const most = 100

export function omitted(count: number): string {
  return count > most ? `\n\n${count - most} more are left out.` : ''
}

/** `registered`: the part of it that was done. */
export function planTable(plan: ExecutablePlan, registered?: Registered): string {
  const rows = [
    ['revision', revisionText(plan, code, registered)],
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

export function images(planned: readonly PlannedImage[]): string {
  return planned
    .map(({ container, to, named }) => {
      const digest = named ? ` ${code(shortImage(to))}` : ''
      return `${plain(container)} ${code(shortImage(named ?? to))}${digest}`
    })
    .join('<br>')
}

export function previousImages(planned: readonly PlannedImage[]): string {
  return planned
    .flatMap(({ container, from }) => (from ? [`${plain(container)} ${code(shortImage(from))}`] : []))
    .join('<br>')
}

/** What is different, `also` what is not, and what the checks had to say; those that refuse stand above. */
export function evidenceOf(plan: ExecutablePlan, also: readonly string[] = []): string[] {
  const items = [
    ...raised(plan.checks)
      .filter(({ result }) => result !== 'refused')
      .map(checkItem),
    ...unseenGroups(plan.checks).map(({ ids, text }) => `${ids.map(code).join(', ')} ${plain(text)}.`),
  ]
  return [
    ...(plan.kind === 'deploy' ? changeParts(plan, also) : []),
    ...(items.length > 0 ? [fold(`Checks: ${checksText(plan.checks)}`, bullets(items))] : []),
  ]
}

function changeParts({ changes, previous, family }: DeployPlan, also: readonly string[]): string[] {
  const items = [...changes.slice(0, most).map(change => code(cut(changeText(change)))), ...also]
  if (items.length === 0) return []
  const title = `${changes.length > 0 ? 'Changes' : 'No change'} against ${revisionName(previous ?? family)}`
  return [fold(title, bullets(items) + omitted(changes.length))]
}

/** In JSON every text stands between quotes on one line: none can close the block. */
export function callsOf(plan: ExecutablePlan): string[] {
  return callLines(plan).map(({ title, lines }) => fold(title, ['```json', ...lines, '```'].join('\n')))
}

function checkItem({ id, result, text, next, position, docsUrl: see }: Check): string {
  const mark = result === 'warning' ? '⚠️ ' : ''
  const place = position ? `${code(showPosition(position))} ` : ''
  return `${mark}${code(id)} ${place}${plain(text)}${docsLink(see)}.${remedy(next)}`
}

/** `: see docs/alarms.md`, as a link where the address is known. */
export function docsLink(attempt: string | undefined): string {
  if (attempt === undefined) return ''
  return `: see ${/^https?:/.test(attempt) ? link(attempt, attempt) : plain(attempt)}`
}

export function remedy(next: string): string {
  return next ? ` ${plain(next)}` : ''
}
