import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { checkIds } from '../../src/core/checks/checks.js'

test('docs/checks.md has a row for each check, and no other', () => {
  const rows = readFileSync('docs/checks.md', 'utf8').matchAll(/^\| `([a-z-]+)` \|/gm)
  expect([...rows].map(([, id]) => id)).toStrictEqual([...checkIds])
})
