import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { withTables } from '../../scripts/readme-tables.js'

const readme = readFileSync('README.md', 'utf8')
const actionYml = readFileSync('action.yml', 'utf8')
const marked = 'Before\n<!-- inputs -->\nold\n<!-- /inputs -->\n<!-- outputs -->\n<!-- /outputs -->\nAfter\n'

test('the tables of README.md match action.yml (npm run readme writes them)', () => {
  expect(readme).toBe(withTables(readme, actionYml))
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
