/**
 * Links to commits and runs on GitHub. Anybody can write the tags of a revision, so a link needs a valid commit and
 * repository, and its host is the server of the run that reports.
 */
import type { Provenance } from '../../core/task-definition/tags.js'
import { code, link } from './markdown.js'

const fullCommit = /^[0-9a-f]{40}$/
const repositoryName = /^[A-Za-z0-9][\w-]*\/(?!\.{1,2}$)[\w.-]+$/

export function commitCode({ commit = '', repository = '' }: Provenance, reporter: Provenance): string {
  if (!fullCommit.test(commit)) return code(commit.slice(0, 40))
  const server = serverOf(reporter)
  const known = server !== undefined && repositoryName.test(repository)
  return link(commit.slice(0, 7), known ? `${server}/${repository}/commit/${commit}` : undefined)
}

/** undefined if the run was on another server; it may belong to another repository than the commit */
export function runLink({ run = '' }: Provenance, reporter: Provenance): string | undefined {
  const server = serverOf(reporter)
  if (server === undefined || !run.startsWith(`${server}/`)) return undefined
  const [, repository = ''] = /^(.+)\/actions\/runs\/\d+$/.exec(run.slice(server.length + 1)) ?? []
  return repositoryName.test(repository) ? run : undefined
}

function serverOf({ run = '' }: Provenance): string | undefined {
  return /^(https?:\/\/[A-Za-z0-9.-]+(?::\d+)?)\/[^/]+\/[^/]+\/actions\/runs\/\d+$/.exec(run)?.[1]
}
