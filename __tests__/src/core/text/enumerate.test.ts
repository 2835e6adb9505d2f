import { expect, test } from '@jest/globals'
import { alternatives, enumerate, named, namedByKind } from '../../../../src/core/text/enumerate.js'

test.each([
  { words: [], and: '', or: '' },
  { words: ['a'], and: 'a', or: 'a' },
  { words: ['a', 'b'], and: 'a and b', or: 'a or b' },
  { words: ['a', 'b', 'c'], and: 'a, b and c', or: 'a, b or c' },
])('$words is "$and", or "$or"', ({ words, and, or }) => {
  expect([enumerate(words), alternatives(words)]).toStrictEqual([and, or])
})

test('a long list ends with a number, but all alternatives are named', () => {
  const words = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  expect(enumerate(words)).toBe('a, b, c, d, e and 2 more')
  expect(alternatives(words)).toBe('a, b, c, d, e, f or g')
})

test.each([
  { names: ['web-5xx'], text: 'the alarm web-5xx' },
  { names: ['web-5xx', 'web-hosts'], text: 'the alarms web-5xx and web-hosts' },
])('the noun agrees with the number of names: $text', ({ names, text }) => {
  expect(named({ one: 'alarm', many: 'alarms' }, names)).toBe(text)
})

test.each([
  { secrets: ['A'], variables: [], text: 'the secret A' },
  { secrets: [], variables: ['B', 'C'], text: 'the variables B and C' },
  { secrets: ['A'], variables: ['B'], text: 'the secret A and the variable B' },
  { secrets: ['A'], variables: ['B', 'C'], text: 'the secret A and the variables B and C' },
  { secrets: ['A', 'B'], variables: ['C', 'D'], text: 'the secrets A and B, and the variables C and D' },
])('each kind has its noun: $text', ({ secrets, variables, text }) => {
  const kinds = [
    { one: 'secret', many: 'secrets', names: secrets },
    { one: 'variable', many: 'variables', names: variables },
  ]
  expect(namedByKind(kinds)).toBe(text)
})
