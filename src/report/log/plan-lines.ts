/** A plan as lines of the log. */

import type { Check } from '../../core/checks/check.js'
import { revisionName } from '../../core/ecs/arn.js'
import { showPosition } from '../../core/errors/problem.js'
import type { Registered } from '../../core/outcome/outcome.js'
import type { DeployPlan, ExecutablePlan, PlannedImage } from '../../core/plan/plan.js'
import { showBreaker, showThreshold } from '../../core/settings/breaker.js'
import type { Change } from '../../core/task-definition/diff.js'
import { shortImage } from '../../core/task-definition/image.js'
import { printable } from '../../core/task-definition/printable.js'
import { isList, type JsonObject } from '../../core/text/json.js'

/** `label       text`, as all labelled lines of the log. */
export function logField(label: string, text: string): string {
  return `  ${label.padEnd(12)}${text}`
}

/** `mode`: a deployment that goes well does not have to hear each time what else would help. */
export function planLines(plan: ExecutablePlan, mode: 'plan' | 'deploy'): string[] {
  const [first, ...images] = plan.images.map(imageText)
  return [
    logField('revision', `${revisionText(plan)}, from ${plan.origin}`),
    ...(first ? [logField('image', first), ...images.map(text => logField('', text))] : []),
    ...(plan.kind === 'deploy'
      ? [
          ...changeLines(plan.changes),
          logField('breaker', breakerText(plan)),
          ...settingRows(plan).map(([label, text]) => logField(label, text)),
        ]
      : []),
    logField('checks', checksText(plan.checks)),
    ...raised(plan.checks)
      .filter(({ docsUrl: see }) => mode === 'plan' || see === undefined)
      .map(check => logField('', checkText(check))),
    ...unseenGroups(plan.checks).map(({ ids, text }) => logField('', `ℹ ${ids.join(', ')}  ${text}`)),
  ]
}

/** `web:7 → new`, or `web:7 → web:8` once it is registered; with its family where that is another one. */
export function revisionText(
  plan: ExecutablePlan,
  show = (name: string) => name,
  registered?: Registered,
): string {
  const name = registered && show(revisionName(registered.arn))
  const family = name ?? `${show(plan.family)}, new`
  if (plan.kind !== 'deploy' || !plan.previous) return family
  const before = revisionName(plan.previous)
  if (name) return `${show(before)} → ${name}`
  const isSame = before.startsWith(`${plan.family}:`)
  return `${show(before)} → ${isSame ? 'new' : family}`
}

function imageText({ container, from, to, named }: PlannedImage): string {
  const is = named ? `${shortImage(named)} (${shortImage(to)})` : shortImage(to)
  return from && from !== to ? `${container}  ${shortImage(from)} → ${is}` : `${container}  ${is}`
}

/** All changes but those of images, which have a line of their own. */
function changeLines(changes: readonly Change[]): string[] {
  const [first, ...more] = changes.filter(({ path }) => !path.endsWith('.image')).map(changeText)
  if (first === undefined)
    return [logField('changes', changes.length > 0 ? 'only images' : 'none against the live definition')]
  return [logField('changes', first), ...more.map(text => logField('', text))]
}

/** `~ app.cpu  256 → 512`; values that may hold secrets are left out. */
export function changeText({ sign, path, from, to, hidden }: Change): string {
  if (from !== undefined && to !== undefined) return `${sign} ${path}  ${from} → ${to}`
  const value = hidden ? '(value hidden)' : (to ?? from)
  return value === undefined ? `${sign} ${path}` : `${sign} ${path}  ${value}`
}

/** `off → on with rollback, trips at 3 failed tasks (50% of 2, at least 3)` */
export function breakerText(plan: DeployPlan): string {
  const before = plan.settings.before.breaker
  const after = plan.settings.after.breaker
  const [was, is] = [showBreaker(before), showBreaker(after)]
  const switched = was === is ? is : `${was} → ${is}`
  if (!after.enable) return switched
  return `${switched}, trips at ${showThreshold(after.threshold, plan.settings.after.rolloutCount)}`
}

