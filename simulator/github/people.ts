/** docs.github.com, rest/users/users */
import type { GitHub, Person } from '../ecs/resources/github.js'
import { GitHubError } from './github-error.js'
import type { GitHubAnswer } from './request.js'

export function userShape({ login, type }: Person): object {
  return { login, id: type === 'Bot' ? 41898282 : 583231, type, site_admin: false }
}

/** A workflow's token acts for an app and has no user. */
export function getAuthenticated({ tokenOwner }: GitHub): GitHubAnswer {
  if (tokenOwner.type === 'Bot') throw new GitHubError(403, 'Resource not accessible by integration')
  return { status: 200, body: userShape(tokenOwner), link: undefined }
}
