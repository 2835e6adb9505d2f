/**
 * docs.github.com, rest/deployments/deployments. The commit's only check is the running workflow, so GitHub
 * rejects requests without empty required_contexts.
 */
import type { GitHubDeployment } from '../ecs/resources/github.js'
import { GitHubError, notSupplied } from './github-error.js'
import { type GitHubAnswer, type GitHubRequest, pageOf, textIn, time } from './request.js'

/** Newest first. */
export function listDeployments(request: GitHubRequest): GitHubAnswer {
  const { repository, query } = request
  const filters = ['sha', 'ref', 'task', 'environment'] as const
  const found = repository.deployments
    .filter(deployment => filters.every(name => [null, deployment[name]].includes(query.get(name))))
    .toReversed()
  const { items, link } = pageOf(found, request)
  return { status: 200, body: items.map(deployment => shapeOf(request, deployment)), link }
}

export function createDeployment(request: GitHubRequest): GitHubAnswer {
  const { github, repository, body } = request
  const ref = textIn(body, 'ref')
  if (ref === undefined) throw notSupplied('ref')
  const sha = github.resolve(repository, ref)
  if (sha === undefined) throw new GitHubError(422, `No ref found for: ${ref}`)
  refuseUnmetContexts(ref, body.required_contexts)
  const environment = textIn(body, 'environment') ?? 'production'
  const deployment = {
    id: github.nextId(),
    sha,
    ref,
    environment,
    task: textIn(body, 'task') ?? 'deploy',
    payload: body.payload ?? {},
    description: textIn(body, 'description') ?? null,
    transient: body.transient_environment === true,
    production: (body.production_environment ?? environment === 'production') === true,
    createdAt: github.now,
    statuses: [],
  }
  repository.deployments.push(deployment)
  return { status: 201, body: shapeOf(request, deployment), link: undefined }
}

function refuseUnmetContexts(ref: string, required: unknown): void {
  if (Array.isArray(required) && required.length === 0) return
  throw new GitHubError(409, `Conflict: Commit status checks failed for ${ref}.`, [
    {
      contexts: [{ context: 'deploy', state: 'pending' }],
      resource: 'Deployment',
      field: 'required_contexts',
      code: 'invalid',
    },
  ])
}

export function findDeployment({ repository, number }: GitHubRequest): GitHubDeployment {
  const deployment = repository.deployments.find(({ id }) => id === number)
  if (!deployment) throw new GitHubError(404, 'Not Found')
  return deployment
}

function shapeOf({ api, repository }: GitHubRequest, deployment: GitHubDeployment): object {
  const { id, sha, ref, task, payload, environment, description, createdAt, statuses } = deployment
  const repositoryUrl = `${api}/repos/${repository.fullName}`
  const url = `${repositoryUrl}/deployments/${id}`
  return {
    url,
    id,
    node_id: Buffer.from(`Deployment:${id}`).toString('base64'),
    ...{ sha, ref, task, payload, environment, description },
    original_environment: environment,
    creator: { login: 'github-actions[bot]', id: 41898282, type: 'Bot' },
    created_at: time(createdAt),
    updated_at: time(statuses.at(-1)?.createdAt ?? createdAt),
    statuses_url: `${url}/statuses`,
    repository_url: repositoryUrl,
    transient_environment: deployment.transient,
    production_environment: deployment.production,
  }
}
