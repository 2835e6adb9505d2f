import { expect, test } from '@jest/globals'
import { parseRunnerFile } from '../../../simulator/demo/runner-file.js'

test.each([
  { name: 'nothing', text: '', values: {} },
  { name: 'a line', text: 'outcome=succeeded\n', values: { outcome: 'succeeded' } },
  { name: 'a value with an equals sign', text: 'a=b=c\n', values: { a: 'b=c' } },
  { name: 'a value that looks like a block', text: 'a=b<<c\n', values: { a: 'b<<c' } },
  { name: 'an empty value', text: 'a=\n', values: { a: '' } },
  { name: 'a block', text: 'a<<END\none\n\ntwo\nEND\n', values: { a: 'one\n\ntwo' } },
  { name: 'an empty block', text: 'a<<END\nEND\n', values: { a: '' } },
  {
    name: 'a block whose text looks like a line',
    text: 'a<<END\nb=1\nEND\nc=2\n',
    values: { a: 'b=1', c: '2' },
  },
  { name: 'a delimiter with an equals sign', text: 'a<<=\nx\n=\n', values: { a: 'x' } },
  { name: 'the last of two values', text: 'a=1\na=2\n', values: { a: '2' } },
  { name: 'Windows line ends', text: 'a<<END\r\none\r\nEND\r\nb=2\r\n', values: { a: 'one', b: '2' } },
])('$name', ({ text, values }) => {
  expect(parseRunnerFile(text)).toStrictEqual(values)
})

test.each([
  { text: 'a<<END\none\n', message: 'no end of the block "a<<END"' },
  { text: 'outcome\n', message: 'invalid line "outcome"' },
  { text: '=1\n', message: 'invalid line "=1"' },
  { text: 'a<<\n', message: 'invalid line "a<<"' },
])('$message', ({ text, message }) => {
  expect(() => parseRunnerFile(text)).toThrow(message)
})
