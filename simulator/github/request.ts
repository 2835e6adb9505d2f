import type { GitHub, GitHubRepository } from '../ecs/resources/github.js'

export interface GitHubRequest {
  readonly github: GitHub
  readonly repository: GitHubRepository
  /** The number in the path after the repository. */
  readonly number: number
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
  /** The client's base URL, with `/api/v3` for GitHub Enterprise Server. */
  readonly api: string
  /** After the repository: `/issues/17/comments`. */
  readonly path: string
}

export interface GitHubAnswer {
  readonly status: number
  /** Undefined for 204. */
  readonly body: object | undefined
  readonly link: string | undefined
}

export const time = (ms: number) => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z')

export function textIn(body: GitHubRequest['body'], member: string): string | undefined {
  const value = body[member]
  return typeof value === 'string' ? value : undefined
}

/** With links to the other pages (docs.github.com, using-pagination-in-the-rest-api). */
export function pageOf<Item>(
  all: readonly Item[],
  { query, api, repository, path }: GitHubRequest,
): { readonly items: readonly Item[]; readonly link: string | undefined } {
  const size = Math.min(100, positive(query.get('per_page'), 30))
  const page = positive(query.get('page'), 1)
  const last = Math.max(1, Math.ceil(all.length / size))
  const items = all.slice((page - 1) * size, page * size)
  const to = (number: number, rel: string) => {
    const rest = new URLSearchParams(query)
    rest.set('page', String(number))
    return `<${api}/repositories/${repository.id}${path}?${rest}>; rel="${rel}"`
  }
  const links: string[] = []
  if (page > 1) links.push(to(page - 1, 'prev'))
  if (page < last) links.push(to(page + 1, 'next'), to(last, 'last'))
  if (page > 1) links.push(to(1, 'first'))
  return { items, link: links.length > 0 ? links.join(', ') : undefined }
}

function positive(text: string | null, fallback: number): number {
  const value = Number(text)
  return Number.isInteger(value) && value > 0 ? value : fallback
}
