/**
 * GitHub's REST API: at the root as on api.github.com, under `/api/v3` as on GitHub Enterprise Server.
 * Operations have the names of GitHub's OpenAPI description.
 */
import type { World } from '../../ecs/world.js'
import { createComment, deleteComment, listComments, updateComment } from '../../github/comments.js'
import { createStatus, listStatuses } from '../../github/deployment-statuses.js'
import { createDeployment, listDeployments } from '../../github/deployments.js'
import { errorResponse, GitHubError } from '../../github/github-error.js'
import { getAuthenticated } from '../../github/people.js'
import type { GitHubAnswer, GitHubRequest } from '../../github/request.js'
import { type Call, originOf, type Service, type WireRequest, type WireResponse } from '../service.js'

interface Route {
  readonly operation: string
  readonly method: string
  /** After the repository. */
  readonly path: RegExp
  readonly perform: (request: GitHubRequest) => GitHubAnswer
}

const comments = /^\/issues\/(\d+)\/comments$/
const comment = /^\/issues\/comments\/(\d+)$/
const deployments = /^\/deployments$/
const statuses = /^\/deployments\/(\d+)\/statuses$/

const routes: readonly Route[] = [
  { operation: 'issues/list-comments', method: 'GET', path: comments, perform: listComments },
  { operation: 'issues/create-comment', method: 'POST', path: comments, perform: createComment },
  { operation: 'issues/update-comment', method: 'PATCH', path: comment, perform: updateComment },
  { operation: 'issues/delete-comment', method: 'DELETE', path: comment, perform: deleteComment },
  { operation: 'repos/list-deployments', method: 'GET', path: deployments, perform: listDeployments },
  { operation: 'repos/create-deployment', method: 'POST', path: deployments, perform: createDeployment },
  { operation: 'repos/list-deployment-statuses', method: 'GET', path: statuses, perform: listStatuses },
  { operation: 'repos/create-deployment-status', method: 'POST', path: statuses, perform: createStatus },
]

/** The prefix, the repository by name or (in GitHub's own links) by id, and the rest. */
const address = /^(\/api\/v3)?\/(?:repos\/([^/]+\/[^/]+)|repositories\/(\d+))(\/.*)?$/

const user = /^(\/api\/v3)?\/user$/

export function gitHubService(world: World): Service {
  return {
    name: 'github',
    owns: ({ path }) => address.test(path) || user.test(path),
    read: request => (user.test(request.path) ? readUser(world, request) : read(world, request)),
    errorResponse: error => errorResponse(error),
  }
}

function read(world: World, request: WireRequest): Call {
  const [, prefix = '', name, id, path = ''] = address.exec(request.path) ?? []
  const route = routes.find(candidate => candidate.method === request.method && candidate.path.test(path))
  const body = parse(request.body)
  return {
    operation: route?.operation ?? `${request.method} ${path}`,
    input: { repository: name ?? id, path, ...Object.fromEntries(request.query), ...body },
    unknownMembers: [],
    resource: () => name ?? id ?? '*',
    perform: () => {
      world.advance()
      requireToken(request)
      const repository = world.github.find(name ?? id ?? '')
      if (!repository) throw new GitHubError(404, 'Not Found')
      if (!route) throw new GitHubError(404, `This simulator does not have ${request.method} ${path}`)
      if (!body) throw new GitHubError(400, 'Problems parsing JSON')
      const number = Number(route.path.exec(path)?.[1])
      const { query } = request
      const api = originOf(request) + prefix
      return json(route.perform({ github: world.github, repository, number, query, body, api, path }))
    },
  }
}

function readUser({ github }: World, request: WireRequest): Call {
  return {
    operation: request.method === 'GET' ? 'users/get-authenticated' : `${request.method} /user`,
    input: {},
    unknownMembers: [],
    resource: () => '*',
    perform: () => {
      requireToken(request)
      if (request.method === 'GET') return json(getAuthenticated(github))
      throw new GitHubError(404, `This simulator does not have ${request.method} /user`)
    },
  }
}

/** Any token works; without one, writes fail and private repositories do not exist. */
function requireToken({ headers, method }: WireRequest): void {
  if (/^(?:token|bearer) \S/i.test(headers.authorization ?? '')) return
  if (headers.authorization !== undefined) throw new GitHubError(401, 'Bad credentials')
  throw method === 'GET' ? new GitHubError(404, 'Not Found') : new GitHubError(401, 'Requires authentication')
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = text.trim() === '' ? {} : JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

function json({ status, body, link }: GitHubAnswer): WireResponse {
  return {
    status,
    contentType: 'application/json; charset=utf-8',
    headers: link === undefined ? undefined : { link },
    body: body === undefined ? '' : JSON.stringify(body),
  }
}
