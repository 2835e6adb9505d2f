/** What a step loads of dist/: a part that most steps never use waits until it is used. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { startAction } from '../../simulator/demo/run-action.js'
import { pullRequest } from '../../simulator/scenarios/code-repository.js'
import { files, inputs } from '../../simulator/scenarios/web-service.js'
import { changesIn, type Story } from '../support/play.js'
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

/** The log of a step that AWS never answers, until it loads something after its first request. */
async function logUntilAnswer(): Promise<readonly string[]> {
  const server = createServer(() => {})
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const lines: string[] = []
  const step = await startAction({
    main: resolve('dist/index.js'),
    inputs,
    workspaceFiles: files,
    env: {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'simulated',
    },
    preload: new URL('../support/loads-preload.js', import.meta.url).href,
    onEntry: entry => {
      if (entry.kind === 'text') lines.push(entry.text)
      if (lines.includes('a request is sent') && lines.at(-1)?.startsWith('loads')) step.signal('SIGKILL')
    },
  })
  await step.finished
  server.closeAllConnections()
  server.close()
  return lines
}

test('what is not needed before the first request loads while AWS answers it', async () => {
  const lines = await logUntilAnswer()
  const [main, stub, sent, ...rest] = lines
  expect([main, stub, sent]).toEqual(['loads index.js', 'loads undici-on-demand.cjs', 'a request is sent'])
  expect(rest[0]).toMatch(/^loads \d+\.index\.js$/)
})

test('a step that cannot load the rest fails, and has changed nothing', async () => {
  cpSync('action.yml', join(folder, 'action.yml'))
  cpSync('dist', join(folder, 'dist'), { recursive: true })
  const dist = readdirSync(join(folder, 'dist')).filter(name => /^\d+\.index\.js$/.test(name))
  for (const name of dist) rmSync(join(folder, 'dist', name))
  const { main, requests } = await playStep(webStory({}), { folder })
  expect(main.exitCode).toBe(1)
  expect(main.annotations).toEqual([expect.objectContaining({ level: 'error' })])
  expect(JSON.stringify(main.annotations)).toMatch(
    /could not be loaded, and nothing was changed.*\d+\.index\.js/,
  )
  expect(requests.map(({ operation }) => operation)).toContain('DescribeServices')
  expect(changesIn(requests)).toEqual([])
})
