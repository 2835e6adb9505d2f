/** README.md is short, says how to get the action as long as there is no release, and its translations say the same. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { headingsOf, withoutCode } from './anchors.js'

const english = readFileSync('README.md', 'utf8')
const translations = ['README.es.md', 'README.ja.md'].map(file => ({
  file,
  text: readFileSync(file, 'utf8'),
}))
const languages = ['README.md', ...translations.map(({ file }) => file)]
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string }

/** Without the line that leads to the other languages. */
function body(text: string): string {
  return text.replace(/^.*README\..*$/m, '')
}

function codeBlocks(text: string): readonly string[] {
  return text.match(/^```[\s\S]*?^```$/gm) ?? []
}

/** Inputs, files, commands: words order them differently, so their order does not count. */
function codeSpans(text: string): readonly string[] {
  return [...withoutCode(body(text)).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code).toSorted()
}

/** Targets of links and pictures; one within the page is the number of its heading. */
function linkTargets(text: string): readonly string[] {
  const anchors = headingsOf(text).map(({ anchor }) => anchor)
  return [...withoutCode(body(text)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => (target.startsWith('#') ? `#${anchors.indexOf(target.slice(1))}` : target))
    .toSorted()
}

/** Columns of each row of each table. */
function tables(text: string): readonly number[] {
  const rows = withoutCode(text).match(/^\|.*\|$/gm) ?? []
  return rows.map(row => row.split('|').length - 2)
}

function numbers(text: string): readonly string[] {
  return withoutCode(body(text)).match(/\d+(?:\.\d+)*/g) ?? []
}

/** What stands on a line of its own: paragraphs, items, headings, rows. */
function proseLines(text: string): readonly string[] {
  return withoutCode(body(text))
    .split('\n')
    .map(line => line.replaceAll(/`[^`]*`|\([^)]*\)|[^\p{L} ]/gu, ' ').trim())
    .filter(line => line.split(/\s+/).length > 3)
}

test('README.md has at most 150 lines', () => {
  expect(english.trimEnd().split('\n').length).toBeLessThanOrEqual(150)
})

test('the contents list leads to every section', () => {
  const listed = [...english.matchAll(/^- \[([^\]]+)\]\(#([^)]+)\)$/gm)].map(([, text, anchor]) => ({
    text,
    anchor,
  }))
  const sections = headingsOf(english).filter(({ level }) => level === 2)
  expect(listed).toStrictEqual(sections.map(({ text, anchor }) => ({ text, anchor })))
})

test.each([
  ...languages.map(page => [page, '`git rev-parse HEAD`']),
  ['docs/getting-started.md', 'no release yet'],
])('%s says how to use a commit as long as there is no release, and no longer', (page = '', words = '') => {
  const published = !version.startsWith('0.')
  expect(readFileSync(page, 'utf8').includes(words)).toBe(!published)
})

test('it has the commands of the demo and of the tests', () => {
  const commands = codeBlocks(english).join('\n')
  expect(commands).toMatch(/^npm run demo /m)
  expect(commands).toMatch(/^npm cit /m)
})

test.each(languages)('%s leads to the other languages in its first lines', file => {
  const [, , line = ''] = readFileSync(file, 'utf8').split('\n')
  const targets = [...line.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target)
  expect(targets).toStrictEqual(languages.filter(other => other !== file))
})

describe.each(translations)('$file, compared with README.md', ({ text }) => {
  test('has the same headings', () => {
    const levels = (page: string) => headingsOf(page).map(({ level }) => level)
    expect(levels(text)).toStrictEqual(levels(english))
  })

  test('has the same code blocks', () => {
    expect(codeBlocks(text)).toStrictEqual(codeBlocks(english))
  })

  test('names the same inputs, files and commands', () => {
    expect(codeSpans(text)).toStrictEqual(codeSpans(english))
  })

  test('has the same links', () => {
    expect(linkTargets(text)).toStrictEqual(linkTargets(english))
    expect(linkTargets(text)).not.toContain('#-1')
  })

  test('has tables of the same shape', () => {
    expect(tables(text)).toStrictEqual(tables(english))
    expect(tables(text).length).toBeGreaterThan(10)
  })

  test('has the numbers of the text', () => {
    const found = numbers(text)
    expect(numbers(english).filter(number => !found.includes(number))).toStrictEqual([])
  })

  test('leaves nothing in English', () => {
    const original = proseLines(english)
    expect(proseLines(text).filter(line => original.includes(line))).toStrictEqual([])
  })
})
