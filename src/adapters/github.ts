/**
 * GitHub's REST API, that of GitHub Enterprise Server too. The client is loaded when it is first needed: most runs ask
 * GitHub nothing. A request is sent once and given up soon, since a deployment must not wait for GitHub.
 */
import { env } from 'node:process'
import type { getOctokit } from '@actions/github'
import { ApiError, type ApiErrorKind } from '../core/errors/api-error.js'
import { truncate } from '../core/text/truncate.js'
import type { GitHub } from '../ports.js'

type Octokit = ReturnType<typeof getOctokit>

export interface GitHubConfig {
  /** with `/api/v3` for GitHub Enterprise Server */
  readonly url?: string | undefined
  /** `owner/name` */
  readonly repository?: string | undefined
  /** milliseconds */
  readonly timeout?: number
  /** by default the toolkit's own, through the runner's proxy */
  readonly fetch?: typeof fetch | undefined
}

export function connectGitHub(config: GitHubConfig = {}): (token: string) => GitHub {
  const { url = env.GITHUB_API_URL, repository = env.GITHUB_REPOSITORY } = config
  const baseUrl = url || 'https://api.github.com'
  return token => talkTo(token, repository ?? '', { ...config, baseUrl })
}

interface Connection extends Pick<GitHubConfig, 'timeout' | 'fetch'> {
  readonly baseUrl: string
}

function talkTo(token: string, repository: string, { baseUrl, timeout = 3_000, fetch }: Connection): GitHub {
  const [owner = '', repo = ''] = repository.split('/')
  const place = { owner, repo }

  async function ask<T>(operation: string, call: (rest: Octokit['rest'], client: Octokit) => Promise<T>) {
    if (token === '') throw new ApiError('unconfigured', operation, 'NoToken', 'github-token is empty')
    const { getOctokit } = await import('@actions/github')
    const client = getOctokit(token, { baseUrl, log: silent, ...(fetch && { request: { fetch } }) })
    // Each request has its own time: a list can have many pages.
    client.hook.before('request', options => {
      options.request = { ...options.request, signal: AbortSignal.timeout(timeout) }
    })
    try {
      return await call(client.rest, client)
    } catch (error) {
      throw toApiError(operation, error)
    }
  }

  /** A token of a workflow has no user; its comments are a bot's, and no person can be one. */
  function whoAmI(): Promise<string | undefined> {
    return ask(
      'users/get-authenticated',
      async rest => (await rest.users.getAuthenticated()).data.login,
    ).catch(error => {
      if (error instanceof ApiError && error.kind === 'denied') return undefined
      throw error
    })
  }

  return {
    async ownComments(issue, beginning) {
      const all = await ask('issues/list-comments', (rest, client) =>
        client.paginate(rest.issues.listComments, { ...place, issue_number: issue, per_page: 100 }),
      )
      const found = all.filter(({ body }) => body?.startsWith(beginning))
      const byPeople = found.some(({ user }) => user?.type !== 'Bot')
      const me = byPeople ? await whoAmI() : undefined
      return found
        .filter(({ user }) => (me === undefined ? user?.type === 'Bot' : user?.login === me))
        .map(({ id }) => id)
        .sort((a, b) => a - b)
    },

    createComment: (issue, body) =>
      ask('issues/create-comment', async rest => {
        const { data } = await rest.issues.createComment({ ...place, issue_number: issue, body })
        return data.id
      }),

    async updateComment(comment, body) {
      await ask('issues/update-comment', rest =>
        rest.issues.updateComment({ ...place, comment_id: comment, body }),
      )
    },

    async deleteComment(comment) {
      await ask('issues/delete-comment', rest => rest.issues.deleteComment({ ...place, comment_id: comment }))
    },

    createDeployment: ({ payload, ...deployment }) =>
      ask('repos/create-deployment', async rest => {
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
      await ask('repos/create-deployment-status', rest =>
        rest.repos.createDeploymentStatus({
          ...place,
          deployment_id: deployment,
          state,
          description,
          ...(logUrl ? { log_url: logUrl } : {}),
          ...(environmentUrl ? { environment_url: environmentUrl } : {}),
        }),
      )
    },
  }
}

/** What the client would write to the console is told as a fault. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** Octokit's own RequestError, told by its shape: the class itself is loaded late. */
interface Refusal {
  readonly status?: unknown
  readonly message?: unknown
  readonly response?: { readonly headers?: Readonly<Record<string, unknown>> }
}

function toApiError(operation: string, error: unknown): ApiError {
  const { status, response } = error as Refusal
  // What was not answered has a status too, made up by the client.
  const answered = response !== undefined && typeof status === 'number'
  const said = saidBy(error)
  if (!answered) return new ApiError('unavailable', operation, 'NoAnswer', said, error)
  const limited = /rate limit/i.test(said) || response.headers?.['x-ratelimit-remaining'] === '0'
  return new ApiError(kindOf(status, limited), operation, String(status), said, error)
}

/** The most characters of what GitHub says that are told. */
const longest = 200

/** A page, as a proxy answers, is nothing to tell; nor is what stumbled over an answer that the API does not describe. */
function saidBy(error: unknown): string {
  const said = String((error as Refusal).message ?? error).split(' - https://')[0] ?? ''
  const isStrange = error instanceof TypeError || /^\s*</.test(said)
  return isStrange ? 'not one that its API describes' : truncate(said, longest)
}

/** https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api */
function kindOf(status: number, limited: boolean): ApiErrorKind {
  if (status === 429 || (status === 403 && limited)) return 'throttled'
  if (status === 401) return 'expired'
  if (status === 403) return 'denied'
  if (status === 404) return 'missing'
  return status >= 500 ? 'unavailable' : 'rejected'
}
