/** GitHub's REST API, also of GitHub Enterprise Server. No deployment waits long for GitHub. */
import { env } from 'node:process'
import type { getOctokit } from '@actions/github'
import { ApiError, type ApiErrorKind } from '../core/errors/api-error.js'
import { definedMembers } from '../core/text/defined-members.js'
import { truncate } from '../core/text/truncate.js'
import type { GitHub, GitHubWait } from '../ports.js'
import { attempt } from '../retry/attempt.js'
import { certificateCode, certificateRemedy } from './certificate-error.js'

/** Milliseconds. */
export const requestTimeouts: Readonly<Record<GitHubWait, number>> = { short: 3_000, long: 10_000 }

/** A page of 100 comments has at most 25 MiB: each has 65,536 characters of at most 4 bytes. */
export const maxGitHubAnswerBytes = 32 * 1024 * 1024

/** Far more than a pull request has. */
export const maxCommentPages = 30
export const commentsPerPage = 100

type Octokit = ReturnType<typeof getOctokit>

export interface GitHubConfig {
  /** with `/api/v3` for GitHub Enterprise Server */
  readonly url?: string | undefined
  /** `owner/name` */
  readonly repository?: string | undefined
  /** milliseconds */
  readonly timeouts?: Readonly<Record<GitHubWait, number>>
  /** default: the toolkit's */
  readonly fetch?: typeof fetch | undefined
}

export function connectGitHub(config: GitHubConfig = {}): (token: string, wait: GitHubWait) => GitHub {
  const {
    url = env.GITHUB_API_URL,
    repository = env.GITHUB_REPOSITORY,
    timeouts = requestTimeouts,
    fetch,
  } = config
  const [owner = '', repo = ''] = (repository ?? '').split('/')
  const baseUrl = url || 'https://api.github.com'
  return (token, wait) => {
    const connection = { token, baseUrl, timeout: timeouts[wait], fetch, place: { owner, repo } }
    return { ...commentCalls(connection), ...deploymentCalls(connection) }
  }
}

interface Connection {
  readonly token: string
  readonly baseUrl: string
  readonly timeout: number
  readonly fetch: typeof fetch | undefined
  readonly place: { readonly owner: string; readonly repo: string }
}

async function call<T>(
  { token, baseUrl, timeout, fetch }: Connection,
  operation: string,
  send: (client: Octokit) => Promise<T>,
): Promise<T> {
  if (token === '')
    throw new ApiError({ kind: 'unconfigured', operation, code: 'NoToken', message: 'github-token is empty' })
  const { getOctokit } = await import('@actions/github')
  const request = fetch ? { request: { fetch } } : {}
  const client = getOctokit(token, { baseUrl, log: silent, ...request })
  // Each page has its own time-out.
  client.hook.before('request', options => {
    const { request } = options
    const limited = limitAnswers(request?.fetch ?? globalThis.fetch)
    options.request = { ...request, fetch: limited, signal: AbortSignal.timeout(timeout) }
  })
  try {
    return await send(client)
  } catch (error) {
    throw toApiError(operation, error)
  }
}

/** Reads each answer whole before the client sees it. */
function limitAnswers(send: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await send(input, init)
    const { body, headers, status, statusText } = response
    if (body === null) return response
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of body) {
      size += chunk.length
      // Leaving the loop closes the connection.
      if (size > maxGitHubAnswerBytes) throw new Error(oversized)
      chunks.push(chunk)
    }
    return new Response(new Uint8Array(Buffer.concat(chunks)), { headers, status, statusText })
  }
}

const oversized = `GitHub answered with more than ${maxGitHubAnswerBytes / 1024 / 1024} MiB`

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

type CommentCalls = Pick<GitHub, 'ownComments' | 'createComment' | 'updateComment' | 'deleteComment'>

function commentCalls(connection: Connection): CommentCalls {
  const { place } = connection
  return {
    ownComments: (issue, beginning) => ownComments(connection, issue, beginning),

    createComment: (issue, body) =>
      call(connection, 'issues/create-comment', async ({ rest }) => {
        const { data } = await rest.issues.createComment({ ...place, issue_number: issue, body })
        return data.id
      }),

    async updateComment(comment, body) {
      await call(connection, 'issues/update-comment', ({ rest }) =>
        rest.issues.updateComment({ ...place, comment_id: comment, body }),
      )
    },

    async deleteComment(comment) {
      await call(connection, 'issues/delete-comment', ({ rest }) =>
        rest.issues.deleteComment({ ...place, comment_id: comment }),
      )
    },
  }
}

