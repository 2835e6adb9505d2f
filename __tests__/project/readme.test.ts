import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { withTables } from '../../scripts/readme-tables.js'
import type { OutcomeName } from '../../src/core/outcome.js'

const readme = readFileSync('README.md', 'utf8')
const actionYml = readFileSync('action.yml', 'utf8')
const marked = 'Before\n<!-- inputs -->\nold\n<!-- /inputs -->\n<!-- outputs -->\n<!-- /outputs -->\nAfter\n'

test('the tables of README.md are those of action.yml (npm run readme writes them)', () => {
  expect(readme).toBe(withTables(readme, actionYml))
})

/** The compiler sees to it that none is missing here. */
const outcomes: Record<OutcomeName, true> = {
  succeeded: true,
  idle: true,
  started: true,
  planned: true,
  registered: true,
  refused: true,
  'rolled-back': true,
  failed: true,
  superseded: true,
  'timed-out': true,
  unknown: true,
}

test('README.md explains every outcome that there is, and no other', () => {
  const [, section] = readme.split('## What the outcomes mean')
  const rows = (section?.split('\n## ')[0] ?? '').matchAll(/^\| `([a-z-]+)`/gm)
  expect([...rows].map(([, name]) => name).sort()).toStrictEqual(Object.keys(outcomes).sort())
})

test('action.yml lists every outcome that there is, and no other', () => {
  const action = parse(actionYml) as { outputs: { outcome: { description: string } } }
  const listed = action.outputs.outcome.description.matchAll(/`([a-z-]+)`/g)
  expect([...listed].map(([, name]) => name).sort()).toStrictEqual(Object.keys(outcomes).sort())
})

test('a table has one row for each entry, in order, and the text around it stays', () => {
  const yml = 'inputs:\n  a: { description: one, default: "1" }\n  b: { description: "x | y" }\noutputs: {}\n'
  expect(withTables(marked, yml)).toBe(
    [
      'Before',
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

test('a README without the markers is an error that names them', () => {
  expect(() => withTables('no markers', 'inputs: {}\noutputs: {}\n')).toThrow(
    'README.md lacks the markers <!-- inputs --> and <!-- /inputs -->',
  )
})
