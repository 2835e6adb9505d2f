import { expect, test } from '@jest/globals'
import { truncate } from '../../../../src/core/text/truncate.js'

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
