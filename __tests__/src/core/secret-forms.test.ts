import { expect, test } from '@jest/globals'
import { maskForms } from '../../../src/core/secret-forms.js'

test.each([
  {
    line: 'cannot connect to postgres://app:Sm7secret@db/app',
    masked: 'cannot connect to postgres://app:***@db/app',
  },
  { line: 'DB_PASSWORD=hunter22 is wrong', masked: 'DB_PASSWORD=*** is wrong' },
  { line: '{"api_key": "abc", "user": "bob"}', masked: '{"api_key": "***", "user": "bob"}' },
  { line: 'Authorization: Bearer abc.def', masked: 'Authorization: Bearer ***' },
  { line: `key ${'AKIA'}IOSFODNN7EXAMPLE refused`, masked: 'key *** refused' },
  { line: `stripe ${'sk_live_'}4eC39HqLyjWDarjtT1 failed`, masked: 'stripe *** failed' },
  {
    line: `jwt ${'eyJhbGciOi'}.${'eyJzdWIiOiIx'}.abcdefghijkl expired`,
    masked: 'jwt *** expired',
  },
  { line: 'Error: DATABASE_URL is not set', masked: 'Error: DATABASE_URL is not set' },
  { line: 'Running on http://0.0.0.0:5201', masked: 'Running on http://0.0.0.0:5201' },
  { line: 'the token *** is not valid', masked: 'the token *** is not valid' },
  { line: 'DB_PASS=hunter2pw', masked: 'DB_PASS=***' },
  { line: 'PGPASSWORD hunter2pw', masked: 'PGPASSWORD ***' },
  { line: 'DATABASE_TOKEN is missing', masked: 'DATABASE_TOKEN is missing' },
  { line: 'token expired', masked: 'token expired' },
])('$line', ({ line, masked }) => {
  expect(maskForms(line)).toBe(masked)
})

test.each(['x', 'a-', 'a:', 'a://:', 'password=', ' ', 'TOKEN '])(
  'a line of a megabyte of %j takes no time',
  unit => {
    const started = performance.now()
    maskForms(unit.repeat(1_000_000 / unit.length))
    expect(performance.now() - started).toBeLessThan(250)
  },
)

test('of a long line the beginning is masked, and the rest is left out', () => {
  const line = maskForms(`DB_PASSWORD=hunter22 ${'x'.repeat(500_000)} DB_PASSWORD=hunter22`)
  expect(line).toMatch(/^DB_PASSWORD=\*\*\* x{900}/)
  expect(line.length).toBeLessThan(1_100)
})
