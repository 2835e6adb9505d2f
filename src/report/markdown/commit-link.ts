/**
 * Commits and runs as links to GitHub. Tags of a revision can be anybody's: an address is made only of a commit and a
 * repository that look like one, on the server of the run that reports, which is github.com or the user's own.
 */
import type { Provenance } from '../../core/task-definition/tags.js'
import { code, link } from './markdown.js'

const fullCommit = /^[0-9a-f]{40}$/
const repositoryName = /^[A-Za-z0-9][\w-]*\/(?!\.{1,2}$)[\w.-]+$/

/** `9be21c4`, leading to the commit. */
export function commitCode({ commit = '', repository = '' }: Provenance, reporter: Provenance): string {
  if (!fullCommit.test(commit)) return code(commit.slice(0, 40))
  const server = serverOf(reporter)
  const known = server !== undefined && repositoryName.test(repository)
  return link(commit.slice(0, 7), known ? `${server}/${repository}/commit/${commit}` : undefined)
}

/** The address of the run that registered a revision, if it is on the same server. */
export function runLink({ run = '', repository = '' }: Provenance, reporter: Provenance): string | undefined {
  const server = serverOf(reporter)
  if (server === undefined || !repositoryName.test(repository)) return undefined
  const number = /^\/actions\/runs\/(\d+)$/.exec(run.replace(`${server}/${repository}`, ''))?.[1]
  return number && run.startsWith(server) ? run : undefined
}

/** `https://github.com` from the address of a run. */
function serverOf({ run = '' }: Provenance): string | undefined {
  return /^(https?:\/\/[A-Za-z0-9.-]+(?::\d+)?)\/[^/]+\/[^/]+\/actions\/runs\/\d+$/.exec(run)?.[1]
}
