/** What has to be true of every run in every world. Each truth answers what speaks against it, or nothing. */
import { commit, imageOf } from '../../simulator/scenarios/web-service.js'
import { parseState } from '../../src/core/outcome/saved-state.js'
import type { Played } from '../support/play.js'
import type { RandomWorld } from './random-world.js'
import { type Moment, type WorldRecord, webOf } from './world-record.js'

export interface Evidence {
  readonly random: RandomWorld
  readonly played: Played
  readonly record: WorldRecord
}

type Invariant = (evidence: Evidence) => string | undefined

const outcomeOf = ({ played }: Evidence) => played.outputs.outcome ?? ''
const notices = ({ played }: Evidence) => [
  ...played.annotations.map(({ message }) => message),
  ...played.postNotices.map(({ text }) => text),
]

/** Whether it was so at some moment of the look that decided. */
function everSo({ record }: Evidence, isSo: (moment: Moment) => boolean): boolean {
  return record.finalMoments.some(isSo)
}

export const invariants: Readonly<Record<string, Invariant>> = {
  'succeeded: our revision is PRIMARY, and a task of it runs and is healthy': evidence => {
    if (outcomeOf(evidence) !== 'succeeded') return undefined
    if (everSo(evidence, ({ primaryIsOurs, healthy }) => primaryIsOurs && healthy > 0)) return undefined
    return `the look that decided: ${JSON.stringify(evidence.record.finalMoments)}`
  },

  'idle: our revision is PRIMARY, and the service wants no task': evidence => {
    if (outcomeOf(evidence) !== 'idle') return undefined
    if (everSo(evidence, ({ primaryIsOurs, desiredCount }) => primaryIsOurs && desiredCount === 0))
      return undefined
    return `the look that decided: ${JSON.stringify(evidence.record.finalMoments)}`
  },

  'green is succeeded or idle, nothing else': evidence => {
    const green = ['succeeded', 'idle'].includes(outcomeOf(evidence))
    return evidence.played.passed === green ? undefined : `${outcomeOf(evidence)} passes: ${!green}`
  },

  'rolled-back: a revision from before ours is PRIMARY, and the report names it unless no task runs':
    evidence => {
      if (outcomeOf(evidence) !== 'rolled-back') return undefined
      const { before } = evidence.record
      const serving = evidence.played.outputs['serving-task-definition-arn'] ?? ''
      const web = webOf(evidence.played.world)
      const isEmpty = serving === '' && evidence.played.log.some(line => line.includes('and no task runs'))
      const isScaledToZero = isEmpty || (serving === '' && web.desiredCount === 0)
      if (!isScaledToZero && !before.has(serving)) return `"${serving}" was not there before`
      if (everSo(evidence, ({ primary }) => (isScaledToZero ? before.has(primary) : primary === serving)))
        return undefined
      return `${serving} is said to serve: ${JSON.stringify(evidence.record.finalMoments)}`
    },

  'superseded: somebody else deployed after us': evidence => {
    if (outcomeOf(evidence) !== 'superseded') return undefined
    const ours = evidence.record.ours[0]
    return evidence.record.theirs.some(({ at }) => at >= (ours?.at ?? 0)) ? undefined : 'nobody did'
  },

  'failed: ECS calls our deployment FAILED, STOPPED or ROLLBACK_FAILED': evidence => {
    if (outcomeOf(evidence) !== 'failed') return undefined
    const isSo = ({ rolloutState, status }: Moment) =>
      rolloutState === 'FAILED' || status === 'STOPPED' || status === 'ROLLBACK_FAILED'
    return everSo(evidence, isSo) ? undefined : JSON.stringify(evidence.record.finalMoments)
  },

  'the desired count is where it was, or where somebody else put it': desiredCountIsRight,

  'one UpdateService with a task definition took effect, at most': ({ record }) =>
    record.ours.length <= 1 ? undefined : `${record.ours.length} rollouts of our revision`,

  'no revision is left unused but those that the report tells of': evidence => {
    const { world, outputs } = evidence.played
    const revisions = (world.families.get('web') ?? []).filter(({ containers }) =>
      containers.some(({ image }) => image === imageOf(commit)),
    )
    const deployed = new Set(webOf(world).revisions.map(({ taskDefinition }) => taskDefinition.arn))
    const unused = revisions.filter(({ arn }) => !deployed.has(arn) && arn !== outputs['task-definition-arn'])
    const lost = Number(
      /(\d+) answers? to RegisterTaskDefinition/.exec(notices(evidence).join('\n'))?.[1] ?? 0,
    )
    return unused.length <= lost ? undefined : `${unused.length} unused, ${lost} told of`
  },

  'StopServiceDeployment is not sent to a deployment whose wanted tasks are all healthy': ({ record }) =>
    record.harmful.length === 0 ? undefined : JSON.stringify(record.harmful),

  'no line of the watch is said twice': ({ played }) => {
    const watched = played.log.filter(line => /^\s+\d+:\d\d /.test(line))
    const twice = watched.filter((line, i) => watched.indexOf(line) !== i)
    return twice.length === 0 ? undefined : twice.join('\n')
  },

  'the watch ends with the wait, give or take the last look': ({ random, record }) => {
    const ours = record.ours[0]
    const last = record.finalMoments.at(-1)
    if (!ours || !last || !record.watched) return undefined
    const latency = random.faults.flatMap(fault => (fault.kind === 'latency' ? fault : []))
    const slowest = latency.reduce((sum, { ms, jitterMs = 0 }) => sum + ms + jitterMs, 0)
    const limit = Number(random.inputs['wait-for-minutes']) * 60_000 + slack + callsPerPoll * slowest
    return last.at - record.watched <= limit ? undefined : `${(last.at - record.watched) / 1000} s`
  },
}

/** What may follow the end of the wait: one look, and what it takes to read hundreds of stopped tasks page by page. */
const slack = 30_000
const callsPerPoll = 20

function desiredCountIsRight(evidence: Evidence): string | undefined {
  const { random, played, record } = evidence
  const web = webOf(played.world)
  if (web.status !== 'ACTIVE') return undefined
  if (notices(evidence).some(text => text.startsWith('The desired count is still'))) return undefined
  const bump = Number(random.inputs['bump-desired-count'] ?? 0)
  const changes = record.performed.filter(({ before, after }) => before !== after)
  const last = changes.at(-1)
  const began = record.ours[0]?.at ?? 0
  // What was changed around an update, or after what the restore could read, may be overwritten: ECS has no conditional
  // update, and a read may be old.
  const restored = (record.restoredAt ?? Number.POSITIVE_INFINITY) - (random.settings.staleReadsMs ?? 0)
  const clear = last && last.after !== bump && last.time > began && last.time < restored
  const allowed = clear ? [last.after] : [record.initialCount, ...changes.map(({ after }) => after)]
  if (allowed.includes(web.desiredCount)) return undefined
  const state = JSON.stringify(parseState(played.state.unfinished ?? ''))
  return `${web.desiredCount}, not one of ${allowed.join(', ')}; saved for the post step: ${state}`
}
