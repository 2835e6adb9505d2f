/** Prints the release notes of a tag; fails if CHANGELOG.md has none, or if package.json has another version. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './bundle.js'
import { notesFor, tagProblem, withAbsoluteLinks } from './changelog.js'

const [tag = ''] = process.argv.slice(2)
const { GITHUB_SERVER_URL = 'https://github.com', GITHUB_REPOSITORY = 'OWNER/ecs-safe-deploy' } = process.env
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
try {
  const problem = tagProblem(tag, version)
  if (problem) throw new Error(problem)
  const notes = notesFor(tag, readFileSync(join(root, 'CHANGELOG.md'), 'utf8'))
  console.log(withAbsoluteLinks(notes, `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${tag}`))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
