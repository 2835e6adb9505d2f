/** What users of other tools had to report, from the text of a file to the definition or to the problem. */
import { expect, test } from '@jest/globals'
import { peerBugs, peerComplaints } from '../../support/peer-bugs.js'
import { rendered } from '../../support/rendered.js'

test.each(peerBugs)('$source: $name', async ({ definition, ...given }) => {
  expect(await rendered(given)).toStrictEqual(definition)
})

test.each(peerComplaints)('$source: $name', async ({ expected: says, ...given }) => {
  expect(await rendered(given)).toStrictEqual([says])
})
