import type { Check } from '../../core/checks/check.js'
import { revisionName } from '../../core/ecs/arn.js'
import { endpointUrl } from '../../core/ecs/endpoint-url.js'
import { isExpress } from '../../core/ecs/service.js'
import { volumeText } from '../../core/ecs/volume-configuration.js'
import { showPosition } from '../../core/errors/problem.js'
import type { Registered } from '../../core/outcome/outcome.js'
import { isDecision, type Plan, type ServicePlan, updateOperation } from '../../core/plan/plan.js'
import {
  isAsIs,
  isRollback,
  type PlannedImage,
  provenanceOf,
  type RevisionPlan,
} from '../../core/plan/revision-plan.js'
import type { NewTaskRevision } from '../../core/plan/task-revision.js'
import { redactJson } from '../../core/redaction/redact-json.js'
import { showBreaker, showThreshold } from '../../core/settings/breaker.js'
import { shownUpdate } from '../../core/settings/service-update.js'
import type { Change } from '../../core/task-definition/diff.js'
import { printable } from '../../core/task-definition/printable.js'
import { formatTimestamp } from '../../core/text/duration.js'
import { isList, type JsonObject } from '../../core/text/json.js'
import { imageName, previousImageName } from '../messages/image-name.js'
import { changeText } from './change-text.js'
import { nothingRegistered, plannedTaskText, runTaskCall, taskChangeTexts } from './task-lines.js'
import { plannedVerificationText } from './verification-lines.js'

export function logField(label: string, text: string): string {
  return `  ${label.padEnd(12)}${text}`
}

export function planLines(plan: Plan): string[] {
  const { revision, services } = plan
  const checks = withoutRecommendations(plan.checks)
  const task = plannedTaskText(plan)
  const verification = plannedVerificationText(plan)
  const [first, ...images] = revision.images.map(imageText)
  return [
    logField('revision', `${revisionText(plan)}, ${originText(revision)}`),
    ...(first ? [logField('image', first), ...images.map(text => logField('', text))] : []),
    ...digestTexts(revision).map(text => logField('digest', text)),
    ...commitTexts(revision).map(text => logField('commit', text)),
    ...(task === undefined ? [] : [logField('task', task)]),
    ...taskChangeTexts(plan).map(text => logField('', text)),
    ...services.flatMap(service => [
      ...(services.length > 1 ? [logField('service', service.observed.service.name)] : []),
      ...serviceLines(service),
    ]),
    ...(plan.goBackTogether ? [logField('together', togetherText)] : []),
    ...(verification === undefined ? [] : [logField('verify', verification)]),
    ...(isDecision(plan) ? [] : [logField('checks', checksText(checks))]),
    ...raised(checks).map(check => logField('', checkText(check))),
    ...uncheckedGroups(checks).map(({ ids, text }) => logField('', `ℹ ${ids.join(', ')}  ${text}`)),
  ]
}

/** Of several services. */
export const togetherText = 'if one fails, the others go back to what served before (on-partial-failure)'

/** In full, to be deployed by. */
export function digestTexts(revision: RevisionPlan): string[] {
  if (!isAsIs(revision)) return []
  return revision.digests.map(({ container, digest }) => `${container}  ${digest} when ECS last deployed it`)
}

function originText(revision: RevisionPlan): string {
  if (!isAsIs(revision)) return `from ${revision.origin}`
  return isRollback(revision) ? 'as it is (rollback)' : 'as it is'
}

/** Only where it is not that of the run, which the headline has. */
export function commitTexts({ imageSource: { commit, sameAs } }: RevisionPlan): string[] {
  if (sameAs === undefined) return []
  if (commit === undefined) return [`not known: the images are those of ${sameAs}, which has no commit tag`]
  return [`${commit.slice(0, 7)}, because the images are those of ${sameAs}`]
}

function serviceLines(plan: ServicePlan): string[] {
  return [
    ...decisionTexts(plan).map(text => logField('pause hook', text)),
    ...changeLines(plan.changes),
    logField('breaker', breakerText(plan)),
    ...settingRows(plan).map(([label, text]) => logField(label, text)),
  ]
}

