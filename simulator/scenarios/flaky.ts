import { portMismatch } from './port-mismatch.js'
import type { Scenario } from './scenario.js'

const reads = [
  'DescribeServices',
  'ListServiceDeployments',
  'DescribeServiceDeployments',
  'DescribeServiceRevisions',
  'ListTasks',
  'DescribeTasks',
]

export const flaky: Scenario = {
  ...portMismatch,
  name: 'flaky',
  title:
    'The port is wrong, and the connection to ECS is unreliable: errors, cut connections, truncated responses.',
  outcome: 'rolled-back',
  during:
    'Of all reads, 20% fail with status 500, 10% with a cut connection, and 10% with a truncated response.',
  faults: [
    { kind: 'server-error', operations: reads, rate: 0.2 },
    { kind: 'connection-reset', operations: reads, rate: 0.1 },
    { kind: 'truncated-response', operations: reads, rate: 0.1 },
    { kind: 'latency', ms: 50, jitterMs: 2_000 },
  ],
}
