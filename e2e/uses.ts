/** The local folder for each action that a workflow uses. Nothing is downloaded: an action without a folder is an error. */
import { parse } from 'yaml'

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly uses?: string }[] }>>
}

/** act handles it itself: the workspace is the repository already. */
const checkout = /^actions\/checkout@/

/** By `owner/name@ref`, without the folder of an action in a subfolder; `folders` is by `owner/name`. */
export function foldersFor(
  workflow: string,
  folders: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const found = new Map<string, string>()
  for (const uses of usesOf(workflow)) {
    if (uses.startsWith('./') || checkout.test(uses)) continue
    const [, repository = '', ref] = /^([^/@]+\/[^/@]+)[^@]*@(.+)$/.exec(uses) ?? []
    const folder = folders[repository]
    if (!folder) throw new Error(`there is no local folder for ${uses}`)
    found.set(`${repository}@${ref}`, folder)
  }
  return Object.fromEntries(found)
}

export function usesOf(workflow: string): string[] {
  const { jobs } = parse(workflow) as Workflow
  return Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => (uses ? [uses] : [])))
}
