/** What has to be true of every run in every world. Each truth answers what speaks against it, or nothing. */
import { commit, imageOf } from '../../simulator/scenarios/web-service.js'
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
    // Without its tasks, what ECS says must do, and the report says so (docs/adr/0009).
    const isByCounts = notices(evidence).some(text => text.includes('based on the counts of ECS'))
    const isCompleted = ({ primaryIsOurs, desired, rolloutState }: Moment) =>
      primaryIsOurs && desired > 0 && rolloutState === 'COMPLETED'
    if (isByCounts && everSo(evidence, isCompleted)) return undefined
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

  'rolled-back: a revision from before ours is PRIMARY, and the report names it unless no task is running':
    evidence => {
      if (outcomeOf(evidence) !== 'rolled-back') return undefined
      const { before } = evidence.record
      const serving = evidence.played.outputs['serving-task-definition-arn']?.split(',') ?? []
      const web = webOf(evidence.played.world)
      const isSaid = evidence.played.log.some(line =>
        /and (?:no task is running|no running task is healthy)|is the current revision again\./.test(line),
      )
      const isNone = serving.join() === '' && (isSaid || web.desiredCount === 0)
      if (!isNone && !serving.every(one => before.has(one))) return `"${serving}" was not there before`
      const isOther = evidence.played.log.some(line => /is the current revision again, and/.test(line))
      const isBefore = isNone || isOther
      if (everSo(evidence, ({ primary }) => (isBefore ? before.has(primary) : serving.includes(primary))))
        return undefined
      return `${serving} is said to serve: ${JSON.stringify(evidence.record.finalMoments)}`
    },

  'superseded: somebody else deployed after us': evidence => {
    if (outcomeOf(evidence) !== 'superseded') return undefined
    const ours = evidence.record.ours[0]
    return evidence.record.theirs.some(({ at }) => at >= (ours?.at ?? 0)) ? undefined : 'nobody did'
  },

  'failed: ECS calls our deployment FAILED, STOPPED or ROLLBACK_FAILED, or its tasks keep failing':
    evidence => {
      if (outcomeOf(evidence) !== 'failed') return undefined
      const after = Number(evidence.random.inputs['fail-fast-after'] ?? 3)
      const keepsFailing = ({ status, rolloutState, failed }: Moment) =>
        after > 0 && failed >= after && (status === 'SUCCESSFUL' || rolloutState === 'COMPLETED')
      if (everSo(evidence, keepsFailing)) return undefined
      const isSo = ({ rolloutState, status }: Moment) =>
        rolloutState === 'FAILED' || status === 'STOPPED' || status === 'ROLLBACK_FAILED'
      return everSo(evidence, isSo) ? undefined : JSON.stringify(evidence.record.finalMoments)
    },

  'a red ending says why': evidence => {
    const { log } = evidence.played
    if (!['timed-out', 'failed', 'rolled-back', 'unknown'].includes(outcomeOf(evidence))) return undefined
    return log.some(line => /^ {2}why +\S/.test(line)) ? undefined : log.slice(-4).join('\n')
  },

  'where tasks of ours failed and may be read, the class of the failure is theirs': evidence => {
    const { played, random } = evidence
    if (!['timed-out', 'failed', 'rolled-back'].includes(outcomeOf(evidence))) return undefined
    const { failures } = evidence.record
    const failureClass = played.outputs['failure-class'] ?? ''
    const isByOthers = random.acts.some(({ kind }) => kind === 'stop-deployment')
    if (random.faults.length > 0 || failures.length === 0 || isByOthers) return undefined
    return failures.includes(failureClass) ? undefined : `${failureClass}, not one of ${failures.join(', ')}`
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
      /(\d+) responses? to RegisterTaskDefinition/.exec(notices(evidence).join('\n'))?.[1] ?? 0,
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

  'the step ends within a minute of its wait': ({ random, played, record }) => {
    const { ended } = played
    if (!record.watched) return undefined
    const limit = Number(random.inputs['wait-for-minutes']) * 60_000 + 60_000
    return ended - record.watched <= limit ? undefined : `${(ended - record.watched) / 1000} s`
  },
}

/** What may follow the end of the wait: one poll, and what it takes to read hundreds of stopped tasks page by page. */
const slack = 30_000
const callsPerPoll = 20

function desiredCountIsRight(evidence: Evidence): string | undefined {
  const { played, record } = evidence
  const web = webOf(played.world)
  if (web.status !== 'ACTIVE') return undefined
  if (notices(evidence).some(text => /desired count (?:is still|may still be)/.test(text))) return undefined
  const allowed = allowedCounts(evidence)
  if (allowed.includes(web.desiredCount)) return undefined
  const { ours, restore, update } = record
  const state = JSON.stringify({ ours, restore, update, performed: record.performed })
  return `${web.desiredCount}, not one of ${allowed.join(', ')}: ${state}; saved: ${played.state.unfinished}`
}

/** ECS has no conditional update, and a read may be old: what others set between a read and our change may be lost. */
function allowedCounts({ random, record }: Evidence): number[] {
  const { initialCount, performed, restore, update } = record
  const staleMs = random.settings.staleReadsMs ?? 0
  const changes = performed.filter(({ before, after }) => before !== after)
  const last = changes.at(-1)
  const began = record.ours[0]?.at ?? 0
  if (update?.desiredCount === undefined) return [last?.after ?? initialCount]
  const given = random.inputs['desired-count']
  const found = [initialCount, ...changes.filter(({ time }) => time <= began).map(({ after }) => after)]
  const firstVisible = changes.findLastIndex(({ time }) => time < update.readAt - staleMs) + 1
  const ours = given === undefined ? found.slice(firstVisible) : [Number(given)]
  if (!last || last.time < began) return ours
  if (last.time === began) return [last.after, ...ours]
  const isRaised = last.after === update.desiredCount
  if (!restore) return isRaised ? [last.after, ...ours] : [last.after]
  if (last.time > restore.until) return [last.after]
  if (last.time >= restore.readAt - staleMs) return [last.after, ...ours]
  // The count of before may come from a read before the update, as long as none has shown our deployment.
  if (!record.shown && last.after === random.desiredCount) return [last.after, ...ours]
  return isRaised ? ours : [last.after]
}
