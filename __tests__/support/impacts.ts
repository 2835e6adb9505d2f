/** What users noticed of the outcomes, and what kept tasks away. */
import type { Impact, Shortage } from '../../src/core/outcome/impact.js'

export const outage: Shortage = {
  kind: 'outage',
  counted: 'targets',
  least: 0,
  of: 2,
  spans: [{ from: 100_000, to: 140_000 }],
  lasts: false,
}
export const reduced: Shortage = {
  kind: 'reduced',
  counted: 'tasks',
  least: 1,
  of: 2,
  spans: [{ from: 70_000, to: 115_000 }],
  lasts: false,
}

export const unread: Impact = { kind: 'unknown', reason: 'health-unread' }

export const noCapacity = {
  reason: 'Capacity is unavailable at this time. Please try again later or in a different availability zone',
  times: 10,
  since: 17_000,
}
