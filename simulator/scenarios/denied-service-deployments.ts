import { portMismatch } from './port-mismatch.js'
import type { Scenario } from './scenario.js'

export const deniedServiceDeployments: Scenario = {
  ...portMismatch,
  name: 'denied-service-deployments',
  title: 'The port is wrong, and the role may read the service but not its service deployments.',
  outcome: 'rolled-back',
  during: 'IAM denies ListServiceDeployments, DescribeServiceDeployments and DescribeServiceRevisions.',
  faults: [
    {
      kind: 'access-denied',
      operations: ['ListServiceDeployments', 'DescribeServiceDeployments', 'DescribeServiceRevisions'],
    },
  ],
}
