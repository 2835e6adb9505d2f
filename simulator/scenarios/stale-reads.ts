import { portMismatch } from './port-mismatch.js'
import type { Scenario } from './scenario.js'

export const staleReads: Scenario = {
  ...portMismatch,
  name: 'stale-reads',
  title: 'The port is wrong, and for a while ECS still returns the previous, healthy state.',
  outcome: 'rolled-back',
  during:
    'DescribeServices returns the state before the update for 10 seconds, ListServiceDeployments lacks the new ' +
    'service deployment for 30.',
  settings: { staleReadsMs: 10_000, listLagMs: [30_000, 30_000] },
}
