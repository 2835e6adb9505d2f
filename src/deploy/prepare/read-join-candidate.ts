/** What is needed to know whether a deployment in flight can be joined. The lists are optional. */
import { isRevisionOf } from '../../core/ecs/arn.js'
import { type Deployment, type Service, servingIn, type Target } from '../../core/ecs/service.js'
import { type ServiceDeployment, type ServiceRevision, stageOf } from '../../core/ecs/service-deployment.js'
import type { EarlierDeployments, JoinableRevision, JoinCandidate } from '../../core/plan/join-candidate.js'
import { registrable, withTags } from '../../core/task-definition/task-definition.js'
import { text } from '../../core/text/json.js'
import type { Ecs } from '../../ports.js'
import { attempt, lookup } from '../../retry/attempt.js'

export interface InFlightService {
  readonly target: Target
  readonly service: Service
  /** PRIMARY and in progress */
  readonly deployment: Deployment
}

export async function readJoinCandidate(ecs: Ecs, inFlight: InFlightService): Promise<JoinCandidate> {
  const { deployment, service, target } = inFlight
  const [revision, listed] = await Promise.all([
    lookup(() => readRevision(ecs, deployment.taskDefinition)),
    attempt(() => ecs.listServiceDeployments(target)),
  ])
  const { before, own } = split(listed.kind === 'answered' ? listed.value : [], deployment)
  const completed = before.find(one => stageOf(one) === 'successful')
  const revisions = await readRevisions(ecs, [own, completed])
  const revisionOf = (one: ServiceDeployment | undefined) =>
    revisions.find(({ arn }) => arn === one?.targetRevisionArn)
  return {
    service,
    deployment,
    revision,
    hasEnded: own !== undefined && !['ongoing', 'successful'].includes(stageOf(own)),
    images: revisionOf(own)?.images ?? [],
    earlier: earlierDeployments(inFlight, { before, completed: revisionOf(completed)?.taskDefinition }),
  }
}

async function readRevision(ecs: Ecs, taskDefinition: string): Promise<JoinableRevision> {
  const { definition, tags } = await ecs.describeTaskDefinition(taskDefinition)
  return {
    definition: withTags(registrable(definition).definition, tags),
    registeredBy: text(definition.registeredBy),
  }
}

interface Listed {
  readonly own: ServiceDeployment | undefined
  /** newest first */
  readonly before: readonly ServiceDeployment[]
}

function split(listed: readonly ServiceDeployment[], { id }: Deployment): Listed {
  const own = listed.find(({ targetRevisionArn }) => isRevisionOf(targetRevisionArn ?? '', id))
  const begun = ({ createdAt = 0 }: ServiceDeployment) => createdAt
  // Not listed yet: all of them are older.
  const before = listed.filter(one => one !== own && (own === undefined || begun(one) < begun(own)))
  return { own, before: before.sort((a, b) => begun(b) - begun(a)) }
}

async function readRevisions(
  ecs: Ecs,
  deployments: readonly (ServiceDeployment | undefined)[],
): Promise<readonly ServiceRevision[]> {
  const arns = deployments.flatMap(one => one?.targetRevisionArn ?? [])
  if (arns.length === 0) return []
  const read = await attempt(() => ecs.describeServiceRevisions([...new Set(arns)]))
  return read.kind === 'answered' ? read.value : []
}

function earlierDeployments(
  { deployment, service }: InFlightService,
  {
    before,
    completed,
  }: { readonly before: readonly ServiceDeployment[]; readonly completed: string | undefined },
): EarlierDeployments {
  const others = service.deployments.filter(({ id }) => id !== deployment.id)
  const serving = servingIn(others)?.taskDefinition ?? completed
  const digits = before.flatMap(({ targetRevisionArn: arn }) =>
    arn ? arn.slice(arn.lastIndexOf('/') + 1) : [],
  )
  return {
    ids: [...new Set([...others.map(({ id }) => id), ...digits.map(one => `ecs-svc/${one}`)])],
    taskDefinitions: [
      ...new Set([...others.map(one => one.taskDefinition), ...(completed ? [completed] : [])]),
    ],
    hasCompleted:
      others.some(({ rolloutState }) => rolloutState === 'COMPLETED') ||
      before.some(one => stageOf(one) === 'successful'),
    serving,
  }
}