async function ownComments(connection: Connection, issue: number, beginning: string): Promise<number[]> {
  const { place } = connection
  let pages = 0
  const all = await call(connection, 'issues/list-comments', client =>
    client.paginate(
      client.rest.issues.listComments,
      { ...place, issue_number: issue, per_page: commentsPerPage },
      ({ data }, done) => {
        pages++
        if (pages >= maxCommentPages) done()
        return data
      },
    ),
  )
  const found = all.filter(({ body }) => body?.startsWith(beginning))
  const isByPeople = found.some(({ user }) => user?.type !== 'Bot')
  const login = isByPeople ? await loginOf(connection) : undefined
  return found
    .filter(({ user }) => (login === undefined ? user?.type === 'Bot' : user?.login === login))
    .map(({ id }) => id)
    .sort((a, b) => a - b)
}

/** A workflow's token has no user: its comments are a bot's. */
async function loginOf(connection: Connection): Promise<string | undefined> {
  const user = await attempt(() =>
    call(
      connection,
      'users/get-authenticated',
      async ({ rest }) => (await rest.users.getAuthenticated()).data,
    ),
  )
  if (user.kind === 'answered') return user.value.login
  if (user.error.kind !== 'denied') throw user.error
  return undefined
}

type DeploymentCalls = Pick<GitHub, 'createDeployment' | 'createDeploymentStatus'>

function deploymentCalls(connection: Connection): DeploymentCalls {
  const { place } = connection
  return {
    createDeployment: ({ payload, ...deployment }) =>
      call(connection, 'repos/create-deployment', async ({ rest }) => {
        const { data } = await rest.repos.createDeployment({
          ...place,
          ...deployment,
          payload: { ...payload },
          auto_merge: false,
          required_contexts: [],
        })
        if ('id' in data) return data.id
        throw new Error(data.message ?? 'no deployment was made')
      }),

    async createDeploymentStatus(deployment, { state, description, logUrl, environmentUrl }) {
      await call(connection, 'repos/create-deployment-status', ({ rest }) =>
        rest.repos.createDeploymentStatus({
          ...place,
          deployment_id: deployment,
          state,
          description,
          ...definedMembers({ log_url: logUrl, environment_url: environmentUrl }),
        }),
      )
    },
  }
}

/** Octokit's, whose class is loaded late. */
interface RequestError {
  readonly status?: unknown
  readonly message?: unknown
  readonly response?: { readonly headers?: Readonly<Record<string, unknown>> }
}

function toApiError(operation: string, error: unknown): ApiError {
  const { status, response } = error as RequestError
  // The client invents a status if nothing answered.
  const isAnswered = response !== undefined && typeof status === 'number'
  const message = messageOf(error)
  const certificate = certificateCode(error)
  const remedy = certificateRemedy(certificate)
  if (remedy)
    return new ApiError({
      kind: 'unreachable',
      operation,
      code: certificate ?? '',
      message: `the certificate of GitHub's host is not accepted (${certificate})`,
      remedy,
      cause: error,
    })
  if (!isAnswered)
    return new ApiError({ kind: 'unavailable', operation, code: 'NoAnswer', message, cause: error })
  const headers = response.headers ?? {}
  const isLimited = /rate limit/i.test(message) || headers['x-ratelimit-remaining'] === '0'
  const kind = kindOf(status, isLimited)
  return new ApiError({
    kind,
    retryAfter: kind === 'throttled' ? pauseOf(headers) : undefined,
    operation,
    code: String(status),
    message,
    cause: error,
  })
}

/**
 * Milliseconds. Without either header, GitHub wants a minute.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
function pauseOf(headers: Readonly<Record<string, unknown>>): number {
  const seconds = Number(headers['retry-after'] ?? Number.NaN)
  if (seconds >= 0) return seconds * 1_000
  const isUsedUp = headers['x-ratelimit-remaining'] === '0'
  // Both are times of GitHub's clock.
  const pause = Number(headers['x-ratelimit-reset']) * 1_000 - Date.parse(String(headers.date))
  return isUsedUp && pause >= 0 ? pause : 60_000
}

const maxMessageLength = 200

/** Drops HTML of a proxy and TypeErrors about unexpected answers. */
function messageOf(error: unknown): string {
  const message = String((error as RequestError).message ?? error).split(' - https://')[0] ?? ''
  const isUnexpected = error instanceof TypeError || /^\s*</.test(message)
  return isUnexpected ? 'not one that its API describes' : truncate(message, maxMessageLength)
}

/** https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api */
function kindOf(status: number, isLimited: boolean): ApiErrorKind {
  if (status === 429 || (status === 403 && isLimited)) return 'throttled'
  if (status === 401) return 'expired'
  if (status === 403) return 'denied'
  if (status === 404) return 'missing'
  return status >= 500 ? 'unavailable' : 'rejected'
}
