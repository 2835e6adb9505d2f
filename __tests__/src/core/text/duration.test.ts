import { expect, test } from '@jest/globals'
import { formatElapsed } from '../../../../src/core/text/duration.js'

test.each([
  { milliseconds: -1_000, text: '0:00' },
  { milliseconds: 0, text: '0:00' },
  { milliseconds: 999, text: '0:00' },
  { milliseconds: 9_000, text: '0:09' },
  { milliseconds: 59_999, text: '0:59' },
  { milliseconds: 60_000, text: '1:00' },
  { milliseconds: 204_000, text: '3:24' },
  { milliseconds: 3_599_000, text: '59:59' },
  { milliseconds: 3_600_000, text: '1:00:00' },
  { milliseconds: 36_065_000, text: '10:01:05' },
])('$milliseconds ms is $text', ({ milliseconds, text }) => {
  expect(formatElapsed(milliseconds)).toBe(text)
})
