/** One comment on a pull request, also with concurrent runs. */
import type { ApiError } from '../../core/errors/api-error.js'
import { gitHubErrorText } from '../../core/errors/github-error.js'
import type { Notice } from '../../core/errors/notice.js'
import { notice, warning } from '../../core/errors/notice.js'
import type { GitHub, Ports, PullRequest } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { gitHubComment } from '../../retry/policies.js'
import { retry } from '../../retry/retry.js'

interface Comment {
  /** the beginning of `body` */
  readonly marker: string
  readonly body: string
}

export async function keepComment(
  { github, clock, canceled }: { readonly github: GitHub } & Pick<Ports, 'clock' | 'canceled'>,
  pullRequest: PullRequest,
  comment: Comment,
): Promise<readonly Notice[]> {
  const written = await attempt(() =>
    retry(gitHubComment, { clock, canceled }, () => write(github, pullRequest.number, comment)),
  )
  return written.kind === 'answered' ? [] : [unwritten(written.error, pullRequest)]
}

/** Concurrent runs agree on the oldest comment. */
async function write(github: GitHub, issue: number, { marker, body }: Comment): Promise<void> {
  const [first, ...others] = await github.ownComments(issue, marker)
  if (first !== undefined) {
    await github.updateComment(first, body)
    for (const other of others) await github.deleteComment(other)
    return
  }
  const written = await github.createComment(issue, body)
  const [oldest = written] = await github.ownComments(issue, marker)
  if (oldest === written) return
  await github.updateComment(oldest, body)
  await github.deleteComment(written)
}

function unwritten(error: ApiError, { fork }: PullRequest): Notice {
  const begin = 'The comment on the pull request was not kept up to date'
  if (fork && (error.kind === 'denied' || error.kind === 'missing'))
    return notice(`${begin}: a pull request from a fork gets a read-only token.`)
  return warning(`${begin}: ${gitHubErrorText(error, 'pull-requests: write')}.`)
}
