import { expect, test } from '@jest/globals'
import { parsePattern } from '../../../simulator/cloudwatch-logs/filter-pattern.js'

test.each([
  { pattern: '', message: 'anything', matches: true },
  { pattern: 'ERROR', message: '[ERROR] no such column', matches: true },
  { pattern: 'ERROR', message: '[error] no such column', matches: false },
  { pattern: 'ERROR column', message: '[ERROR] no such column', matches: true },
  { pattern: 'ERROR table', message: '[ERROR] no such column', matches: false },
  { pattern: '"such column"', message: 'no such column', matches: true },
  { pattern: '"column such"', message: 'no such column', matches: false },
  { pattern: '?ERROR ?WARN', message: 'WARN slow', matches: true },
  { pattern: '?ERROR ?WARN', message: 'INFO slow', matches: false },
  { pattern: 'ERROR -timeout', message: 'ERROR timeout', matches: false },
  { pattern: '-"time out"', message: 'ERROR', matches: true },
  { pattern: '%port \\d{4}%', message: 'listens on port 5201', matches: true },
  { pattern: '%port \\d{4}%', message: 'listens on port 80', matches: false },
])('$pattern and $message: $matches', ({ pattern, message, matches }) => {
  expect(parsePattern(pattern)(message)).toBe(matches)
})
