import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parse } from '../../../../src/adapters/workspace/document.js'
import type { Document } from '../../../../src/core/task-definition/validate.js'

const bom = '\uFEFF'
const loneKey = 'a key here has no value; is there a space after its colon?'
const unknownTag =
  'a tag here (a word that begins with !, such as !Ref of CloudFormation) is not supported; quote it if it is meant as text'

/** The document, or a failure that shows why there is none. */
function read(text: string): Document {
  const document = parse('td.yml', text)
  if ('problem' in document) throw new Error(document.problem)
  return document
}

describe('a file that can be read', () => {
  test.each([
    { name: 'JSON', text: '{"family": "web", "cpu": 256}', value: { family: 'web', cpu: 256 } },
    { name: 'YAML', text: 'family: web\ncpu: 256\n', value: { family: 'web', cpu: 256 } },
    {
      name: 'JSON indented with tabs',
      text: '{\n\t"family": "web",\n\t"containerDefinitions": [\n\t\t{\n\t\t\t"name": "app"\n\t\t}\n\t]\n}\n',
      value: { family: 'web', containerDefinitions: [{ name: 'app' }] },
    },
    {
      name: 'JSON on lines that end in CRLF',
      text: '{\r\n  "family": "web"\r\n}\r\n',
      value: { family: 'web' },
    },
    {
      name: 'YAML on lines that end in CRLF',
      text: 'family: web\r\ncpu: 1\r\n',
      value: { family: 'web', cpu: 1 },
    },
    { name: 'JSON after a byte order mark', text: `${bom}{"family": "web"}`, value: { family: 'web' } },
    { name: 'YAML after a byte order mark', text: `${bom}family: web\n`, value: { family: 'web' } },
    { name: 'a trailing comma', text: '{"family": "web",}', value: { family: 'web' } },
    { name: 'comments', text: '# one\nfamily: web # two\n\n# three\n', value: { family: 'web' } },
    {
      name: 'escapes of JSON',
      text: '{"a": "\\/ \\ud83d\\ude00 \\u00e9 \\n \\""}',
      value: { a: '/ 😀 é \n "' },
    },
    {
      name: 'anchors, aliases and merge keys',
      text: 'a: &a\n  name: A\n  value: "1"\nb: *a\nc:\n  <<: *a\n  value: "2"\n',
      value: { a: { name: 'A', value: '1' }, b: { name: 'A', value: '1' }, c: { name: 'A', value: '2' } },
    },
    {
      name: 'a block of text, line breaks kept',
      text: 'command: |\n  one\n  two\n',
      value: { command: 'one\ntwo\n' },
    },
    {
      name: 'yes, no and on are words in YAML 1.2',
      text: 'a: yes\nb: no\nc: on\n',
      value: { a: 'yes', b: 'no', c: 'on' },
    },
    { name: 'a key that is a number', text: '5001: web\n', value: { '5001': 'web' } },
    { name: 'a date stays text', text: 'a: 2026-11-21\n', value: { a: '2026-11-21' } },
    {
      name: 'a directive for YAML 1.1, which has no effect',
      text: '%YAML 1.1\n---\na: no\nb: 12:30:45\nc: 2026-11-21\nd: 1_000\n',
      value: { a: 'no', b: '12:30:45', c: '2026-11-21', d: '1_000' },
    },
    {
      name: 'a key << in quotes, which merges nothing',
      text: '{"a": {"<<": "x"}}',
      value: { a: { '<<': 'x' } },
    },
    { name: 'nothing but null', text: 'null\n', value: null },
  ])('$name', ({ text, value }) => {
    expect(read(text).value).toStrictEqual(value)
  })

  test('a __proto__ key is a key, and changes no prototype', () => {
    const { value } = read('{"__proto__": {"polluted": "yes"}, "family": "web"}')
    expect([Object.keys(value as object), Object.getPrototypeOf(value) === Object.prototype]).toStrictEqual([
      ['__proto__', 'family'],
      true,
    ])
  })
})

