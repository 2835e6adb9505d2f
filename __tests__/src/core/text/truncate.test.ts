import { expect, test } from '@jest/globals'
import { shorten, truncate } from '../../../../src/core/text/truncate.js'

test.each([
  { name: 'short enough', text: 'abcde', short: 'abcde' },
  { name: 'too long', text: 'abcdef', short: 'abcd…' },
  { name: 'characters of two places, short enough', text: '🚀🚀🚀🚀🚀', short: '🚀🚀🚀🚀🚀' },
  { name: 'characters of two places, too many', text: '🚀🚀🚀🚀🚀🚀', short: '🚀🚀🚀🚀…' },
  { name: 'one that would be halved', text: 'abc🚀d'.repeat(1_000), short: 'abc🚀…' },
  { name: 'nothing', text: '', short: '' },
])('at most five: $name', ({ text, short }) => {
  expect(truncate(text, 5)).toBe(short)
})

test.each([
  { name: 'short enough', text: 'abcde', short: 'abcde' },
  { name: 'too long', text: 'abcdefgh', short: 'ab…gh' },
  { name: 'characters of two places, short enough', text: '🚀🚀🚀🚀🚀', short: '🚀🚀🚀🚀🚀' },
  { name: 'characters of two places, too many', text: '🚀1🚀2🚀3🚀', short: '🚀1…3🚀' },
  { name: 'nothing', text: '', short: '' },
])('at most five, with both ends: $name', ({ text, short }) => {
  expect(shorten(text, 5)).toBe(short)
})
