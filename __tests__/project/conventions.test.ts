import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from '@jest/globals'

const sources = ['src', 'simulator', 'scripts', 'bench', 'e2e', 'conformance', '__tests__']
  .filter(existsSync)
  .flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(path => /\.c?ts$/.test(path))
      .map(path => join(folder, path))
      .map(path => ({ path: path.replaceAll('\\', '/'), lines: readFileSync(path, 'utf8').split('\n') })),
  )

/** `path:line text` of every line that matches and that nothing excuses. */
function linesWith(pattern: RegExp, excused: (lines: readonly string[], index: number) => boolean) {
  return sources.flatMap(({ path, lines }) =>
    lines.flatMap((line, index) =>
      pattern.test(line) && !excused(lines, index) ? [`${path}:${index + 1} ${line.trim()}`] : [],
    ),
  )
}

const never = () => false
/** A comment at the line or above it, or a line printed right after it. */
const hasReason = (lines: readonly string[], index: number) =>
  lines.slice(Math.max(0, index - 1), index + 1).some(line => line.includes('//')) ||
  lines.slice(index + 1, index + 3).some(line => line.includes('console.warn('))

/** Each example is spelled in two parts, so that this file keeps to its own rules. */
const rules = [
  {
    name: 'no module is mocked',
    pattern: /\bjest\.(?:mock|doMock|unstable_mock\w+)\b/,
    example: `jest.${'mock'}('./ecs.js')`,
    excused: never,
  },
  {
    name: 'no test runs alone',
    pattern: /\b(?:test|it|describe)\.(?:\w+\.)*only\b/,
    example: `test.${'only'}('this one', () => {})`,
    excused: never,
  },
  {
    name: 'a skipped test has its reason, in a comment or in the output',
    pattern: /\b(?:test|it|describe)\.skip\b/,
    example: `test.${'skip'}('later', () => {})`,
    excused: hasReason,
  },
  {
    name: 'nothing is left to do',
    pattern: /\b(?:TO{1}DO|FIX{1}ME)\b/,
    example: `// ${'TO'}DO: finish`,
    excused: never,
  },
]

const joinsWords = /\.join\((['"`]) ?(?:and|or)\b/

test('only core/text/enumerate.ts joins words with "and" or "or"', () => {
  expect(`names.${"join(' and ')"}`).toMatch(joinsWords)
  const found = linesWith(joinsWords, never).filter(line => line.startsWith('src/'))
  expect(found.filter(line => !line.includes(' and no '))).toStrictEqual([])
})

test.each(rules)('$name', ({ pattern, example, excused }) => {
  expect(example).toMatch(pattern)
  expect(linesWith(pattern, excused)).toStrictEqual([])
})

test('no file has a vague name', () => {
  const banned = /^(?:utils?|helpers?|common|misc|types|constants)\.ts$|Impl\.ts$/
  expect(sources.map(({ path }) => path).filter(path => banned.test(basename(path)))).toStrictEqual([])
})

test('no file has more than 300 lines', () => {
  const long = sources.filter(({ lines }) => lines.length > 301)
  expect(long.map(({ path, lines }) => `${path}: ${lines.length - 1} lines`)).toStrictEqual([])
})

/** Types are left out: one that only names what a function answers is exported for its readers. */
const exported = /^export (?:async )?(?:function\*?|const|class) (\w+)/gm

function exportsOfNobody(files: readonly { readonly path: string; readonly text: string }[]): string[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(exported)]
      .map(([, name = '']) => name)
      .filter(name =>
        files.every(other => other.path === path || !new RegExp(`\\b${name}\\b`).test(other.text)),
      )
      .map(name => `${path}: ${name}`),
  )
}

test('another file uses every export', () => {
  const files = sources.map(({ path, lines }) => ({ path, text: lines.join('\n') }))
  expect(exportsOfNobody(files)).toStrictEqual([])
})

test('an unused export is found', () => {
  const files = [
    { path: 'a.ts', text: 'export const used = 1\nexport function forgotten() {}\nforgotten()\n' },
    { path: 'b.ts', text: "import { used } from './a.js'\n" },
  ]
  expect(exportsOfNobody(files)).toStrictEqual(['a.ts: forgotten'])
})
