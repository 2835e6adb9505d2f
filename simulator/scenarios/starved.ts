import { healthy } from './healthy.js'
import { scarceReads } from './scarce-reads.js'
import type { Scenario } from './scenario.js'

export const starved: Scenario = {
  ...healthy,
  name: 'starved',
  title: 'Other clients of the account use up the request limits: most polls are throttled.',
  outcome: 'succeeded',
  during: 'Each kind of read is allowed once in ten seconds.',
  faults: [{ kind: 'throttling', buckets: scarceReads({ burst: 1, perSecond: 0.1 }) }],
}
