/** The file of `run-task-definition`: checked as the revision of the service is, and registered if it differs. */
import { type Check, redactCheck } from '../checks/check.js'
import { runChecks } from '../checks/checks.js'
import { type Notice, notice, warning } from '../errors/notice.js'
import type { Problem } from '../errors/problem.js'
import type { BaseDefinition, PlanOptions } from '../options/plan-options.js'
import type { Lookup } from '../resources/lookup.js'
import type { RelatedResources } from '../resources/related-resources.js'
import { diff } from '../task-definition/diff.js'
import { hiddenNames } from '../task-definition/hidden-names.js'
import { noOverrides } from '../task-definition/overrides.js'
import { isKnown } from '../task-definition/tags.js'
import { familyOf, imagesOf, withImages } from '../task-definition/task-definition.js'
import { enumerate } from '../text/enumerate.js'
import type { JsonObject } from '../text/json.js'
import { type CheckedDefinition, checkContext, imageSourceOf } from './build-check-context.js'
import type { DeploymentTarget } from './deployment-target.js'
import { pinImages } from './pin-images.js'
import { imageProblems, missingMembers, plannedImages, replacedImages } from './planned-images.js'
import type { NewRevision } from './revision-plan.js'
import type { RegisteredDefinition } from './task-plan.js'
import type { TaskRevision } from './task-revision.js'

export interface TaskFile {
  readonly base: BaseDefinition
  /** the latest ACTIVE revision of its family; undefined: it has none */
  readonly latest: Lookup<RegisteredDefinition | undefined>
  readonly resources: RelatedResources
}

export interface PlannedTaskFile {
  /** undefined: it has no family */
  readonly revision: TaskRevision | undefined
  /** as it would be registered */
  readonly definition: JsonObject
  readonly checks: readonly Check[]
  readonly problems: readonly Problem[]
}

export interface TaskFileContext {
  readonly options: PlanOptions
  /** of the service */
  readonly base: BaseDefinition
  readonly resources: RelatedResources
  readonly target: DeploymentTarget | undefined
}

/** Inputs that change the definition of the service do not change this one, except for images of the same containers. */
export function withSameImages(definition: JsonObject, { images }: Pick<PlanOptions, 'images'>): JsonObject {
  return withImages(definition, images)
}

export function planTaskFile(file: TaskFile, own: TaskFileContext): PlannedTaskFile {
  const { base, resources } = file
  const options = { ...own.options, overrides: noOverrides, tags: [] }
  const definition = withSameImages(base.definition, options)
  const target = own.target?.kind === 'offline' ? own.target : undefined
  const checked: CheckedDefinition = { options, base, definition, target, previous: undefined, resources }
  const context = checkContext(checked)
  const latest = file.latest.kind === 'found' ? file.latest.value : undefined
  // What a tag means is looked up once: both revisions run the same image.
  const images = new Map([...resources.images, ...own.resources.images])
  const registered = pinImages(definition, options.imagePolicy, { images })
  const family = familyOf(registered)
  const hidden = hiddenNames(definition)
  const checks = runChecks({ ...context, registeredDefinition: registered }, options.preflight)
  const problems = [
    ...missingMembers(family, imagesOf(registered).length),
    ...imageProblems(context, imagesOf(registered), latest ? imagesOf(latest.definition) : []),
    ...sharedFamily(family, own.base),
  ]
  const content = { checked, context: { ...context, registeredDefinition: registered }, latest }
  return {
    definition: registered,
    revision: family ? revisionOf(file, { ...content, family }) : undefined,
    checks: checks.filter(check => !check.isRecommendation).map(check => redactCheck(check, hidden)),
    problems: problems.map(problem => ({ ...problem, subject: 'run-task-definition' })),
  }
}

/** The next deployment would take the revision of the task for the latest one of the service. */
function sharedFamily(family: string | undefined, base: BaseDefinition): Problem[] {
  if (!family || family !== familyOf(base.definition)) return []
  const text = `has the family ${family}, which is that of the service: give it a family of its own, or remove the input to run the new revision of ${family}`
  return [{ subject: 'run-task-definition', text }]
}

interface Content {
  readonly family: string
  readonly checked: CheckedDefinition
  readonly context: ReturnType<typeof checkContext>
  readonly latest: RegisteredDefinition | undefined
}

function revisionOf(file: TaskFile, { checked, context, family, latest }: Content): TaskRevision {
  const { base } = file
  const { inputAt, positionOf, provenance, registeredDefinition: definition } = context
  const named = imagesOf(checked.definition)
  const running = latest ? [imagesOf(latest.definition)] : []
  const revision: NewRevision = {
    kind: 'new',
    definition,
    family,
    origin: base.origin,
    provenance,
    imageSource: imageSourceOf(checked),
    images: plannedImages(checked.options, {
      proposed: imagesOf(definition),
      running,
      runningNames: running,
      named,
    }),
    replacedImages: replacedImages(base.definition, named),
    positionOf: path => (inputAt(path) ? undefined : positionOf(path)),
  }
  const changes = latest ? diff(latest.definition, definition) : []
  if (latest && changes.length === 0) return { kind: 'unchanged', arn: latest.arn, file: revision }
  const unread = file.latest.kind === 'unavailable' ? file.latest.why : undefined
  return { kind: 'new', file: revision, latest: latest?.arn, unread, changes }
}

/** Checks of the file say so where they have no position in it. What passed for the service is counted once. */
export function withChecksOfFile(
  own: readonly Check[],
  checks: readonly Check[],
  file: string,
): readonly Check[] {
  const added = checks.filter(({ id, result, text }) => {
    if (result === 'passed') return !own.some(check => check.id === id)
    return result !== 'unseen' || !own.some(check => check.id === id && check.text === text)
  })
  const named = added.map(check => {
    const isNamed = check.text === '' || check.position !== undefined
    return isNamed ? check : { ...check, text: `${file}: ${check.text}` }
  })
  return [...own, ...named]
}

export function taskFileNotices(
  revision: TaskRevision,
  { images, provenance, provenanceTags }: Pick<PlanOptions, 'images' | 'provenance' | 'provenanceTags'>,
): Notice[] {
  if (revision.kind !== 'new' && revision.kind !== 'unchanged') return []
  const { file } = revision
  const notices: Notice[] = []
  const names = imagesOf(file.definition).map(({ container }) => container)
  const set = [...new Set(images.map(({ container }) => container))]
  if (set.length > 0 && !set.some(name => names.includes(name))) {
    const text = `${file.origin} has no container ${enumerate(set)}: the images of the one-off task are those of the file, not the one that is deployed.`
    notices.push(notice(text))
  }
  if (revision.kind === 'unchanged') return notices
  if (revision.unread !== undefined) {
    const text = `The latest revision of ${file.family} could not be read (${revision.unread}): ${file.origin} is registered, even if nothing differs.`
    notices.push(warning(text))
  }
  if (file.provenance.length === 0 && provenanceTags && isKnown(provenance)) {
    const text = `provenance-tags were not added to ${file.origin}: a task definition can have at most 50 tags.`
    notices.push(warning(text))
  }
  return notices
}
