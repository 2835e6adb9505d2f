/** Compares what the simulator answered with what was recorded elsewhere, step by step and member by member. */
import type { Json } from './json.js'
import { type PathProfile, type Profile, profileOf } from './profile.js'
import { answersAt, type Transcript } from './transcript.js'
import { isPoll, type World } from './world.js'

/**
 * `step`: one of them has no answer at a step. `member`: a member is only in one of them. `type`: its type differs.
 * `value`: a text, number or switch is only in one of them. `order`: states or events appear in another order.
 */
export type Rule = 'step' | 'member' | 'type' | 'value' | 'order'

export interface Difference {
  readonly world: string
  readonly step: string
  /** `services[].deployments[].rolloutState`; empty for a step as a whole. */
  readonly path: string
  readonly rule: Rule
  readonly detail: string
}

export interface Comparison {
  readonly differences: readonly Difference[]
  /** How many members of the recorded answers were compared. */
  readonly members: number
}

/** `simulated` and `recorded` are transcripts of this world. */
export function compareTranscripts(
  world: World,
  { simulated, recorded }: { readonly simulated: Transcript; readonly recorded: Transcript },
): Comparison {
  const isPartial = recorded.isPartial === true
  const steps = world.steps.map(step => {
    const place = { world: world.name, step: step.name }
    const [ours, theirs] = [answersAt(simulated, step.name), answersAt(recorded, step.name)]
    if (theirs.length === 0 && (isPartial || ours.length === 0)) return { differences: [], members: 0 }
    if (theirs.length === 0 || ours.length === 0)
      return {
        differences: [{ ...place, path: '', rule: 'step', detail: onlyIn(ours.length > 0) }] as const,
        members: 0,
      }
    const profiles = {
      ours: profileOf(ours),
      theirs: profileOf(theirs),
      ourEnd: profileOf(ours.slice(-1)),
      theirEnd: profileOf(theirs.slice(-1)),
    }
    const found = compareProfiles(profiles, {
      isPartial,
      isPolled: isPoll(step),
      isInMotion: step.isInMotion === true,
    })
    return {
      differences: found.map(difference => ({ ...place, ...difference })),
      members: profiles.theirs.size,
    }
  })
  return {
    differences: steps.flatMap(({ differences }) => differences),
    members: steps.reduce((sum, { members }) => sum + members, 0),
  }
}

type Found = Omit<Difference, 'world' | 'step'>

/** Of all answers of a step, and of the last one alone. */
interface Profiles {
  readonly ours: Profile
  readonly theirs: Profile
  readonly ourEnd: Profile
  readonly theirEnd: Profile
}

interface Options {
  readonly isPartial: boolean
  readonly isPolled: boolean
  readonly isInMotion: boolean
}

function compareProfiles(profiles: Profiles, options: Options): readonly Found[] {
  const { ours, theirs, ourEnd, theirEnd } = profiles
  const paths = [...new Set([...theirs.keys(), ...ours.keys()])]
  return paths.flatMap((path): readonly Found[] => {
    const [our, their] = [ours.get(path), theirs.get(path)]
    if (our && their) {
      const end = { our: ourEnd.get(path), their: theirEnd.get(path) }
      return options.isPartial
        ? compareCaptured(path, our, their)
        : compareAt(path, { our, their, end, options })
    }
    const isExtra = our !== undefined
    if (isExtra && options.isPartial) return []
    if (options.isInMotion && ofTheEnd.test(path)) return []
    if (options.isPolled && !(isExtra ? ourEnd : theirEnd).has(path)) return []
    // A member below one that is missing is missing with it.
    const parent = parentOf(path)
    if (parent !== '' && !(ours.has(parent) && theirs.has(parent))) return []
    return [{ path, rule: 'member', detail: onlyIn(isExtra) }]
  })
}

/** Members that something has once it has started or ended. */
const ofTheEnd = /(?:\.|^)(?:startedAt|finishedAt|stoppedAt|statusReason)$/

function parentOf(path: string): string {
  return path.endsWith('[]') ? path.slice(0, -2) : path.slice(0, Math.max(0, path.lastIndexOf('.')))
}

function onlyIn(isExtra: boolean): string {
  return isExtra ? 'only in the simulator' : 'missing in the simulator'
}

