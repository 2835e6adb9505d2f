/** docs.github.com, rest/issues/comments */
import type { Comment } from '../ecs/resources/github.js'
import { GitHubError, invalid, notSupplied } from './github-error.js'
import { userShape } from './people.js'
import { type GitHubAnswer, type GitHubRequest, pageOf, textIn, time } from './request.js'

/** Oldest first. */
export function listComments(request: GitHubRequest): GitHubAnswer {
  const { repository, number, query } = request
  requireIssue(request)
  const since = Date.parse(query.get('since') ?? '')
  const found = repository.comments
    .filter(({ issue }) => issue === number)
    .filter(({ updatedAt }) => Number.isNaN(since) || updatedAt >= since)
  const { items, link } = pageOf(found, request)
  return { status: 200, body: items.map(comment => shapeOf(request, comment)), link }
}

export function createComment(request: GitHubRequest): GitHubAnswer {
  requireIssue(request)
  const comment = request.github.addComment(request.repository, {
    issue: request.number,
    body: readBody(request),
  })
  return { status: 201, body: shapeOf(request, comment), link: undefined }
}

export function updateComment(request: GitHubRequest): GitHubAnswer {
  const comment = request.repository.comments.find(({ id }) => id === request.number)
  if (!comment) throw new GitHubError(404, 'Not Found')
  comment.body = readBody(request)
  comment.updatedAt = request.github.now
  return { status: 200, body: shapeOf(request, comment), link: undefined }
}

export function deleteComment({ repository, number }: GitHubRequest): GitHubAnswer {
  const at = repository.comments.findIndex(({ id }) => id === number)
  if (at < 0) throw new GitHubError(404, 'Not Found')
  repository.comments.splice(at, 1)
  return { status: 204, body: undefined, link: undefined }
}

function requireIssue({ github, repository, number }: GitHubRequest): void {
  if (!github.hasIssue(repository, number)) throw new GitHubError(404, 'Not Found')
}

const longest = 65_536

function readBody({ body }: GitHubRequest): string {
  const text = textIn(body, 'body')
  if (text === undefined) throw notSupplied('body')
  const field = { resource: 'IssueComment', field: 'body' }
  if (text.trim() === '') throw invalid({ ...field, code: 'missing_field' })
  if ([...text].length > longest) {
    throw invalid({
      ...field,
      code: 'custom',
      message: `body is too long (maximum is ${longest} characters)`,
    })
  }
  return text
}

function shapeOf({ api, repository }: GitHubRequest, comment: Comment): object {
  const { id, issue, author, body, createdAt, updatedAt } = comment
  const url = `${api}/repos/${repository.fullName}`
  return {
    id,
    node_id: Buffer.from(`IssueComment:${id}`).toString('base64'),
    url: `${url}/issues/comments/${id}`,
    html_url: `https://github.com/${repository.fullName}/pull/${issue}#issuecomment-${id}`,
    issue_url: `${url}/issues/${issue}`,
    body,
    user: userShape(author),
    author_association: 'NONE',
    created_at: time(createdAt),
    updated_at: time(updatedAt),
  }
}
