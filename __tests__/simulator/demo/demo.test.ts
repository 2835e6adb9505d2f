import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { demo } from '../../../simulator/demo/demo.js'
import type { Scenario } from '../../../simulator/scenarios/scenario.js'

const preload = new URL('../../../simulator/time/time-warp.js', import.meta.url).href
const claim = fileURLToPath(new URL('../../fixtures/claim.js', import.meta.url))

let actionDirectory: string

beforeAll(async () => {
  // Beside the fixture, so that it finds its packages on any drive.
  actionDirectory = await mkdtemp(join(tmpdir(), 'claim-'))
  await writeFile(
    join(actionDirectory, 'action.yml'),
    [
      'name: claim',
      'inputs:',
      '  claim:',
      '    default: succeeded',
      '  revision:',
      '    default: "8"',
      'runs:',
      '  using: node24',
      `  main: ${JSON.stringify(relative(actionDirectory, claim))}`,
    ].join('\n'),
  )
})

afterAll(() => rm(actionDirectory, { recursive: true, force: true }))

async function play(scenario: Partial<Scenario>): Promise<{ truthful: boolean; shown: string }> {
  const shown: string[] = []
  const truthful = await demo({
    scenario: {
      name: 'story',
      title: 'A story.',
      outcome: 'rolled-back',
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

test('an action that says what is true passes', async () => {
  const { truthful, shown } = await play({
    inputs: { claim: 'rolled-back' },
    expect: { revision: '8', outcome: /rolled/ },
  })

  expect(shown).toMatch(/reached http:\/\/127\.0\.0\.1:\d+ in eu-west-1/)
  expect(shown).toContain('### claimed')
  expect(shown).toContain('  outcome   rolled-back\n  revision  8')
  expect(shown).toMatch(/✓ story: the outcome is rolled-back, which is the truth$/)
  expect(truthful).toBe(true)
})

test.each([
  {
    name: 'a false outcome',
    scenario: {},
    lie: '✗ story: outcome is succeeded, the truth is rolled-back',
  },
  {
    name: 'a false output',
    scenario: { inputs: { claim: 'rolled-back', revision: '7' }, expect: { revision: '8' } },
    lie: '✗ story: revision is 7, the truth is 8',
  },
  {
    name: 'an output that does not match',
    scenario: { inputs: { claim: 'rolled-back' }, expect: { revision: /^9/ } },
    lie: '✗ story: revision is 8, the truth is /^9/',
  },
  {
    name: 'an output that is missing',
    scenario: { inputs: { claim: 'rolled-back' }, expect: { 'deployment-id': /ecs-svc/ } },
    lie: '✗ story: deployment-id is not set, the truth is /ecs-svc/',
  },
])('$name is seen through', async ({ scenario, lie }) => {
  const { truthful, shown } = await play(scenario)

  expect(shown.split('\n').at(-1)).toBe(lie)
  expect(truthful).toBe(false)
})

test('an input that the action does not have is a mistake of the scenario', async () => {
  await expect(play({ inputs: { clam: 'x' } })).rejects.toThrow('action.yml has no input clam')
})
