import { describe, expect, test } from '@jest/globals'
import { parse } from '../../../../src/adapters/workspace/document.js'
import type { ReadDocument } from '../../../../src/ports.js'

const dollar = '$'

function read(text: string, values: Readonly<Record<string, string>>): ReadDocument {
  const replacements = Object.entries(values).map(([key, value], i) => ({ text: key, value, line: i + 1 }))
  const document = parse('td', text, replacements)
  if ('problem' in document) throw new Error(document.problem)
  return document
}

const awkward = `"'\\n: # {}[]&*!|>%@\`,$&$1\\`

describe('a value is what the line says, wherever it stands', () => {
  test.each([
    { name: 'a JSON string', text: '{"a": "x-<V>-y"}', value: `x-${awkward}-y` },
    { name: 'a JSON string of its own', text: '{"a": "<V>"}', value: awkward },
    { name: 'a plain YAML text', text: 'a: x-<V>-y', value: `x-${awkward}-y` },
    { name: 'single quotes', text: "a: '<V>'", value: awkward },
    { name: 'double quotes', text: 'a: "<V>"', value: awkward },
    { name: 'a literal block', text: 'a: |\n  x\n  <V>\n', value: `x\n${awkward}\n` },
    { name: 'a folded block', text: 'a: >-\n  x\n  <V>\n', value: `x ${awkward}` },
    { name: 'a list in brackets', text: 'a: [<V>]', value: [awkward] },
    { name: 'an alias', text: 'b: &b <V>\na: *b', value: awkward },
  ])('$name', ({ text, value }) => {
    expect(read(text, { '<V>': awkward }).value).toHaveProperty('a', value)
  })

  test('a key', () => {
    expect(read('a: {<V>: 1, b: 2}', { '<V>': awkward }).value).toStrictEqual({ a: { [awkward]: 1, b: 2 } })
  })

  test('a key that would merge', () => {
    expect(read('a: {<V>: {b: 1}}', { '<V>': '<<' }).value).toStrictEqual({ a: { '<<': { b: 1 } } })
  })
})

describe('without quotes, it has the type that it would have there', () => {
  test.each<{ value: string; is: unknown; written?: string }>([
    { value: '5001', is: 5001, written: '5001' },
    { value: '0123', is: 123, written: '0123' },
    { value: '1.10', is: 1.1, written: '1.10' },
    { value: 'true', is: true },
    { value: 'null', is: null },
    { value: '', is: null },
    { value: '[1, 2]', is: '[1, 2]' },
    { value: '{"b": 1}', is: '{"b": 1}' },
    { value: '*b', is: '*b' },
    { value: '1, "b": 2', is: '1, "b": 2' },
  ])('$value', ({ value, is, written = value }) => {
    for (const text of [`{"a": ${dollar}{PORT}}`, `a: ${dollar}{PORT}\n`]) {
      const document = read(text, { [`${dollar}{PORT}`]: value })
      expect([document.value, document.written(['a'])]).toStrictEqual([{ a: is }, written])
    }
  })

  test('a part of a number', () => {
    expect(read('{"a": 5<N>1}', { '<N>': '00' }).value).toStrictEqual({ a: 5001 })
  })

  test('in quotes it stays a text', () => {
    expect(read('{"a": "<N>"}', { '<N>': '5001' }).value).toStrictEqual({ a: '5001' })
  })
})

test('the longest text at a place is the one that is meant, and no value is replaced again', () => {
  const values = { ACCOUNT: '<X>', ACCOUNT_ID: '1', '<X>': 'ACCOUNT' }
  expect(read('[ACCOUNT, ACCOUNT_ID, <X>, a<X>ACCOUNT<X>]', values).value).toStrictEqual([
    '<X>',
    1,
    'ACCOUNT',
    'aACCOUNT<X>ACCOUNT',
  ])
})

test('positions are those of the file as written', () => {
  const text = `{\n  "a": "<V>", "b": ${dollar}{LONG_PLACEHOLDER}, "c": [1,\n    <V>, "d"]\n}\n`
  const { positionOf } = read(text, {
    '<V>': 'much longer than before',
    [`${dollar}{LONG_PLACEHOLDER}`]: '1',
  })
  expect([['b'], ['c'], ['c', 1], ['c', 2]].map(path => positionOf(path))).toStrictEqual([
    { file: 'td', line: 2, column: 15 },
    { file: 'td', line: 2, column: 41 },
    { file: 'td', line: 3, column: 5 },
    { file: 'td', line: 3, column: 10 },
  ])
})

describe('a text that no value has is absent', () => {
  test.each([
    { name: 'nowhere', text: 'a: 1' },
    { name: 'in a comment', text: 'a: 1 # <V>' },
    { name: 'inside a longer one', text: 'a: <V>_X', values: { '<V>_X': '2' } },
  ])('$name', ({ text, values = {} }) => {
    const { absent } = read(text, { '<V>': '1', ...values })
    expect(absent.map(replacement => replacement.text)).toStrictEqual(['<V>'])
  })

  test('one that occurs is not', () => {
    expect(read('a: <V>\n<W>: 1', { '<V>': '1', '<W>': 'b' }).absent).toStrictEqual([])
  })
})

test('characters of private use in the file stay', () => {
  expect(read('a: "\ue000\ue001<V>\ue002"', { '<V>': '1' }).value).toStrictEqual({ a: '\ue000\ue0011\ue002' })
})

test('a template without quotes is a text until something replaces it', () => {
  const document = read(`{"a": ${dollar}{A}, "b": ${dollar}{{ b }}, "c": {{ c }}, "d": "<D>"}`, {
    '<D>': 'd',
  })
  expect(document.value).toStrictEqual({
    a: `${dollar}{A}`,
    b: `${dollar}{{ b }}`,
    c: '{{ c }}',
    d: 'd',
  })
  expect(document.positionOf(['b'])).toStrictEqual({ file: 'td', line: 1, column: 13 })
})
