/**
 * Finds the revision of `rollback` before anything is waited for: a rollback of ECS in the meantime must not change what
 * `previous` means.
 */
import { namesRevision, revisionName } from '../../core/ecs/arn.js'
import type { Service, Target } from '../../core/ecs/service.js'
import { primaryOf } from '../../core/ecs/service.js'
import { stageOf } from '../../core/ecs/service-deployment.js'
import { missingService, toProblem } from '../../core/errors/api-error-problem.js'
import { unavailableReason } from '../../core/errors/denial.js'
import type { Notice } from '../../core/errors/notice.js'
import type { Problem } from '../../core/errors/problem.js'
import type { ImagePolicy } from '../../core/options/image-policy.js'
import type { RollbackTarget } from '../../core/options/task-definition-source.js'
import { type PreviousRevision, previousRevision } from '../../core/plan/previous-revision.js'
import {
  foundNotices,
  leftProblem,
  noOtherText,
  nothingBefore,
  otherFamilyNotices,
  tagNotice,
  uncertainPrevious,
  unknownPrevious,
} from '../../core/plan/rollback-texts.js'
import { redact } from '../../core/redaction/redact.js'
import { previousTagOf } from '../../core/task-definition/tags.js'
import type { Ecs } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { type PastDeployments, searchPast } from './past-deployments.js'
import { broken, readRegistered, type Source } from './read-task-definition.js'

export interface RollbackRequest {
  readonly target: Target
  readonly to: RollbackTarget
  readonly imagePolicy: ImagePolicy
}

export async function readRollback(ecs: Ecs, request: RollbackRequest): Promise<Source> {
  const { target, to, imagePolicy } = request
  const read = await attempt(() => ecs.describeService(target, 'retry'))
  const region = await ecs.region()
  if (read.kind === 'failed')
    return { ...broken([toProblem(read.error, { target, region })]), error: read.error }
  if (read.value === 'missing') return broken([missingService(target, region)])
  const service = read.value
  const current = primaryOf(service)?.taskDefinition ?? service.taskDefinition
  const chosen = await choose(ecs, { target, to, service, current })
  if (chosen.kind === 'problem') return broken([chosen.problem])
  const registered = { kind: 'registered', name: chosen.revision, input: 'rollback', asIs: true } as const
  const source = await readRegistered(ecs, registered, imagePolicy)
  const { base } = source
  if (!base) return source
  if (!base.asIs) return broken([unpinned(base.origin)])
  const notices = [...chosen.notices, ...otherFamilyNotices(base.asIs.arn, current)]
  return { ...source, base: { ...base, asIs: { ...base.asIs, reason: 'rollback' } }, notices }
}

function unpinned(name: string): Problem {
  const text = `${name} names an image without a digest, and image-policy: digest would have to register a new revision: set image-policy: any, or name it with task-definition-arn instead of rollback`
  return { subject: 'rollback', text }
}

type Choice =
  | { readonly kind: 'chosen'; readonly revision: string; readonly notices: readonly Notice[] }
  | { readonly kind: 'problem'; readonly problem: Problem }

interface Choosing {
  readonly target: Target
  readonly to: RollbackTarget
  readonly service: Service
  readonly current: string
}

async function choose(ecs: Ecs, choosing: Choosing): Promise<Choice> {
  const { current, to } = choosing
  if (to.kind === 'named') return { kind: 'chosen', revision: to.name, notices: [] }
  if (current === '') return problem(noRevision)
  if (to.kind === 'previous') return choosePrevious(ecs, choosing)
  const [family] = revisionName(current).split(':')
  return { kind: 'chosen', revision: `${family}:${to.number}`, notices: [] }
}

const noRevision: Problem = {
  subject: 'rollback',
  text: 'the service has no revision of its own to go back from: name the revision, as in rollback: web:41',
}

async function choosePrevious(ecs: Ecs, choosing: Choosing): Promise<Choice> {
  const { current, service, target } = choosing
  const search = await attempt(() => searchPast(ecs, target, past => decide(past, current)))
  if (search.kind === 'failed') {
    const { error } = search
    if (error.kind !== 'denied' && error.kind !== 'rejected') return problem(toProblem(error, { target }))
    if (mayRollBack(service)) return problem(uncertainPrevious)
    return chooseByTag(ecs, current, redact(unavailableReason(error), []))
  }
  const found = search.value ?? ({ kind: 'none', from: current } as const)
  switch (found.kind) {
    case 'found':
      return { kind: 'chosen', revision: found.revision, notices: foundNotices(found) }
    case 'left':
      return problem(leftProblem(found))
    case 'unknown':
      return problem(unknownPrevious)
    case 'none':
      return chooseByTag(ecs, found.from, noOtherText(found.from))
  }
}

type Decided = Exclude<PreviousRevision, { kind: 'more' }>

function decide({ deployments, hasMore }: PastDeployments, current: string): Decided | undefined {
  const past = deployments.map(({ listed, revision }) => ({
    stage: stageOf(listed),
    taskDefinition: revision?.taskDefinition,
    finishedAt: listed.finishedAt,
  }))
  const decided = previousRevision({ deployments: past, current, hasMore })
  return decided.kind === 'more' ? undefined : decided
}

/** Then the PRIMARY is what ECS goes back to, not what is to be left. */
function mayRollBack({ deployments }: Service): boolean {
  return deployments.some(
    ({ rolloutState, rolloutStateReason = '', status }) =>
      /rolling back/i.test(rolloutStateReason) || (status !== 'PRIMARY' && rolloutState === 'FAILED'),
  )
}

async function chooseByTag(ecs: Ecs, from: string, why: string): Promise<Choice> {
  const read = await attempt(() => ecs.describeTaskDefinition(from))
  if (read.kind === 'failed') return problem(toProblem(read.error, {}))
  const revision = previousTagOf(read.value.tags)
  if (revision === undefined || !namesRevision(revision) || revision === revisionName(from))
    return problem(nothingBefore(from, why))
  return { kind: 'chosen', revision, notices: [tagNotice(revision, from, why)] }
}

function problem(problem: Problem): Choice {
  return { kind: 'problem', problem }
}
