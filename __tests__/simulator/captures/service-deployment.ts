/** A service deployment after a rollback, put together from the documented members and the captured texts. */
export const rolledBack = {
  serviceDeploymentArn: 'arn:aws:ecs:us-east-1:123456789012:service-deployment/c/s/J4ZwX3-bQ2aM6ERMvsxuL',
  serviceArn: 'arn:aws:ecs:us-east-1:123456789012:service/c/s',
  clusterArn: 'arn:aws:ecs:us-east-1:123456789012:cluster/c',
  createdAt: 1777518042.8,
  startedAt: 1777518042.9,
  finishedAt: 1777518746.1,
  updatedAt: 1777518746.1,
  sourceServiceRevisions: [
    {
      arn: 'arn:aws:ecs:us-east-1:123456789012:service-revision/c/s/5678755162203410295',
      requestedTaskCount: 2,
      runningTaskCount: 2,
      pendingTaskCount: 0,
    },
  ],
  targetServiceRevision: {
    arn: 'arn:aws:ecs:us-east-1:123456789012:service-revision/c/s/6216346761948112104',
    requestedTaskCount: 0,
    runningTaskCount: 0,
    pendingTaskCount: 0,
  },
  status: 'ROLLBACK_SUCCESSFUL',
  statusReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
  deploymentConfiguration: {
    deploymentCircuitBreaker: {
      enable: true,
      rollback: true,
      resetOnHealthyTask: true,
      thresholdConfiguration: { type: 'BOUNDED_PERCENT', value: 50 },
    },
    maximumPercent: 200,
    minimumHealthyPercent: 100,
    strategy: 'ROLLING',
    bakeTimeInMinutes: 0,
  },
  rollback: {
    reason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
    startedAt: 1777518720.0,
    serviceRevisionArn: 'arn:aws:ecs:us-east-1:123456789012:service-revision/c/s/5678755162203410295',
  },
  deploymentCircuitBreaker: { status: 'TRIGGERED', failureCount: 3, threshold: 3 },
  alarms: { status: 'DISABLED' },
}