/** What would be sent, or is sent, and until when the hook waits. */
export function decisionTexts({ decides }: ServicePlan): string[] {
  if (!decides) return []
  const { action, hook } = decides
  const until = hook.expiresAt === undefined ? '' : `, which waits until ${formatTimestamp(hook.expiresAt)}`
  return [`${action === 'CONTINUE' ? 'continue' : 'roll back'} at ${hook.id}${until}`]
}

/** `web:7 → new`, `web:7 → web:8` once registered */
export function revisionText(
  { revision, services }: Plan,
  show = (name: string) => name,
  registered?: Registered,
): string {
  const { family } = revision
  const arn = revision.kind === 'existing' ? revision.arn : registered?.arn
  const name = arn === undefined ? undefined : show(revisionName(arn))
  const next = name ?? `${show(family)}, new`
  const [previous, ...others] = new Set(services.map(service => service.previous))
  if (!previous || others.length > 0) return next
  const before = revisionName(previous)
  if (name) return `${show(before)} → ${name}`
  const isSameFamily = before.startsWith(`${family}:`)
  return `${show(before)} → ${isSameFamily ? 'new' : next}`
}

function imageText(image: PlannedImage): string {
  const before = previousImageName(image)
  return `${image.container}  ${before ? `${before} → ` : ''}${imageName(image)}`
}

/** Images have lines of their own. */
function changeLines(changes: readonly Change[]): string[] {
  const [first, ...more] = changes.filter(({ path }) => !path.endsWith('.image')).map(changeText)
  if (first === undefined)
    return [logField('changes', changes.length > 0 ? 'only images' : 'none against the live definition')]
  return [logField('changes', first), ...more.map(text => logField('', text))]
}

/** `off → on with rollback, trips at 3 failed tasks (50% of 2, at least 3)` */
export function breakerText(plan: ServicePlan): string {
  const before = plan.settings.before.breaker
  const after = plan.settings.after.breaker
  const was = showBreaker(before)
  const is = showBreaker(after)
  const switched = was === is ? is : `${was} → ${is}`
  if (!after.enable) return switched
  return `${switched}, trips at ${showThreshold(after.threshold, plan.settings.after.rolloutCount)}`
}

export function settingRows(plan: ServicePlan): (readonly [string, string])[] {
  return [...expressRows(plan), ...changedSettings(plan)]
}

export type ChangedSetting = 'desired' | 'alarms' | 'volume' | 'settings'

export function changedSettings(plan: ServicePlan): (readonly [ChangedSetting, string])[] {
  const { update, bump, settings } = plan
  const { deploymentConfiguration = {}, desiredCount, volumeConfigurations, ...members } = update
  const { deploymentCircuitBreaker: _, alarms, ...configuration } = deploymentConfiguration
  const rows: (readonly [ChangedSetting, string])[] = []
  if (desiredCount !== undefined) {
    const after = bump ? ` for the rollout, then ${bump.from}` : ''
    rows.push(['desired', `${settings.before.desiredCount} → ${desiredCount}${after}`])
  }
  if (alarms) {
    const rollback = alarms.rollback ? 'with' : 'without'
    rows.push(['alarms', `${alarms.alarmNames.join(', ')}, ${rollback} rollback`])
  }
  if (volumeConfigurations) rows.push(['volume', volumeConfigurations.map(volumeText).join('; ')])
  const others = Object.entries({ ...configuration, ...members }).map(([name, value]) => `${name} ${value}`)
  if (others.length > 0) rows.push(['settings', others.join(' · ')])
  return rows
}

function expressRows({ endpoint, observed }: ServicePlan): (readonly [string, string])[] {
  if (!isExpress(observed.service)) return []
  const url = endpointUrl(endpoint)
  return [
    ['express', 'ECS configures the deployment, also its breaker and alarm: only the revision is sent'],
    ...(url ? [['endpoint', url] as const] : []),
  ]
}

/** `⚠ port-exposed  task-definition.json:14:11  the image exposes 5201, …` */
function checkText({ id, result, text, position, docsUrl }: Check): string {
  const mark = result === 'warning' ? '⚠' : result === 'refused' ? '✗' : 'ℹ'
  return [
    `${mark} ${id}`,
    ...(position ? [showPosition(position)] : []),
    docsUrl ? `${text}: see ${docsUrl}` : text,
  ].join('  ')
}

