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
    const profiles = { ours: profileOf(ours), theirs: profileOf(theirs) }
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

interface Profiles {
  readonly ours: Profile
  readonly theirs: Profile
}

interface Options {
  readonly isPartial: boolean
  readonly isPolled: boolean
  readonly isInMotion: boolean
}

function compareProfiles({ ours, theirs }: Profiles, options: Options): readonly Found[] {
  const paths = [...new Set([...theirs.keys(), ...ours.keys()])]
  return paths.flatMap((path): readonly Found[] => {
    const [our, their] = [ours.get(path), theirs.get(path)]
    if (our && their)
      return options.isPartial ? compareCaptured(path, our, their) : compareAt(path, { our, their, options })
    const isExtra = our !== undefined
    if (isExtra && options.isPartial) return []
    if (options.isInMotion && ofTheEnd.test(path)) return []
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
  readonly options: Options
}

function compareAt(path: string, { our, their, options }: Both): readonly Found[] {
  const types = typesOf(path, our, their)
  if (types.length > 0) return types
  if (dependsOnTiming(path, our, options)) return []
  const skipped = options.isPolled ? isPassing : () => false
  const isUnexplained = (others: PathProfile) => (value: Json) =>
    !includes(others.values, value) && !skipped(value)
  const values = [
    ...our.values.filter(isUnexplained(their)).map(extra),
    ...their.values.filter(isUnexplained(our)).map(missing),
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

function isPassing(value: Json): boolean {
  return passing.has(value)
}

function includes(values: readonly Json[], value: Json): boolean {
  return values.some(other => other === value)
}
