/**
 * The first deployment of a service with the circuit breaker on, by DescribeServiceDeployments in October 2024 (the
 * output in `aws ecs describe-service-deployments help`); members that ECS got later are not in it.
 */
export const firstDeployment = {
  sourceServiceRevisions: [],
  targetServiceRevision: { requestedTaskCount: 1, runningTaskCount: 1, pendingTaskCount: 0 },
  status: 'SUCCESSFUL',
  deploymentConfiguration: {
    deploymentCircuitBreaker: { enable: true, rollback: true },
    maximumPercent: 200,
    minimumHealthyPercent: 100,
    alarms: { alarmNames: [], rollback: false, enable: false },
  },
  deploymentCircuitBreaker: { status: 'MONITORING_COMPLETE', failureCount: 0, threshold: 3 },
  alarms: { status: 'DISABLED' },
}

/**
 * The same deployment in the list, by `aws ecs list-service-deployments`, which was given the ARN of the service and no
 * cluster; and its revision, by `aws ecs describe-service-revisions`. Both are outputs in the help of these commands.
 */
export const firstInList = [
  'clusterArn',
  'createdAt',
  'finishedAt',
  'serviceArn',
  'serviceDeploymentArn',
  'startedAt',
  'status',
  'targetServiceRevisionArn',
]

export const firstRevision = {
  networkConfiguration: { awsvpcConfiguration: { subnets: ['string'] } },
  containerImages: [{ containerName: 'string', imageDigest: 'string', image: 'string' }],
  guardDutyEnabled: 'boolean',
  createdAt: 'number',
}

/** Beside these it had its own name and those of its service and cluster, and these times and no others. */
export const firstDeploymentTimes = ['createdAt', 'finishedAt', 'startedAt', 'updatedAt']
