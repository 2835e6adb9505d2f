import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { demo } from '../../../simulator/demo/demo.js'
import { pullRequest } from '../../../simulator/scenarios/code-repository.js'
import type { Scenario } from '../../../simulator/scenarios/scenario.js'

const preload = new URL('../../../simulator/time/time-warp.js', import.meta.url).href
const claim = fileURLToPath(new URL('../../fixtures/claim.js', import.meta.url))

const unused = fileURLToPath(new URL('../../fixtures/leftover.js', import.meta.url))

const commenter = fileURLToPath(new URL('../../fixtures/commenter.js', import.meta.url))

let withoutPost: string
let withPost: string

async function writeAction(...more: string[]): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'claim-'))
  const file = (path: string) => JSON.stringify(relative(directory, path))
  const runs = ['runs:', '  using: node24', `  main: ${file(claim)}`]
  const inputs = ['inputs:', '  claim:', '    default: succeeded', '  revision:', '    default: "8"']
  if (more.length > 0) runs.push(`  post: ${file(unused)}`, ...more)
  await writeFile(join(directory, 'action.yml'), ['name: claim', ...inputs, ...runs].join('\n'))
  return directory
}

beforeAll(async () => {
  withoutPost = await writeAction()
  withPost = await writeAction('  post-if: always()')
})

afterAll(async () => {
  for (const directory of [withoutPost, withPost]) await rm(directory, { recursive: true, force: true })
})

interface Shown {
  readonly truthful: boolean
  readonly shown: string
}

async function runDemo(scenario: Partial<Scenario>, actionDirectory = withoutPost): Promise<Shown> {
  const shown: string[] = []
  const truthful = await demo({
    scenario: {
      name: 'story',
      title: 'A story.',
      outcome: 'rolled-back',
      world: {},
      setUp: () => {},
      files: {},
      inputs: {},
      expect: {},
      ...scenario,
    },
    speed: 60,
    actionDirectory,
    preload,
    print: text => shown.push(text),
    paint: (_, text) => text,
  })
  return { truthful, shown: shown.join('\n') }
}

test('an action with correct outputs passes', async () => {
  const { truthful, shown } = await runDemo({
    inputs: { claim: 'rolled-back' },
    expect: { revision: '8', outcome: /rolled/ },
  })

  expect(shown).toMatch(/reached http:\/\/127\.0\.0\.1:\d+ in eu-west-1/)
  expect(shown).toContain('### claimed')
  expect(shown).toContain('  outcome   rolled-back\n  revision  8')
  expect(shown).toMatch(/✓ story: the outcome is rolled-back, as expected$/)
  expect(truthful).toBe(true)
})

test.each([
  {
    name: 'a false outcome',
    scenario: {},
    mismatch: '✗ story: outcome is succeeded, expected rolled-back',
  },
  {
    name: 'a false output',
    scenario: { inputs: { claim: 'rolled-back', revision: '7' }, expect: { revision: '8' } },
    mismatch: '✗ story: revision is 7, expected 8',
  },
  {
    name: 'an output that does not match',
    scenario: { inputs: { claim: 'rolled-back' }, expect: { revision: /^9/ } },
    mismatch: '✗ story: revision is 8, expected /^9/',
  },
  {
    name: 'an output that is missing',
    scenario: { inputs: { claim: 'rolled-back' }, expect: { 'deployment-id': /ecs-svc/ } },
    mismatch: '✗ story: deployment-id is not set, expected /ecs-svc/',
  },
])('$name is detected', async ({ scenario, mismatch }) => {
  const { truthful, shown } = await runDemo(scenario)

  expect(shown.split('\n').at(-1)).toBe(mismatch)
  expect(truthful).toBe(false)
})

test('an input that the action does not have is a mistake of the scenario', async () => {
  await expect(runDemo({ inputs: { clam: 'x' } })).rejects.toThrow('action.yml has no input clam')
})

test.each([
  { from: 'branch', repository: 'octo-org/web' },
  { from: 'fork', repository: 'mona/web' },
] as const)(
  'on a pull request from a $from the action finds it, and GitHub',
  async ({ from, repository }) => {
    const directory = await mkdtemp(join(tmpdir(), 'commenter-'))
    const main = JSON.stringify(relative(directory, commenter))
    await writeFile(join(directory, 'action.yml'), `runs: { using: node24, main: ${main} }\n`)
    const { truthful, shown } = await runDemo({ outcome: 'planned', event: pullRequest(17, from) }, directory)
    await rm(directory, { recursive: true })

    expect(shown).toContain(`pull_request from ${repository}: 201`)
    expect(truthful).toBe(true)
  },
)

test('an action without a post step shows none', async () => {
  const { shown } = await runDemo({ inputs: { claim: 'rolled-back' } })

  expect(shown).not.toContain('Post step')
})

test('the post step gets the saved state of main, and has its own part of the output', async () => {
  const { truthful, shown } = await runDemo({ inputs: { claim: 'rolled-back' } }, withPost)

  expect(shown).toMatch(/reached http:\S+ in eu-west-1\n▸ Post step\n {2}main claimed rolled-back\n/)
  expect(truthful).toBe(true)
})

test('a failing post step makes the demo fail', async () => {
  const { truthful, shown } = await runDemo({ outcome: 'broken', inputs: { claim: 'broken' } }, withPost)

  expect(shown).toContain('Error: nothing could be put back')
  expect(shown).toMatch(/✗ story: the post step ended with 1$/)
  expect(truthful).toBe(false)
})
