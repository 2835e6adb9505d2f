import { readFileSync } from 'node:fs'
import type { PullRequest } from '../../ports.js'

export interface PullRequestEvent {
  readonly head: string | undefined
  /** only if the event is about the pull request itself */
  readonly pullRequest: PullRequest | undefined
}

/**
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads#issue_comment
 */
interface Payload {
  readonly pull_request?: {
    readonly number?: unknown
    readonly head?: { readonly sha?: unknown; readonly repo?: { readonly full_name?: unknown } | null }
    readonly base?: { readonly repo?: { readonly full_name?: unknown } }
  }
  readonly issue?: { readonly number?: unknown; readonly pull_request?: unknown }
}

export function readPullRequest(name = '', path = ''): PullRequestEvent | undefined {
  const payload = payloadIn(path)
  const pull = payload?.pull_request
  if (!pull) return name === 'issue_comment' ? commented(payload?.issue) : undefined
  const { number, head, base } = pull
  const isAbout = name === 'pull_request' || name === 'pull_request_target'
  // A deleted fork leaves a head without repository. pull_request_target has the base's permissions.
  const fork = name === 'pull_request' && head?.repo?.full_name !== base?.repo?.full_name
  return {
    head: typeof head?.sha === 'string' ? head.sha : undefined,
    pullRequest: isAbout && typeof number === 'number' ? { number, fork } : undefined,
  }
}

/** Issues that are pull requests have that member. Such a run is one of the default branch, with its permissions. */
function commented(issue: Payload['issue']): PullRequestEvent | undefined {
  if (!issue?.pull_request || typeof issue.number !== 'number') return undefined
  return { head: undefined, pullRequest: { number: issue.number, fork: false } }
}

function payloadIn(path: string): Payload | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Payload
  } catch {
    return undefined
  }
}
