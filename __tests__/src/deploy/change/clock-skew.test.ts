import { expect, test } from '@jest/globals'
import { clockSkew } from '../../../../src/deploy/change/clock-skew.js'

/** By a clock that says 09:00:00 when the request is sent and 09:00:01 when it is answered. */
const [sent, answered] = [32_400_000, 32_401_000]

test.each([
  { name: 'made between the two: right', madeAt: sent + 500, ahead: 0 },
  { name: 'made a few seconds before: as good as right', madeAt: sent - 5_000, ahead: 0 },
  { name: 'made a few seconds after: as good as right', madeAt: answered + 5_000, ahead: 0 },
  { name: 'made four minutes before: ahead', madeAt: sent - 240_000, ahead: 240_000 },
  { name: 'made hours after: behind', madeAt: answered + 7_200_000, ahead: -7_200_000 },
  { name: 'AWS does not say when: taken as right', madeAt: undefined, ahead: 0 },
])('$name', ({ madeAt, ahead }) => {
  expect(clockSkew(madeAt, sent, answered)).toBe(ahead)
})
