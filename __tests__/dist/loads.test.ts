/** What a step loads of dist/: a part that most steps never use waits until it is used. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { pullRequest } from '../../simulator/scenarios/code-repository.js'
import type { Story } from '../support/play.js'
import { playStep } from '../support/play-step.js'
import { webStory } from '../support/web-stories.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loads-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The files of dist/ that the processes of a step have loaded, as V8 tells it. */
async function loadedBy(story: Story): Promise<readonly string[]> {
  await playStep(story, { environment: () => ({ NODE_V8_COVERAGE: folder }) })
  const urls = readdirSync(folder).flatMap(name => {
    const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { result: { url: string }[] }
    return result.map(({ url }) => url)
  })
  return urls.filter(url => url.includes('/dist/')).map(url => basename(url))
}

test('a step that asks GitHub for nothing leaves undici alone', async () => {
  const loaded = await loadedBy(webStory({}))
  expect(loaded).toEqual(expect.arrayContaining(['index.js', 'post.js', 'undici-on-demand.cjs']))
  expect(loaded).not.toContain('undici.cjs')
})

test('one that writes a comment loads it', async () => {
  const inputs = { 'dry-run': 'true', 'pr-comment': 'true' }
  const loaded = await loadedBy({ ...webStory({ inputs }), event: pullRequest(17) })
  expect(loaded).toContain('undici.cjs')
})
