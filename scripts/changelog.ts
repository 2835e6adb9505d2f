/** The release notes of one version, from CHANGELOG.md. */

/** The text below `## 1.2.3` for the tag `v1.2.3`; throws if there is none. */
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

/** The page of a release is not in the repository: relative links need the address of the tagged tree. */
export function withAbsoluteLinks(notes: string, tree: string): string {
  return notes.replace(/\]\((?![a-z]+:|#)([^)]+)\)/g, (_, path) => `](${tree}/${path})`)
}

/** What is wrong with a tag for the version of package.json, or undefined. */
export function tagProblem(tag: string, version: string): string | undefined {
  if (tag === `v${version}`) return undefined
  return `The tag is ${tag}, and package.json says ${version}: tag the commit that has the version`
}
