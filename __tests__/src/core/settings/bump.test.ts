import { expect, test } from '@jest/globals'
import { restoredCount } from '../../../../src/core/settings/bump.js'

const bump = { from: 3, to: 6, found: 2 }

test.each([
  { name: 'still raised', desiredCount: 6, isCurrent: true, restored: 3 },
  { name: 'raised, whatever the read is worth', desiredCount: 6, isCurrent: false, restored: 3 },
  { name: 'perhaps a read from before our update', desiredCount: 2, isCurrent: false, restored: 3 },
  { name: 'set by someone else', desiredCount: 4, isCurrent: true, restored: undefined },
  {
    name: 'set by someone else before any read was current',
    desiredCount: 4,
    isCurrent: false,
    restored: undefined,
  },
  { name: 'set by someone to its earlier value', desiredCount: 2, isCurrent: true, restored: undefined },
])('the desired count after the rollout: $name', ({ desiredCount, isCurrent, restored }) => {
  expect(restoredCount(bump, { desiredCount, isCurrent })).toBe(restored)
})
