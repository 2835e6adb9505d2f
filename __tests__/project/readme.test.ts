import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { documents, withTables } from '../../scripts/readme-tables.js'

const marked = 'Before\n<!-- inputs -->\nold\n<!-- /inputs -->\n<!-- outputs -->\n<!-- /outputs -->\nAfter\n'

test.each(Object.entries(documents))(
  'the tables of %s match %s (npm run readme writes them)',
  (document, action) => {
    const text = readFileSync(document, 'utf8')
    expect(text).toBe(withTables(text, readFileSync(action, 'utf8')))
  },
)

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

test('a document without the markers is an error that names them', () => {
  expect(() => withTables('no markers', 'inputs: {}\noutputs: {}\n')).toThrow(
    'The document lacks the markers <!-- inputs --> and <!-- /inputs -->',
  )
})
