/** Prints what CHANGELOG.md says about a tag; fails where it says nothing, or where package.json has another version. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './bundle.js'
import { notesFor, whyNoRelease, withWholeLinks } from './changelog.js'

const [tag = ''] = process.argv.slice(2)
const { GITHUB_SERVER_URL = 'https://github.com', GITHUB_REPOSITORY = 'OWNER/ecs-safe-deploy' } = process.env
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
try {
  const why = whyNoRelease(tag, version)
  if (why) throw new Error(why)
  const notes = notesFor(tag, readFileSync(join(root, 'CHANGELOG.md'), 'utf8'))
  console.log(withWholeLinks(notes, `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${tag}`))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
