/** What CHANGELOG.md says about one version. Knows the headings, and nothing of what stands below them. */

/** The text below `## 1.2.3` for the tag `v1.2.3`; without one there is nothing to release. */
export function notesFor(tag: string, changelog: string): string {
  const version = tag.replace(/^v/, '')
  const [, ...sections] = changelog.split(/^## /m)
  const section = sections.find(text => headingOf(text) === version)
  const notes = section?.slice(section.indexOf('\n')).trim()
  if (!notes) throw new Error(`CHANGELOG.md has nothing under "## ${version}": write what changes for users`)
  return notes
}

/** `## 1.2.3 (2026-11-22)` */
function headingOf(section: string): string | undefined {
  return /^\[?([^\s\]]+)/.exec(section)?.[1]
}

/** The page of a release is not in the tree: links into it need the address of what was tagged. */
export function withWholeLinks(notes: string, tree: string): string {
  return notes.replace(/\]\((?![a-z]+:|#)([^)]+)\)/g, (_, path) => `](${tree}/${path})`)
}

/** What is wrong with a tag for the version of package.json, if anything is. */
export function whyNoRelease(tag: string, version: string): string | undefined {
  if (tag === `v${version}`) return undefined
  return `The tag is ${tag}, and package.json says ${version}: tag the commit that has the version`
}
