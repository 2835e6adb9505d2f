/** Holds names in code and file names to the Glossary of CONTRIBUTING.md, to plain words and to American spelling. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { declaredNames } from './declared-names.js'

const folders = ['src', 'simulator', 'scripts', 'bench', 'e2e', 'conformance']

/** The words of the column "Not", each with the word to use. */
function refusedByGlossary(contributing: string): ReadonlyMap<string, string> {
  const [, section = ''] = contributing.split(/^## Glossary$/m)
  const rows = (section.split(/^## /m)[0] ?? '').matchAll(/^\| ([^|]+) \| [^|]+ \| ?([^|]*)\|$/gm)
  const pairs = [...rows].flatMap(([, word = '', not = '']) =>
    not.split(',').map(refused => [refused.trim(), word] as const),
  )
  return new Map(pairs.filter(([refused, word]) => /^\w+$/.test(refused) && word !== 'Word'))
}

/** Words that no reader would search for, each with what to use instead. */
const plainWords = Object.entries({
  'report, log or show': 'tell tells told telling',
  'read, find or know': 'see sees',
  requested: 'asked',
  'set or requested': 'given',
  'next to or also': 'beside',
  parsed: 'hear heard hears',
  'finalize or finished': 'settle settles settled',
  'scaled to zero or scaled up from zero': 'asleep sleeps woken',
  fix: 'mend mends mended',
  failing: 'doomed',
  healthy: 'well',
  view: 'scene',
  'main container': 'speaker speakers',
  reason: 'ground grounds',
  unexpected: 'odd oddity oddities',
  'access denied': 'blind blinded',
  remaining: 'leftover leftovers',
  'in flight': 'landed landing',
  'evaluate or decide': 'judges judged',
  event: 'happened happenings',
})

const american = {
  behaviour: 'behavior', cancelled: 'canceled', cancelling: 'canceling', centre: 'center', colour: 'color',
  favour: 'favor', grey: 'gray', honour: 'honor', initialise: 'initialize', licence: 'license',
  neighbour: 'neighbor', normalise: 'normalize', organise: 'organize', recognise: 'recognize',
  serialise: 'serialize',
} // biome-ignore format: one table

interface Exception {
  readonly word: string
  readonly path: RegExp
  readonly name?: string
  readonly reason: string
}

const publicName = 'a name that users read in outputs'

const exceptions: readonly Exception[] = [
  { word: 'fault', path: /^simulator\/(?!ecs\/)/, reason: 'injected fault' },
  { word: 'faults', path: /^(?:simulator|bench)\//, reason: 'injected fault' },
  { word: 'see', path: /^src\/report\/outputs\/plan-json\.ts$/, reason: publicName },
  { word: 'happened', path: /^src\/report\/outputs\/task-json\.ts$/, reason: publicName },
  { word: 'insight', path: /^src\/report\/outputs\/task-json\.ts$/, reason: publicName },
  { word: 'because', path: /^src\//, name: 'stoppedBecause', reason: publicName },
  {
    word: 'cancelled',
    path: /^(?:src\/(?:core\/outcome|report)|scripts)\//,
    name: 'cancelled',
    reason: publicName,
  },
]

const glossary = refusedByGlossary(readFileSync('CONTRIBUTING.md', 'utf8'))
const refused = new Map([
  ...Object.entries(american),
  ...plainWords.flatMap(([say, words]) => words.split(' ').map(word => [word, say] as const)),
  ...glossary,
])

interface Finding {
  readonly path: string
  readonly line: number
  readonly name: string
  readonly word: string
}

/** The refused words in the names that a file declares, and in its own name. */
function findingsIn(path: string, text: string): Finding[] {
  const fileName = { name: basename(path).replace(/\.(?:d\.ts|c?ts)$/, ''), line: 1 }
  return [fileName, ...declaredNames(path, text)].flatMap(({ name, line }) =>
    wordsOf(name)
      .filter(word => refused.has(word))
      .map(word => ({ path, line, name, word })),
  )
}

/** `lookUpTasks` is look, up, tasks. */
function wordsOf(name: string): readonly string[] {
  return name.split(/(?=[A-Z])|[^A-Za-z]+/).map(word => word.toLowerCase())
}

function describe({ path, line, name, word }: Finding): string {
  return `${path}:${line} ${name}: say "${refused.get(word)}", not "${word}"`
}

function excuses({ word, path, name }: Exception, finding: Finding): boolean {
  return word === finding.word && path.test(finding.path) && (name ?? finding.name) === finding.name
}

const all = folders.flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.c?ts$/.test(path))
    .map(path => join(folder, path).replaceAll('\\', '/'))
    .flatMap(path => findingsIn(path, readFileSync(path, 'utf8'))),
)

test('names in code and file names follow the glossary', () => {
  const findings = all.filter(finding => !exceptions.some(exception => excuses(exception, finding)))
  expect(findings.map(describe)).toStrictEqual([])
})

test.each(exceptions)('the exception of $word as $reason is needed', exception => {
  expect(all.filter(finding => excuses(exception, finding))).not.toStrictEqual([])
})

test('the glossary has about 25 words, and refuses some', () => {
  expect(glossary.get('lookout')).toBe('poll')
  expect(glossary.size).toBeGreaterThan(20)
})

test.each([
  { name: 'a variable', code: 'const toldAll = 1', found: 'told' },
  { name: 'a member', code: 'interface Plan { readonly lookout: string }', found: 'lookout' },
  { name: 'a parameter', code: 'const f = ({ a: told = 1 }: X, ...others: string[]) => told', found: 'told' },
  { name: 'a private member', code: 'class A { #told = 1 }', found: 'told' },
  { name: 'a type', code: 'type Told<T> = T', found: 'told' },
  { name: 'a name that an import changes', code: "import { a as told } from 'b'", found: 'told' },
  { name: 'no lookup', code: 'const lookup = 1', found: undefined },
  { name: 'no name that is declared elsewhere', code: 'const { told: report } = b.told', found: undefined },
  { name: 'no word in a text', code: "const text = 'told'", found: undefined },
])('finds $name', ({ code, found }) => {
  expect(findingsIn('src/a.ts', code).map(({ word }) => word)).toStrictEqual(found ? [found] : [])
})

test('finds a file name, and says what to use', () => {
  const [finding] = findingsIn('src/deploy/lookout.ts', '')
  expect(finding && describe(finding)).toBe('src/deploy/lookout.ts:1 lookout: say "poll", not "lookout"')
})
