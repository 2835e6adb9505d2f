/** The deployment that `continue-deployment` acts on, read until it is known whether it waits. */
import { revisionName } from '../../core/ecs/arn.js'
import { primaryOf, type Service, type Target } from '../../core/ecs/service.js'
import type { ServiceDeployment } from '../../core/ecs/service-deployment.js'
import type { ApiError } from '../../core/errors/api-error.js'
import { toProblem } from '../../core/errors/api-error-problem.js'
import type { Problem } from '../../core/errors/problem.js'
import type { BaseDefinition, Observed } from '../../core/options/plan-options.js'
import type { PausedSource } from '../../core/options/task-definition-source.js'
import type { JoinCandidate } from '../../core/plan/join-candidate.js'
import { findPause, type PauseDecision } from '../../core/plan/pause-decision.js'
import type { Ecs, Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { pausedReads } from '../../retry/policies.js'
import { retry } from '../../retry/retry.js'
import { observe } from './observe-service.js'
import { readJoinCandidate } from './read-join-candidate.js'

export type PausedDeployment =
  | {
      readonly kind: 'paused'
      readonly observed: Observed
      readonly base: BaseDefinition
      readonly candidate: JoinCandidate
      readonly decision: PauseDecision
    }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly error: ApiError | undefined }

export async function readPausedDeployment(
  ports: Pick<Ports, 'ecs' | 'clock' | 'canceled'>,
  target: Target,
  { action, serviceDeploymentArn }: PausedSource,
): Promise<PausedDeployment> {
  const { ecs } = ports
  const observation = await observe(ecs, target)
  if (observation.kind === 'problem') return observation
  const { observed } = observation
  const { service } = observed
  const read = await attempt(() =>
    retry(pausedReads, ports, () => readDeployment(ecs, service, { target, arn: serviceDeploymentArn })),
  )
  if (read.kind === 'failed')
    return { kind: 'problem', problem: toProblem(read.error, { target }), error: read.error }
  const pause = findPause(service, read.value)
  if (pause.kind === 'refused' || !read.value) return problem(pause.kind === 'refused' ? pause : unfound)
  const { deployment, hook } = pause
  const candidate = await readJoinCandidate(ecs, { target, service, deployment })
  const name = revisionName(deployment.taskDefinition)
  const { revision } = candidate
  if (revision.kind !== 'found') {
    const why = revision.kind === 'unavailable' ? ` (${revision.why})` : ''
    return problem({ text: `${name} could not be read${why}`, next: undefined })
  }
  return {
    kind: 'paused',
    observed,
    candidate,
    decision: { action, hook, serviceDeploymentArn: read.value.arn },
    base: {
      kind: 'revision',
      definition: revision.value.definition,
      origin: name,
      positionOf: undefined,
      asIs: { arn: deployment.taskDefinition, reason: 'source' },
    },
  }
}

const unfound = { text: 'the deployment was not found', next: undefined }

function problem({
  text,
  next,
}: {
  readonly text: string
  readonly next: string | undefined
}): PausedDeployment {
  return { kind: 'problem', problem: { subject: 'continue-deployment', text, next }, error: undefined }
}

/** With its hooks, which a list does not have. */
async function readDeployment(
  ecs: Ecs,
  service: Service,
  { arn, target }: { readonly arn: string | undefined; readonly target: Target },
): Promise<ServiceDeployment | undefined> {
  const primary = primaryOf(service)
  const found = arn ?? (primary && (await ecs.findServiceDeployment(target, primary.id))?.arn)
  if (found === undefined) return undefined
  const [deployment] = await ecs.describeServiceDeployments([found])
  return deployment
}