function typesOf(path: string, our: PathProfile, their: PathProfile): readonly Found[] {
  const [mine, others] = [[...our.types].sort().join(' or '), [...their.types].sort().join(' or ')]
  return mine === others
    ? []
    : [{ path, rule: 'type', detail: `${mine} in the simulator, ${others} in the recorded transcript` }]
}

/** Texts that do not depend on whose service it is. */
const commonTexts =
  /(?:\.|^)(?:status|rolloutState|rolloutStateReason|lastStatus|desiredStatus|launchType|platformFamily|schedulingStrategy|resourceManagementType|propagateTags|availabilityZoneRebalancing|strategy|stopCode|stoppedReason)$/

function compareCaptured(path: string, our: PathProfile, their: PathProfile): readonly Found[] {
  const types = typesOf(path, our, their)
  if (types.length > 0 || !commonTexts.test(path)) return types
  return their.values
    .filter(value => value !== 'text' && !includes(our.values, value))
    .map(value => ({ path, rule: 'value', detail: missing(value) }))
}

function extra(value: Json): string {
  return `${JSON.stringify(value)} only in the simulator`
}

function missing(value: Json): string {
  return `${JSON.stringify(value)} missing in the simulator`
}

interface Both {
  readonly our: PathProfile
  readonly their: PathProfile
  readonly end: { readonly our: PathProfile | undefined; readonly their: PathProfile | undefined }
  readonly options: Options
}

function compareAt(path: string, { our, their, end, options }: Both): readonly Found[] {
  const types = typesOf(path, our, their)
  if (types.length > 0) return types
  if (dependsOnTiming(path, our, options)) return []
  const isKnownTo = (one: PathProfile) => (value: Json) =>
    includes(one.values, value) || (options.isPolled && passing.has(value))
  const extras = our.values.filter(value => !isKnownTo(their)(value))
  const lacking = their.values.filter(value => !isKnownTo(our)(value))
  // What only one side saw on the way, the other one may have missed.
  const isMissed = options.isPolled && (extras.length === 0 || lacking.length === 0)
  const atEnd = (one: PathProfile | undefined) => (value: Json) =>
    !isMissed || includes(one?.values ?? [], value)
  const values = [
    ...extras.filter(atEnd(end.our)).map(extra),
    ...lacking.filter(atEnd(end.their)).map(missing),
  ].map((detail): Found => ({ path, rule: 'value', detail }))
  return [...values, ...compareOrder(path, our.values, their.values)]
}

const ordered = /(?:\.|^)(?:status|rolloutState|lastStatus|events\[\]\.message)$/

function compareOrder(path: string, ours: readonly Json[], theirs: readonly Json[]): readonly Found[] {
  if (!ordered.test(path)) return []
  const common = (values: readonly Json[], others: readonly Json[]) =>
    values.filter(value => includes(others, value))
  const [mine, others] = [common(ours, theirs), common(theirs, ours)]
  if (JSON.stringify(mine) === JSON.stringify(others)) return []
  const detail = `${mine.join(' → ')} in the simulator, ${others.join(' → ')} in the recorded transcript`
  return [{ path, rule: 'order', detail }]
}

/** Counts that move while a service rolls out. */
const counts =
  /(?:\.|^)(?:(?:running|pending)(?:Task)?Count|runningTasksCount|pendingTasksCount|failedTasks|failureCount|version)$/
/** These are set, and in a poll they move as well. */
const desired = /(?:\.|^)(?:desired|requested)(?:Task)?Count$/

function dependsOnTiming(path: string, { types }: PathProfile, options: Options): boolean {
  if (options.isInMotion && states.test(path)) return true
  if (!types.has('number')) return false
  return counts.test(path) || (options.isPolled && desired.test(path))
}

const states = /(?:\.|^)(?:status|rolloutState|rolloutStateReason|lastStatus)$/

/** States between others, which a poll may see or miss. */
const passing = new Set<Json>([
  'PENDING',
  'IN_PROGRESS',
  'ECS deployment ecs-svc/deployment in progress.',
  'STOP_REQUESTED',
  'ROLLBACK_REQUESTED',
  'ROLLBACK_IN_PROGRESS',
  'PROVISIONING',
  'ACTIVATING',
  'RUNNING',
  'DEACTIVATING',
  'STOPPING',
  'DEPROVISIONING',
  // Of network interfaces.
  'PRECREATED',
  'ATTACHING',
  'ATTACHED',
  'DETACHING',
])

function includes(values: readonly Json[], value: Json): boolean {
  return values.some(other => other === value)
}
