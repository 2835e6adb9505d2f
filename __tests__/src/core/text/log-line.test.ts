import { expect, test } from '@jest/globals'
import { logLine } from '../../../../src/core/text/log-line.js'

test.each([
  { text: '   0:15  2 tasks starting', line: '   0:15  2 tasks starting' },
  { text: 'one\n::error::two\r\n\r\nthree', line: 'one ::error::two three' },
  { text: '::stop-commands::x', line: ': :stop-commands::x' },
  { text: '  ::add-mask::x', line: '  : :add-mask::x' },
  { text: '##[error]x and ##[group]y', line: '## [error]x and ## [group]y' },
  { text: 'a::b', line: 'a::b' },
  { text: '\u2028::error::x', line: ' : :error::x' },
])('$line', ({ text, line }) => {
  expect(logLine(text)).toBe(line)
})
