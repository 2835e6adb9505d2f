import { healthy } from './healthy.js'
import { scarceReads } from './scarce-reads.js'
import type { Scenario } from './scenario.js'

export const throttled: Scenario = {
  ...healthy,
  name: 'throttled',
  title: 'Other clients of the account use most of the request limits: most calls are throttled.',
  outcome: 'succeeded',
  during: 'Each kind of read is allowed once in five seconds, each kind of change once in ten.',
  faults: [
    {
      kind: 'throttling',
      buckets: {
        ...scarceReads({ burst: 2, perSecond: 0.2 }),
        'task-definition-modify': { burst: 1, perSecond: 0.1 },
        'service-modify': { burst: 1, perSecond: 0.1 },
      },
    },
  ],
}
