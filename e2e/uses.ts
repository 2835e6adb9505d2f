/** Which folder stands for each action that a workflow uses. Nothing is fetched: an action without one is an error. */
import { parse } from 'yaml'

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly uses?: string }[] }>>
}

/** Answered by act itself: the workspace is the repository already. */
const checkout = /^actions\/checkout@/

/** By `owner/name@ref`, as the workflow has it; `folders` is by `owner/name`. */
export function foldersFor(
  workflow: string,
  folders: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const found = new Map<string, string>()
  for (const uses of usesOf(workflow)) {
    if (uses.startsWith('./') || checkout.test(uses)) continue
    const folder = folders[uses.split('@', 1)[0] ?? '']
    if (!folder) throw new Error(`nothing here stands for ${uses}`)
    found.set(uses, folder)
  }
  return Object.fromEntries(found)
}

export function usesOf(workflow: string): string[] {
  const { jobs } = parse(workflow) as Workflow
  return Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => (uses ? [uses] : [])))
}
