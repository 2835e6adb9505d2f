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
  title: 'The port is wrong, and the way to ECS is bad: errors, cut connections, half answers.',
  outcome: 'rolled-back',
  during:
    'Of all reads 20 % end with status 500, 10 % in a cut connection, 10 % in the middle of the answer.',
  faults: [
    { kind: 'server-error', operations: reads, rate: 0.2 },
    { kind: 'connection-reset', operations: reads, rate: 0.1 },
    { kind: 'truncated-response', operations: reads, rate: 0.1 },
    { kind: 'latency', ms: 50, jitterMs: 2_000 },
  ],
}
