/** docs/reference.md says what action.yml and the code say. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { inputGroups } from '../../scripts/input-groups.js'
import { withActionTables, withTables } from '../../scripts/reference-tables.js'

const page = readFileSync('docs/reference.md', 'utf8')
const actionYml = readFileSync('action.yml', 'utf8')
const markers = (name: string) => `<!-- ${name} -->\nold\n<!-- /${name} -->`
const marked = `Before\n${['outcomes', 'inputs', 'outputs'].map(markers).join('\n')}\nAfter\n`

test('the tables of docs/reference.md match action.yml and the outcomes (npm run reference writes them)', () => {
  expect(page).toBe(withTables(page, actionYml))
})

test('the tables of docs/simulator/action.md match simulator/action.yml (npm run reference writes them)', () => {
  const own = readFileSync('docs/simulator/action.md', 'utf8')
  const yml = readFileSync('simulator/action.yml', 'utf8')
  expect(own).toBe(withActionTables(own, yml, { folder: 'docs/simulator', groups: {} }))
})

test('a table has one row for each entry, in order, and the text around it stays', () => {
  const yml = 'inputs:\n  a: { description: one, default: "1" }\n  b: { description: "x | y" }\noutputs: {}\n'
  const written = withTables(marked, yml)
  expect(written.startsWith('Before\n<!-- outcomes -->\n| outcome | step | meaning |\n')).toBe(true)
  expect(written.slice(written.indexOf('<!-- inputs -->'))).toBe(
    [
      '<!-- inputs -->',
      '| input | default | meaning |',
      '| --- | --- | --- |',
      '| `a` | `1` | one |',
      '| `b` |  | x \\| y |',
      '<!-- /inputs -->',
      '<!-- outputs -->',
      '| output | meaning |',
      '| --- | --- |',
      '<!-- /outputs -->',
      'After',
      '',
    ].join('\n'),
  )
})

test('inputs stand in groups, each with its heading and a table of its own', () => {
  const inputs = { a: { description: 'one' }, b: { description: 'two' }, c: { description: 'three' } }
  const yml = JSON.stringify({ inputs, outputs: {} })
  const written = withActionTables(marked, yml, { folder: 'docs', groups: { a: 'First', c: 'Second' } })
  const head = '| input | default | meaning |\n| --- | --- | --- |'
  expect(written).toContain(
    `### First\n\n${head}\n| \`a\` |  | one |\n| \`b\` |  | two |\n\n### Second\n\n${head}\n| \`c\` |  | three |\n<!-- /inputs -->`,
  )
})

test('every group of inputs is a heading of the page', () => {
  const headings = [...page.matchAll(/^### (.+)$/gm)].map(([, text]) => text)
  expect(headings).toStrictEqual(Object.values(inputGroups))
})

test.each([
  { outcome: 'succeeded', step: 'green' },
  { outcome: 'paused', step: 'green, with a warning' },
  { outcome: 'rolled-back', step: 'red' },
])('the table says that $outcome is $step', ({ outcome, step }) => {
  expect(page).toContain(`| \`${outcome}\` | ${step} |`)
})

test.each([
  { described: 'See [docs/a.md](docs/a.md).', written: 'See [a.md](a.md).' },
  { described: 'A check (docs/a.md) fails.', written: 'A check ([a.md](a.md)) fails.' },
  { described: 'docs/schema/a.json is it.', written: '[schema/a.json](schema/a.json) is it.' },
  { described: 'See https://example.com/docs/a.md.', written: 'See https://example.com/docs/a.md.' },
])('paths of action.yml become links of the page: $described', ({ described, written }) => {
  const yml = JSON.stringify({ inputs: {}, outputs: { a: { description: described } } })
  expect(withTables(marked, yml)).toContain(`| \`a\` | ${written} |`)
})

test.each([
  { described: 'See docs/a.md.', written: 'See [a.md](../a.md).' },
  { described: 'See docs/deep/a.md.', written: 'See [a.md](a.md).' },
  { described: 'See [docs/a.md](docs/a.md#b).', written: 'See [a.md](../a.md#b).' },
])('and of a page in a folder: $described', ({ described, written }) => {
  const yml = JSON.stringify({ inputs: {}, outputs: { a: { description: described } } })
  expect(withActionTables(marked, yml, { folder: 'docs/deep', groups: {} })).toContain(
    `| \`a\` | ${written} |`,
  )
})

test('a page without the markers is an error that names them', () => {
  expect(() => withTables('no markers', 'inputs: {}\noutputs: {}\n')).toThrow(
    'The page lacks the markers <!-- outcomes --> and <!-- /outcomes -->',
  )
})
