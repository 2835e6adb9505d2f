import { describe, expect, test } from '@jest/globals'
import { parse } from '../../../src/adapters/document.js'
import type { Document } from '../../../src/core/task-definition/document.js'

const bom = '\uFEFF'

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
      name: 'a comma is missing',
      text: '{\n  "family": "a"\n  "cpu": "1"\n}',
      problem: 'cannot be read: Missing , between flow map items',
      at: { line: 3, column: 3 },
    },
    {
      name: 'a brace is missing',
      text: '{\n  "family": "a"\n',
      problem: 'cannot be read: Flow map must end with a }',
      at: { line: 3, column: 1 },
    },
    {
      name: 'a quote is missing',
      text: '{\n  "family: "a"\n}',
      problem: 'cannot be read: Missing , or : between flow map items',
      at: { line: 2, column: 13 },
    },
    {
      name: 'tabs that indent YAML',
      text: 'family: web\ncontainerDefinitions:\n\t- name: app\n',
      problem: 'cannot be read: Tabs are not allowed as indentation',
      at: { line: 3, column: 1 },
    },
    {
      name: 'a key twice, in JSON',
      text: '{"family": "a",\n "family": "b"}',
      problem: 'cannot be read: this key is there twice',
      at: { line: 2, column: 2 },
    },
    {
      name: 'a key twice, deep in YAML',
      text: 'containerDefinitions:\n  - name: a\n    image: b\n    name: c\n',
      problem: 'cannot be read: this key is there twice',
      at: { line: 4, column: 5 },
    },
    {
      name: 'two documents',
      text: 'family: a\n---\nfamily: b\n',
      problem: 'cannot be read: it holds more than one YAML document, and a task definition is one',
      at: { line: 2, column: 1 },
    },
    {
      name: 'a tag of CloudFormation, whose value would be taken for the text behind it',
      text: 'family: web\nimage: !Ref Image\n',
      problem: 'cannot be read: Unresolved tag: !Ref',
      at: { line: 2, column: 8 },
    },
    {
      name: 'a placeholder that nobody filled in',
      text: 'image: {{ image }}\n',
      problem: 'cannot be read: a key here is no plain text; was a placeholder like {{ … }} left unfilled?',
      at: { line: 1, column: 9 },
    },
    {
      name: 'an alias without its anchor',
      text: 'a: *b\n',
      problem: 'cannot be read: it has an alias without an anchor',
    },
    {
      name: 'aliases that multiply',
      text: `a0: &a0 [x, x]\n${lines(12, i => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`)}\n`,
      problem: 'cannot be read: its aliases make more than 100 copies of a value',
    },
  ])('$name', ({ text, problem, at }) => {
    expect(parse('td.yml', text)).toStrictEqual({
      problem,
      ...(at ? { at: { file: 'td.yml', ...at } } : {}),
    })
  })
})

describe('places', () => {
  const json = '{\n  "family": "web",\n  "containerDefinitions": [\n    {"name": "app", "cpu": 0}\n  ]\n}\n'
  const yaml = 'x: &x\n  name: A\n  value: 0123\nenvironment:\n  - *x\n'
  test.each([
    { text: json, path: [], at: '1:1' },
    { text: json, path: ['family'], at: '2:3' },
    { text: json, path: ['containerDefinitions', 0], at: '4:5' },
    { text: json, path: ['containerDefinitions', 0, 'cpu'], at: '4:21' },
    { text: `${bom}${json}`, path: ['family'], at: '2:3' },
    { text: json.replaceAll('\n', '\r\n'), path: ['family'], at: '2:3' },
    { text: yaml, path: ['environment', 0, 'value'], at: '3:3' },
    { text: json, path: ['containerDefinitions', 7], at: undefined },
    { text: json, path: ['nothing', 'here'], at: undefined },
    { text: json, path: ['family', 'web'], at: undefined },
  ])('$path is at $at', ({ text, path, at }) => {
    const found = read(text).at(path)
    expect(found && `${found.line}:${found.column}`).toBe(at)
  })
})

test.each([
  { text: 'a: 0123\n', written: '0123' },
  { text: 'a: 1e3\n', written: '1e3' },
  { text: 'a: 256.0\n', written: '256.0' },
  { text: 'a: True\n', written: 'True' },
  { text: 'a: 0x1F\n', written: '0x1F' },
  { text: '{"a": 123456789012345678901}', written: '123456789012345678901' },
  { text: 'b: &b 007\na: *b\n', written: '007' },
  { text: 'a: [1]\n', written: undefined },
])('$text keeps what was written', ({ text, written }) => {
  expect(read(text).written(['a'])).toBe(written)
})