describe('a file that cannot', () => {
  const lines = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join('\n')
  test.each([
    { name: 'empty', text: '', problem: 'is empty' },
    { name: 'blank', text: ' \n\n', problem: 'is empty' },
    { name: 'a byte order mark alone', text: bom, problem: 'is empty' },
    { name: 'comments alone', text: '# nothing\n# here\n', problem: 'is empty' },
    {
      name: 'two documents',
      text: 'family: a\n---\nfamily: b\n',
      problem:
        'cannot be read: it contains more than one YAML document, but a task definition is a single one',
      position: { line: 2, column: 1 },
    },
    {
      name: 'a tag of CloudFormation, which would lose its meaning',
      text: 'family: web\nimage: !Ref Image\n',
      problem: `cannot be read: ${unknownTag}`,
      position: { line: 2, column: 8 },
    },
    {
      name: 'a value that begins with an exclamation mark, which stays hidden',
      text: 'value: !hunter2-hunter2\n',
      problem: `cannot be read: ${unknownTag}`,
      position: { line: 1, column: 8 },
    },
    {
      name: 'a value after a pipe, which stays hidden',
      text: 'value: |hunter2-hunter2\n',
      problem: 'cannot be read: Block scalar header includes extra characters',
      position: { line: 1, column: 9 },
    },
    {
      name: 'a value after a pipe and a blank, which stays hidden',
      text: 'value: | hunter2-hunter2\n',
      problem: 'cannot be read: Not a YAML token',
      position: { line: 1, column: 10 },
    },
    {
      name: 'a backslash in quotes, with the rest hidden',
      text: 'value: "a\\Uhunter2!"\n',
      problem: 'cannot be read: a backslash here does not begin a valid escape sequence',
      position: { line: 1, column: 10 },
    },
    ...['!!set {a, b}', '!!omap [{a: b}]', '!!binary aGk=', '!!timestamp 2026-11-21'].map(value => ({
      name: `${value.split(' ')[0]}, which JSON does not have and which would come out empty or as something else`,
      text: `a: ${value}\n`,
      problem: `cannot be read: ${unknownTag}`,
      position: { line: 1, column: 4 },
    })),
    {
      name: 'a list that holds itself',
      text: 'a: &a\n  - *a\n',
      problem: 'cannot be read: an alias here refers to a value that contains it',
      position: { line: 2, column: 5 },
    },
    {
      name: 'an object that holds itself',
      text: 'a: &a\n  b: {c: *a}\n',
      problem: 'cannot be read: an alias here refers to a value that contains it',
      position: { line: 2, column: 10 },
    },
    {
      name: 'an object that merges itself',
      text: 'a: &a\n  <<: *a\n',
      problem: 'cannot be read: its aliases create more than 100 copies of a value',
    },
    {
      name: 'a key without a value, which may be a value without a key',
      text: 'a: {name: A, valuehunter2}\n',
      problem: `cannot be read: ${loneKey}`,
      position: { line: 1, column: 14 },
    },
    {
      name: 'a merge key with a text',
      text: 'a: {<<: hunter2}\n',
      problem: 'cannot be read: a merge key (<<) has a value that is not a map',
    },
    {
      name: 'lists in lists in lists, thousands of them',
      text: `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`,
      problem: 'cannot be read: it is nested too deeply',
    },
    {
      name: 'merge keys that multiply',
      text: `a0: &a0 {k: v}\n${lines(12, i => `a${i + 1}: &a${i + 1} {<<: [${Array(9).fill(`*a${i}`).join(', ')}]}`)}\n`,
      problem: 'cannot be read: its aliases create more than 100 copies of a value',
    },
    {
      name: 'a template around a part of the file',
      text: 'image: {{ quote "web" }}\n',
      problem:
        'cannot be read: a key here is not plain text; was a placeholder such as {{ … }} not replaced?',
      position: { line: 1, column: 9 },
    },
    {
      name: 'a surplus brace behind a placeholder without quotes',
      text: '{\n  "port": {{ port }}}\n}\n',
      problem: 'cannot be read: there is a } too many here: nothing that it could close is open',
      position: { line: 3, column: 1 },
    },
    {
      name: 'an alias without its anchor',
      text: 'a: 1\nb: [*hunter2]\n',
      problem: 'cannot be read: it has an alias without an anchor',
      position: { line: 2, column: 5 },
    },
    {
      name: 'aliases that multiply',
      text: `a0: &a0 [x, x]\n${lines(12, i => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`)}\n`,
      problem: 'cannot be read: its aliases create more than 100 copies of a value',
    },
  ])('$name', ({ text, problem, position }) => {
    expect(parse('td.yml', text)).toStrictEqual({
      problem,
      position: position && { file: 'td.yml', ...position },
    })
  })
})

describe('places', () => {
  const json = '{\n  "family": "web",\n  "containerDefinitions": [\n    {"name": "app", "cpu": 0}\n  ]\n}\n'
  const yaml = 'x: &x\n  name: A\n  value: 0123\nenvironment:\n  - *x\n'
  const merged = 'a: &a\n  value: 0123\nb:\n  name: B\n  <<:\n    - *a\n    - {<<: {other: 1}}\n'
  test.each([
    { text: json, path: [], at: '1:1' },
    { text: json, path: ['family'], at: '2:3' },
    { text: json, path: ['containerDefinitions', 0], at: '4:5' },
    { text: json, path: ['containerDefinitions', 0, 'cpu'], at: '4:21' },
    { text: `${bom}${json}`, path: ['family'], at: '2:3' },
    { text: json.replaceAll('\n', '\r\n'), path: ['family'], at: '2:3' },
    { text: yaml, path: ['environment', 0, 'value'], at: '3:3' },
    { text: merged, path: ['b', 'name'], at: '4:3' },
    { text: merged, path: ['b', 'value'], at: '2:3' },
    { text: merged, path: ['b', 'other'], at: '7:13' },
    { text: merged, path: ['b', '<<'], at: undefined },
    { text: json, path: ['containerDefinitions', 7], at: undefined },
    { text: json, path: ['nothing', 'here'], at: undefined },
    { text: json, path: ['family', 'web'], at: undefined },
  ])('$path is at $at', ({ text, path, at }) => {
    const found = read(text).positionOf(path)
    expect(found && `${found.line}:${found.column}`).toBe(at)
  })
})

test.each<{ text: string; step?: string; written: string | undefined }>([
  { text: 'a: 0123\n', written: '0123' },
  { text: 'a: 1e3\n', written: '1e3' },
  { text: 'a: 256.0\n', written: '256.0' },
  { text: 'a: True\n', written: 'True' },
  { text: 'a: 0x1F\n', written: '0x1F' },
  { text: '{"a": 123456789012345678901}', written: '123456789012345678901' },
  { text: 'b: &b 007\na: *b\n', written: '007' },
  { text: 'b: &b {c: 007}\na: {<<: *b}\n', step: 'c', written: '007' },
  { text: 'a: [1]\n', written: undefined },
])('$text stays as written', ({ text, step, written }) => {
  expect(read(text).written(step === undefined ? ['a'] : ['a', step])).toBe(written)
})

test('JSON is read as JSON: keys in their order, every character, every number', () => {
  const { jsonValue, oneof, object, property, assert } = fc
  const any = oneof(
    jsonValue(),
    object({
      key: oneof(
        fc.string(),
        fc.constantFrom('<<', '__proto__', 'null', '~', '? a', '&a', '*a', '!a', '- a', 'a: b', '#'),
      ),
    }).map(value => JSON.parse(JSON.stringify(value))),
  )
  assert(
    property(any, fc.constantFrom(0, 2, '\t'), (value, indent) => {
      const text = JSON.stringify({ value }, undefined, indent)
      expect(JSON.stringify(read(text).value)).toBe(JSON.stringify({ value }))
    }),
    { seed: 5001, numRuns: 500 },
  )
})
