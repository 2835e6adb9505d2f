/** Any file for a task definition: bombs, depths, names that every object knows, and files that are nearly right. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { files as usual } from '../../simulator/scenarios/web-service.js'
import { outcomes } from '../../src/core/outcome/outcomes.js'
import { chance } from '../properties/check-worlds.js'
import { changesIn, type Played, play } from '../support/play.js'
import { isDeep } from '../support/tier.js'
import { deployed, webStory } from '../support/web-stories.js'
import { withinDeadline } from './deadline.js'

const sound = usual['task-definition.json']
const watchless = { 'wait-for-service-stability': 'false' }

function deploy(file: string, inputs: Readonly<Record<string, string>> = {}): Promise<Played> {
  const story = {
    ...webStory({ inputs: { ...watchless, ...inputs } }),
    files: { 'task-definition.json': file },
  }
  return withinDeadline(JSON.stringify(file.slice(0, 200)), play(story))
}

/** Ten names for ten of the one before: a billion values at the end. */
const bomb = Array.from({ length: 10 }, (_, i) => {
  const inner = i === 0 ? '"lol"' : `*a${i - 1}`
  return `a${i}: &a${i} [${Array.from({ length: 10 }, () => inner).join(', ')}]`
}).join('\n')

const container = (more: string) =>
  `family: web\ncontainerDefinitions:\n  - name: app\n    image: web\n    essential: true\n${more}`

interface Row {
  readonly name: string
  readonly file: string
  /** what the refusal says; without it, it may be deployed */
  readonly expected?: RegExp
}

const untrusted: readonly Row[] = [
  { name: 'a bomb of aliases', file: bomb, expected: /aliases create more than 100 copies/ },
  {
    name: 'a bomb of merge keys',
    file: `a: &a {x: 1}\nb: {<<: [${'*a, '.repeat(20_000)}*a]}`,
    expected: /./,
  },
  { name: 'lists in lists', file: '['.repeat(100_000), expected: /nested too deeply|cannot be read/ },
  { name: 'maps in maps', file: '{"a":'.repeat(40_000), expected: /nested too deeply|cannot be read/ },
  { name: 'blocks in blocks', file: '- '.repeat(100_000), expected: /nested too deeply|cannot be read/ },
  {
    name: 'depth where anything may stand',
    file: container(`    logConfiguration: ${'{a: '.repeat(2_000)}1${'}'.repeat(2_000)}\n`),
    expected: /./,
  },
  { name: 'a huge file', file: `# ${'x'.repeat(700_000)}\n${sound}`, expected: /has \d+ bytes/ },
  { name: 'one long line', file: `family: ${'x'.repeat(200_000)}`, expected: /./ },
  {
    name: 'a long list',
    file: `family: web\nvolumes: [${'{name: a}, '.repeat(20_000)}]`,
    expected: /./,
  },
  {
    name: 'eight thousand keys that are none',
    file: `{"family": "web", ${Array.from({ length: 8_000 }, (_, i) => `"x${i}": 1`).join(', ')}}`,
    expected: /more problems/,
  },
  { name: 'NUL', file: `\u0000${sound}`, expected: /./ },
  { name: 'half of a pair of surrogates', file: sound.replace('"info"', '"\\ud800"') },
  {
    name: 'a name twice',
    file: sound.replace('"family": "web"', '"family": "web", "family": "other"'),
    expected: /twice/,
  },
  {
    name: '__proto__ at the top',
    file: sound.replace('{', '{"__proto__": {"family": "evil"},'),
    expected: /__proto__/,
  },
  {
    name: 'constructor at the top',
    file: sound.replace('{', '{"constructor": {"prototype": 1},'),
    expected: /constructor/,
  },
  { name: 'toString at the top', file: sound.replace('{', '{"toString": "x",'), expected: /toString/ },
  {
    name: '__proto__ in a container',
    file: sound.replace('"name": "app"', '"name": "app", "__proto__": {"privileged": true}'),
    expected: /__proto__/,
  },
  {
    name: 'the names that every object knows as labels',
    file: sound.replace(
      '"name": "app"',
      '"name": "app", "dockerLabels": {"__proto__": "a", "toString": "b"}',
    ),
  },
  {
    name: '__proto__ by a merge key',
    file: `x: &x {__proto__: {a: 1}}\n<<: *x\n${container('')}`,
    expected: /./,
  },
  { name: 'nothing but a text', file: '"web"', expected: /./ },
  { name: 'a number', file: '1e400', expected: /./ },
  { name: 'a page of HTML', file: '<!doctype html><title>404</title>', expected: /./ },
  {
    name: 'a pointer of Git LFS',
    file: 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n',
    expected: /./,
  },
]

test.each(untrusted)('$name', async ({ file, expected }) => {
  // Of the processor, not of the clock: other work on the machine must not fail it.
  const before = process.cpuUsage()
  const { outputs, log, requests } = await deploy(file)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1_000).toBeLessThan(5_000)
  expect(Object.keys(outcomes)).toContain(outputs.outcome)
  if (expected) {
    expect(outputs.outcome).toBe('refused')
    expect(log.join('\n')).toMatch(expected)
    expect(changesIn(requests)).toStrictEqual([])
  } else expect(outputs.outcome).toBe('started')
  expect(Object.keys(Object.prototype)).toStrictEqual([])
  expect(log.join('\n').length).toBeLessThan(50_000)
})

test.each(isDeep ? untrusted : untrusted.slice(0, 3))('with allow-unknown-keys: $name', async ({ file }) => {
  const { outputs, log } = await deploy(file, { 'allow-unknown-keys': 'true' })
  expect(Object.keys(outcomes)).toContain(outputs.outcome)
  expect(log.join('\n').length).toBeLessThan(50_000)
  expect(({} as Record<string, unknown>).family).toBeUndefined()
})

const pieces = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  "'",
  '\n',
  '  ',
  '- ',
  '&a ',
  '*a',
  '<<: ',
  '!',
  '|',
  '>',
  '#',
  '\t',
]
const words = ['null', 'true', '-1', '1e99', '"__proto__"', '"name"', '"image"', '"\\ud800"', '😀', '\u0000']

/** The sound file with some of it gone, and some put in elsewhere. */
const nearlyRight = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: sound.length }),
      gone: fc.constantFrom(0, 0, 1, 2, 10, 60),
      put: fc.constantFrom('', ...pieces, ...words),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map(edits =>
    edits.reduce((text, { at, gone, put }) => text.slice(0, at) + put + text.slice(at + gone), sound),
  )

test('files that are nearly right', async () => {
  const { numRuns, seed } = chance('files that are nearly right', 250)
  await fc.assert(
    fc.asyncProperty(nearlyRight, fc.boolean(), async (file, keep) => {
      const played = await deploy(file, { 'allow-unknown-keys': String(keep) })
      const { outputs, log } = played
      expect(['started', 'refused']).toContain(outputs.outcome)
      if (outputs.outcome === 'refused') expect(deployed(played)).toStrictEqual([])
      expect(log.join('\n')).not.toMatch(/\[object |\bundefined\b|TypeError/)
    }),
    { numRuns, seed },
  )
})
