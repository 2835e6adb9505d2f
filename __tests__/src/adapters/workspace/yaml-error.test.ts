import { expect, test } from '@jest/globals'
import { parse } from '../../../../src/adapters/workspace/document.js'

test.each([
  {
    name: 'a comma is missing',
    text: '{\n  "family": "a"\n  "cpu": "1"\n}',
    problem: 'cannot be read: a comma is missing before this',
    position: { line: 3, column: 3 },
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
    problem: 'cannot be read: a comma is missing behind the value here',
    position: { line: 2, column: 10 },
  },
  {
    name: 'a key beside the items of a list',
    text: 'containerDefinitions:\n  - name: a\n  image: b\n',
    problem: 'cannot be read: this line does not line up with the keys before it; check its indentation',
    position: { line: 3, column: 1 },
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
    problem: 'cannot be read: the key family is there twice',
    position: { line: 2, column: 2 },
  },
  {
    name: 'a key twice, deep in YAML',
    text: 'containerDefinitions:\n  - name: a\n    image: b\n    name: c\n',
    problem: 'cannot be read: the key name is there twice',
    position: { line: 4, column: 5 },
  },
  {
    name: 'a key of an item that stands too far left',
    text: 'containerDefinitions:\n- name: a\n image: b\n',
    problem:
      'cannot be read: this stands where an item of a list begins, and has no -; check its indentation',
    position: { line: 3, column: 1 },
  },
  {
    name: 'an item that stands too far left',
    text: 'command:\n    - a\n  - b\n',
    problem: 'cannot be read: this line does not line up with the items before it; check its indentation',
    position: { line: 3, column: 1 },
  },
  {
    name: 'a colon in a text',
    text: 'family: web: one\n',
    problem: 'cannot be read: a text with a colon and a blank in it has to be quoted',
    position: { line: 1, column: 9 },
  },
  {
    name: 'a comma too many',
    text: '{"a": 1,,}',
    problem: 'cannot be read: a comma too many',
    position: { line: 1, column: 9 },
  },
  {
    name: 'a quote that is never closed',
    text: 'family: "web\n',
    problem: 'cannot be read: a quote is opened and never closed',
    position: { line: 2, column: 1 },
  },
  {
    name: 'what is no plain name twice, which is not told',
    text: '{"hunter 2": 1, "hunter 2": 2}',
    problem: 'cannot be read: this key is there twice',
    position: { line: 1, column: 17 },
  },
])('$name', ({ text, problem, position }) => {
  expect(parse('td.yml', text)).toStrictEqual({ problem, position: { file: 'td.yml', ...position } })
})
