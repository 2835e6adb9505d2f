import { healthy } from './healthy.js'
import type { Scenario } from './scenario.js'

const nearlyEmpty = { burst: 1, perSecond: 0.1 }

export const starved: Scenario = {
  ...healthy,
  name: 'starved',
  title: 'The account asks ECS so much that hardly anything is left for us: most looks are throttled.',
  outcome: 'succeeded',
  during: 'Each kind of read is allowed once in ten seconds.',
  faults: [
    {
      kind: 'throttling',
      buckets: {
        'service-read': nearlyEmpty,
        'service-deployment': nearlyEmpty,
        'service-revision': nearlyEmpty,
        'cluster-resource-read': nearlyEmpty,
        'task-definition-read': nearlyEmpty,
      },
    },
  ],
}
