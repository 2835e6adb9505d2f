// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a placeholder that nobody replaced
import { expect, test } from '@jest/globals'
import { parse } from '../../../../src/adapters/workspace/document.js'

const comment =
  'cannot be read: a comment begins here, and JSON has none: remove it, or begin it with # and name the file .yml'

test.each([
  {
    name: 'a comma is missing',
    text: '{\n  "family": "a"\n  "cpu": "1"\n}',
    problem: 'cannot be read: a comma is missing before this',
    position: { line: 3, column: 3 },
  },
  {
    name: 'a comma is missing on a line',
    text: '{\n  "family": "a" "cpu": "1"\n}',
    problem: 'cannot be read: this is unexpected here: is a comma missing before it?',
    position: { line: 2, column: 17 },
  },
  {
    name: 'a program that prints JSON',
    text: "local env = std.native('env');\n{\n  family: 'web',\n}\n",
    problem: 'cannot be read: a key and a colon are expected here',
    position: { line: 1, column: 1 },
  },
  {
    name: 'a brace is missing',
    text: '{\n  "family": "a"\n',
    problem: 'cannot be read: the object that begins here is not closed: its } is missing',
    position: { line: 1, column: 1 },
  },
  {
    name: 'a brace is missing further inside',
    text: '{\n  "a": [{"b": 1}, {\n    "c": 2]\n}',
    problem: 'cannot be read: the object that begins here is not closed: its } is missing',
    position: { line: 2, column: 19 },
  },
  {
    name: 'a bracket is missing behind another one',
    text: '{"command": ["a", ["b"]}',
    problem: 'cannot be read: the list that begins here is not closed: its ] is missing',
    position: { line: 1, column: 13 },
  },
  {
    name: 'a brace is missing in YAML',
    text: 'family: web\nruntimePlatform: {cpuArchitecture: ARM64\ncpu: 256\n',
    problem:
      'cannot be read: the object that begins here is not closed: its } is missing, or a line of it is not indented',
    position: { line: 2, column: 18 },
  },
  {
    name: 'a comma is missing behind a number',
    text: '{\n  "cpu": 256\n  "memory": 512\n}',
    problem: 'cannot be read: a comma is missing after the value here',
    position: { line: 2, column: 10 },
  },
  {
    name: 'a key next to the items of a list',
    text: 'containerDefinitions:\n  - name: a\n  image: b\n',
    problem: 'cannot be read: this line does not line up with the keys before it; check its indentation',
    position: { line: 3, column: 1 },
  },
  {
    name: 'a comment in JSON',
    text: '{\n  // the app\n  "family": "web"\n}',
    problem: comment,
    position: { line: 2, column: 3 },
  },
  {
    name: 'a comment behind a value',
    text: '{\n  "cpu": 256 // a quarter\n}',
    problem: comment,
    position: { line: 2, column: 14 },
  },
  {
    name: 'a comment behind a text',
    text: '{\n  "family": "web", // the app\n  "cpu": "256"\n}',
    problem: comment,
    position: { line: 2, column: 20 },
  },
  {
    name: 'a comment of several lines',
    text: '{\n  /* the\n     app */\n  "family": "web"\n}',
    problem: comment,
    position: { line: 2, column: 3 },
  },
  {
    name: 'a brace too many, inside',
    text: '{\n  "containerDefinitions": [\n    { "name": "app" }}\n  ],\n  "cpu": "256"\n}',
    problem: 'cannot be read: there is a } too many here: nothing that it could close is open',
    position: { line: 3, column: 22 },
  },
  {
    name: 'a brace too many, at the end',
    text: '{\n  "family": "web"\n}\n}\n',
    problem: 'cannot be read: there is a } too many here: nothing that it could close is open',
    position: { line: 4, column: 1 },
  },
  {
    name: 'a bracket too many',
    text: '{\n  "command": ["a"]],\n  "cpu": "256"\n}',
    problem: 'cannot be read: there is a ] too many here: nothing that it could close is open',
    position: { line: 2, column: 19 },
  },
  {
    name: 'two documents of JSON',
    text: '{"family": "web"}\n{"family": "api"}\n',
    problem: 'cannot be read: a second document begins here, but a task definition is a single one',
    position: { line: 2, column: 1 },
  },
  {
    name: 'text behind JSON',
    text: '{"family": "web"}\nhello\n',
    problem:
      'cannot be read: text begins here where nothing is expected: is a quote or a comma missing before it?',
    position: { line: 2, column: 1 },
  },
  {
    name: 'a quote that JSON does not close on its line',
    text: '{\n  "family": "web,\n  "cpu": "256"\n}',
    problem: 'cannot be read: a quote is opened here, but not closed on this line',
    position: { line: 2, column: 13 },
  },
  {
    name: 'a quote is missing',
    text: '{\n  "family: "a"\n}',
    problem: 'cannot be read: a comma, a colon or a quote is missing before this',
    position: { line: 2, column: 13 },
  },
  {
    name: 'tabs that indent YAML',
    text: 'family: web\ncontainerDefinitions:\n\t- name: app\n',
    problem: 'cannot be read: Tabs are not allowed as indentation',
    position: { line: 3, column: 1 },
  },
  {
    name: 'a key twice, in JSON',
    text: '{"family": "a",\n "family": "b"}',
    problem: 'cannot be read: the key family appears twice',
    position: { line: 2, column: 2 },
  },
  {
    name: 'a key twice, deep in YAML',
    text: 'containerDefinitions:\n  - name: a\n    image: b\n    name: c\n',
    problem: 'cannot be read: the key name appears twice',
    position: { line: 4, column: 5 },
  },
  {
    name: 'a key of an item that is too far left',
    text: 'containerDefinitions:\n- name: a\n image: b\n',
    problem: 'cannot be read: a list item is expected here, but this has no -; check its indentation',
    position: { line: 3, column: 1 },
  },
  {
    name: 'an item that is too far left',
    text: 'command:\n    - a\n  - b\n',
    problem: 'cannot be read: this line does not line up with the items before it; check its indentation',
    position: { line: 3, column: 1 },
  },
  {
    name: 'a colon in a text',
    text: 'family: web: one\n',
    problem: 'cannot be read: text that contains a colon and a space must be quoted',
    position: { line: 1, column: 9 },
  },
  {
    name: 'there is an extra comma here',
    text: '{"a": 1,,}',
    problem: 'cannot be read: there is an extra comma here',
    position: { line: 1, column: 9 },
  },
  {
    name: 'a quote that is never closed',
    text: 'family: "web\n',
    problem: 'cannot be read: a quote is opened but never closed',
    position: { line: 2, column: 1 },
  },
  {
    name: 'a duplicate key that is not a plain name and stays hidden',
    text: '{"hunter 2": 1, "hunter 2": 2}',
    problem: 'cannot be read: this key appears twice',
    position: { line: 1, column: 17 },
  },
])('$name', ({ text, problem, position }) => {
  expect(parse('td.yml', text)).toStrictEqual({ problem, position: { file: 'td.yml', ...position } })
})

