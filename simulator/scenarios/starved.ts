import { healthy } from './healthy.js'
import { scarceReads } from './scarce-reads.js'
import type { Scenario } from './scenario.js'

export const starved: Scenario = {
  ...healthy,
  name: 'starved',
  title: 'The account asks ECS so much that hardly anything is left for us: most looks are throttled.',
  outcome: 'succeeded',
  during: 'Each kind of read is allowed once in ten seconds.',
  faults: [{ kind: 'throttling', buckets: scarceReads({ burst: 1, perSecond: 0.1 }) }],
}
