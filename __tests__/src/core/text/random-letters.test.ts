import { expect, test } from '@jest/globals'
import { hasRandomLetters } from '../../../../src/core/text/random-letters.js'

/** The same texts every time. */
function texts(encoding: 'base64' | 'base64url', length: number): string[] {
  let state = 7
  const next = () => {
    state = (state * 48_271) % 2_147_483_647
    return state >> 8
  }
  const bytes = () => Buffer.from(Array.from({ length: 48 }, next))
  return Array.from({ length: 2_000 }, () => bytes().toString(encoding).slice(0, length))
}

test.each([
  { encoding: 'base64', length: 20, most: 60 },
  { encoding: 'base64url', length: 20, most: 60 },
  { encoding: 'base64', length: 24, most: 15 },
  { encoding: 'base64', length: 32, most: 3 },
  { encoding: 'base64url', length: 43, most: 0 },
] as const)('of 2,000 texts of $length letters of $encoding at most $most are taken for words', row => {
  const missed = texts(row.encoding, row.length).filter(text => !hasRandomLetters(text))
  expect(missed.length).toBeLessThanOrEqual(row.most)
})

test.each([
  '@opentelemetry/instrumentation-express',
  'spring-boot-starter-data-elasticsearch',
  'Microsoft.Extensions.Configuration.EnvironmentVariables',
  'serverless-offline-sqs-external',
  'mysql2-connection-pool-promise',
])('%s consists of words', name => {
  expect(hasRandomLetters(name)).toBe(false)
})