test.each([
  { name: 'a comma behind the last member', text: '{"family": "web", "cpu": "256",}' },
  { name: 'single quotes', text: "{'family': 'web', 'cpu': '256'}" },
  { name: 'a byte order mark', text: '\ufeff{"family": "web", "cpu": "256"}' },
  { name: 'comments of YAML', text: '{\n  # the app\n  "family": "web", "cpu": "256"\n}' },
])('JSON with $name is read as it is meant', ({ text }) => {
  expect(parse('td.json', text)).toMatchObject({ value: { family: 'web', cpu: '256' } })
})

test.each(['https://example.com/x', '//cdn.example.com', 'a // b', '/* x */', '${PORT}', '}}', '] ['])(
  '%s in quotes is text',
  value => {
    expect(parse('td.json', JSON.stringify({ value }))).toMatchObject({ value: { value } })
  },
)

test('a placeholder in place of a number is at its place, for the message that names it', () => {
  const read = parse('td.json', '{\n  "portMappings": [{ "containerPort": ${PORT} }]\n}')
  const position = 'problem' in read ? undefined : read.positionOf(['portMappings', 0, 'containerPort'])
  expect(read).toMatchObject({ value: { portMappings: [{ containerPort: '${PORT}' }] } })
  expect(position).toMatchObject({ line: 2, column: 22 })
})
