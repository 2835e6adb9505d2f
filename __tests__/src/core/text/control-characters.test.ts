import { expect, test } from '@jest/globals'
import { redact } from '../../../../src/core/redaction/redact.js'
import { stripControlCharacters } from '../../../../src/core/text/control-characters.js'

test.each([
  { name: 'words, tabs and ends of lines', text: 'a\tb\r\nc – ü 🚀', left: 'a\tb\r\nc – ü 🚀' },
  { name: 'what turns the direction', text: 'exited\u202e0 edoc htiw\u202c', left: 'exited0 edoc htiw' },
  { name: 'an isolate', text: '\u2066a\u2069', left: 'a' },
  { name: 'a bell, an escape and a zero', text: '\u0007\u001b[31m\u0000x\u009b', left: '[31mx' },
])('$name', ({ text, left }) => {
  expect(stripControlCharacters(text)).toBe(left)
  expect(redact(text, [])).toBe(left)
})

test('a secret that they part is found', () => {
  expect(redact('password=hun\u2066ter2', [])).toBe('***')
})
