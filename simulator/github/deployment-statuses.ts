/** docs.github.com, rest/deployments/statuses */
import type { DeploymentState, DeploymentStatus, GitHubDeployment } from '../ecs/resources/github.js'
import { findDeployment } from './deployments.js'
import { GitHubError, invalid, notSupplied } from './github-error.js'
import { type GitHubAnswer, type GitHubRequest, pageOf, textIn, time } from './request.js'

const states: readonly string[] = [
  'error',
  'failure',
  'inactive',
  'in_progress',
  'queued',
  'pending',
  'success',
] satisfies DeploymentState[]

/** Newest first. */
export function listStatuses(request: GitHubRequest): GitHubAnswer {
  const deployment = findDeployment(request)
  const { items, link } = pageOf(deployment.statuses.toReversed(), request)
  return { status: 200, body: items.map(status => shapeOf(request, deployment, status)), link }
}

export function createStatus(request: GitHubRequest): GitHubAnswer {
  const deployment = findDeployment(request)
  const { body } = request
  const state = readState(body)
  const status: DeploymentStatus = {
    ...empty(request, deployment),
    state,
    description: readDescription(body),
    environment: textIn(body, 'environment') ?? deployment.environment,
    environmentUrl: readUrl(body, 'environment_url'),
    logUrl: readUrl(body, 'log_url') || readUrl(body, 'target_url'),
  }
  if (state === 'success' && body.auto_inactive !== false)
    deactivatePrevious(request, deployment, status.environment)
  deployment.statuses.push(status)
  return { status: 201, body: shapeOf(request, deployment, status), link: undefined }
}

/**
 * A success deactivates earlier successful deployments of the environment, unless they are transient or
 * production.
 */
function deactivatePrevious(request: GitHubRequest, current: GitHubDeployment, environment: string): void {
  for (const previous of request.repository.deployments) {
    if (previous === current || previous.transient || previous.production) continue
    if (previous.environment !== environment || previous.statuses.at(-1)?.state !== 'success') continue
    previous.statuses.push({ ...empty(request, previous), state: 'inactive' })
  }
}

function empty(
  { github }: GitHubRequest,
  { environment }: GitHubDeployment,
): Omit<DeploymentStatus, 'state'> {
  const none = { description: '', environmentUrl: '', logUrl: '' }
  return { id: github.nextId(), environment, createdAt: github.now, ...none }
}

function readState(body: GitHubRequest['body']): DeploymentState {
  const state = textIn(body, 'state')
  if (state === undefined) throw notSupplied('state')
  if (states.includes(state)) return state as DeploymentState
  throw new GitHubError(422, `Invalid request.\n\n${state} is not a member of ${JSON.stringify(states)}.`)
}

function readDescription(body: GitHubRequest['body']): string {
  const description = textIn(body, 'description') ?? ''
  if (description.length <= 140) return description
  throw invalid({
    resource: 'DeploymentStatus',
    code: 'custom',
    field: 'description',
    message: 'description is too long (maximum is 140 characters)',
  })
}

function readUrl(body: GitHubRequest['body'], field: string): string {
  const url = textIn(body, field) ?? ''
  if (url === '' || /^https?:\/\/\S+$/.test(url)) return url
  const message = `${field} must use http(s) scheme`
  throw invalid({ resource: 'DeploymentStatus', code: 'custom', field, message })
}

function shapeOf(
  { api, repository }: GitHubRequest,
  deployment: GitHubDeployment,
  { id, state, description, environment, environmentUrl, logUrl, createdAt }: DeploymentStatus,
): object {
  const url = `${api}/repos/${repository.fullName}/deployments/${deployment.id}`
  return {
    url: `${url}/statuses/${id}`,
    id,
    node_id: Buffer.from(`DeploymentStatus:${id}`).toString('base64'),
    ...{ state, description, environment },
    creator: { login: 'github-actions[bot]', id: 41898282, type: 'Bot' },
    target_url: logUrl,
    log_url: logUrl,
    environment_url: environmentUrl,
    created_at: time(createdAt),
    updated_at: time(createdAt),
    deployment_url: url,
    repository_url: `${api}/repos/${repository.fullName}`,
  }
}