/** What else the rollout changes of the service, as UpdateService is sent it. */
export function settingRows({
  update,
  bump,
  settings: { before },
}: DeployPlan): (readonly [string, string])[] {
  const { deploymentConfiguration = {}, desiredCount, ...members } = update
  const { deploymentCircuitBreaker: _, alarms, ...configuration } = deploymentConfiguration
  const settings = Object.entries({ ...configuration, ...members }).map(([name, value]) => `${name} ${value}`)
  return [
    ...(desiredCount === undefined
      ? []
      : [
          [
            'desired',
            `${before.desiredCount} → ${desiredCount}${bump ? ` for the rollout, then ${bump.from}` : ''}`,
          ] as const,
        ]),
    ...(alarms
      ? [
          [
            'alarms',
            `${alarms.alarmNames.join(', ')}, ${alarms.rollback ? 'with' : 'without'} rollback`,
          ] as const,
        ]
      : []),
    ...(settings.length > 0 ? [['settings', settings.join(' · ')] as const] : []),
  ]
}

/** `⚠ port-exposed  task-definition.json:14:11  the image exposes 5201, …` */
function checkText({ id, result, text, position, docsUrl: see }: Check): string {
  const mark = result === 'warning' ? '⚠' : result === 'refused' ? '✗' : 'ℹ'
  return [
    `${mark} ${id}`,
    ...(position ? [showPosition(position)] : []),
    see ? `${text}: see ${see}` : text,
  ].join('  ')
}

/** The checks to read one by one: those that refuse, then those that warn, then the rest. */
export function raised(checks: readonly Check[]): Check[] {
  const order = ['refused', 'warning', 'notice'] as const
  return order.flatMap(result => checks.filter(check => check.result === result))
}

/** What could not be checked, one entry for each reason: mostly a permission that is missing. */
export function unseenGroups(
  checks: readonly Check[],
): { readonly ids: readonly string[]; readonly text: string }[] {
  const unseen = checks.filter(({ result }) => result === 'unseen')
  const texts = [...new Set(unseen.map(({ text }) => text))]
  return texts.map(text => ({
    text,
    ids: [...new Set(unseen.filter(check => check.text === text).map(({ id }) => id))],
  }))
}

/** UpdateService as it would be sent. The number of the revision is known only once it is registered. */
function updateServiceCall({ observed: { target }, family, update }: DeployPlan): JsonObject {
  return JSON.parse(
    JSON.stringify({
      cluster: target.cluster,
      service: target.service,
      taskDefinition: `${family}:<new>`,
      ...update,
    }),
  )
}

/** `14 passed, 1 warning, 1 notice` */
export function checksText(checks: readonly Check[]): string {
  const count = (result: Check['result']) => checks.filter(check => check.result === result).length
  const warnings = count('warning')
  const refused = count('refused')
  const unseen = count('unseen')
  const notices = count('notice')
  return [
    `${count('passed')} passed`,
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
    ...(refused > 0 ? [`${refused} refused`] : []),
    ...(unseen > 0 ? [`${unseen} not checked`] : []),
    ...(notices > 0 ? [`${notices} ${notices === 1 ? 'notice' : 'notices'}`] : []),
  ].join(', ')
}

/** The calls that would change something, to the member, each under its name. */
export function callLines(
  plan: ExecutablePlan,
): { readonly title: string; readonly lines: readonly string[] }[] {
  const lines = (value: JsonObject) => JSON.stringify(value, null, 2).split('\n')
  const provenance = plan.provenance.map(({ key, value }) => ({ key, value }))
  const shown = printable(plan.definition)
  const tags = [...(isList(shown.tags) ? shown.tags : []), ...provenance]
  const definition = tags.length > 0 ? { ...shown, tags } : shown
  return [
    { title: 'RegisterTaskDefinition (values hidden)', lines: lines(definition) },
    ...(plan.kind === 'deploy' ? [{ title: 'UpdateService', lines: lines(updateServiceCall(plan)) }] : []),
  ]
}