/** They stand in the folded part of the summary only. */
export function withoutRecommendations(checks: readonly Check[]): Check[] {
  return checks.filter(({ isRecommendation }) => !isRecommendation)
}

export function raised(checks: readonly Check[]): Check[] {
  const order = ['refused', 'warning', 'notice'] as const
  return order.flatMap(result => checks.filter(check => check.result === result))
}

/** Checks that could not run, grouped by reason: mostly a missing permission. */
export function uncheckedGroups(
  checks: readonly Check[],
): { readonly ids: readonly string[]; readonly text: string }[] {
  const unchecked = checks.filter(({ result }) => result === 'unseen')
  const texts = [...new Set(unchecked.map(({ text }) => text))]
  return texts.map(text => ({
    text,
    ids: [...new Set(unchecked.filter(check => check.text === text).map(({ id }) => id))],
  }))
}

function changeCall(service: ServicePlan, taskDefinition: string): { title: string; call: JsonObject } {
  const { decides } = service
  if (!decides) return { title: updateOperation(service), call: updateCall(service, taskDefinition) }
  const { action, hook, serviceDeploymentArn } = decides
  return { title: 'ContinueServiceDeployment', call: { serviceDeploymentArn, hookId: hook.id, action } }
}

function updateCall({ observed, update }: ServicePlan, taskDefinition: string): JsonObject {
  const { cluster, service } = observed.target
  if (isExpress(observed.service))
    return { serviceArn: observed.service.arn, taskDefinitionArn: taskDefinition }
  return { cluster, service, taskDefinition, ...shownUpdate(update) }
}

export function checksText(checks: readonly Check[]): string {
  const count = (result: Check['result']) => checks.filter(check => check.result === result).length
  const warnings = count('warning')
  const refused = count('refused')
  const unchecked = count('unseen')
  const notices = count('notice')
  return [
    `${count('passed')} passed`,
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
    ...(refused > 0 ? [`${refused} refused`] : []),
    ...(unchecked > 0 ? [`${unchecked} not checked`] : []),
    ...(notices > 0 ? [`${notices} ${notices === 1 ? 'notice' : 'notices'}`] : []),
  ].join(', ')
}

interface CallText {
  readonly title: string
  readonly lines: readonly string[]
}

/** Without the names of what was registered, the revisions have no numbers. */
export function callLines(plan: Plan, registered = nothingRegistered): CallText[] {
  const { revision, services, task } = plan
  const runTask = runTaskCall(plan, registered)
  const verifyingTask = runTaskCall({ ...plan, task: plan.verification?.task }, registered)
  const arn = revision.kind === 'existing' ? revision.arn : registered.revision?.arn
  const taskDefinition = arn === undefined ? `${revision.family}:<new>` : revisionName(arn)
  const registration = {
    title: 'RegisterTaskDefinition (values hidden)',
    lines: lines(registerCall(revision)),
  }
  return [
    ...(revision.kind === 'new' ? [registration] : []),
    ...(task?.revision.kind === 'new' ? [registrationOfFile(task.revision)] : []),
    ...(runTask ? [{ title: 'RunTask (values hidden)', lines: lines(runTask) }] : []),
    ...services.map(service => {
      const { call, title } = changeCall(service, taskDefinition)
      return { title, lines: lines(call) }
    }),
    ...(verifyingTask
      ? [{ title: 'RunTask of the verification (values hidden)', lines: lines(verifyingTask) }]
      : []),
  ]
}

function lines(value: JsonObject): string[] {
  return JSON.stringify(redactJson(value), null, 2).split('\n')
}

function registrationOfFile({ file }: NewTaskRevision): CallText {
  return {
    title: `RegisterTaskDefinition of ${file.origin} (values hidden)`,
    lines: lines(registerCall(file)),
  }
}

function registerCall(revision: RevisionPlan): JsonObject {
  const shown = printable(revision.definition)
  const provenance = provenanceOf(revision).map(({ key, value }) => ({ key, value }))
  const tags = [...(isList(shown.tags) ? shown.tags : []), ...provenance]
  return tags.length > 0 ? { ...shown, tags } : shown
}
