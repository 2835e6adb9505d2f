/**
 * The answer to an UpdateService with forceNewDeployment on Fargate behind an Application Load Balancer, captured from
 * AWS on 2026-04-30 and abridged; times in epoch seconds as on the wire.
 */
export const updateService = {
  service: {
    serviceArn: 'arn:aws:ecs:ap-northeast-3:802104112480:service/retail-store-ecs-cluster/ui',
    serviceName: 'ui',
    clusterArn: 'arn:aws:ecs:ap-northeast-3:802104112480:cluster/retail-store-ecs-cluster',
    loadBalancers: [
      {
        targetGroupArn:
          'arn:aws:elasticloadbalancing:ap-northeast-3:802104112480:targetgroup/BlueTargetGroup/d981484920c49db1',
        containerName: 'application',
        containerPort: 8080,
      },
    ],
    serviceRegistries: [],
    status: 'ACTIVE',
    desiredCount: 2,
    runningCount: 2,
    pendingCount: 0,
    launchType: 'FARGATE',
    platformVersion: 'LATEST',
    platformFamily: 'Linux',
    taskDefinition: 'arn:aws:ecs:ap-northeast-3:802104112480:task-definition/retail-store-ecs-ui:4',
    deploymentConfiguration: {
      deploymentCircuitBreaker: { enable: false, rollback: false },
      maximumPercent: 200,
      minimumHealthyPercent: 100,
      strategy: 'ROLLING',
      bakeTimeInMinutes: 0,
    },
    deployments: [
      {
        id: 'ecs-svc/6216346761948112104',
        status: 'PRIMARY',
        taskDefinition: 'arn:aws:ecs:ap-northeast-3:802104112480:task-definition/retail-store-ecs-ui:4',
        desiredCount: 0,
        pendingCount: 0,
        runningCount: 0,
        failedTasks: 0,
        createdAt: 1777518042.816,
        updatedAt: 1777518042.816,
        launchType: 'FARGATE',
        platformVersion: '1.4.0',
        platformFamily: 'Linux',
        networkConfiguration: {
          awsvpcConfiguration: {
            subnets: ['subnet-0a'],
            securityGroups: ['sg-0a'],
            assignPublicIp: 'DISABLED',
          },
        },
        rolloutState: 'IN_PROGRESS',
        rolloutStateReason: 'ECS deployment ecs-svc/6216346761948112104 in progress.',
      },
      {
        id: 'ecs-svc/5678755162203410295',
        status: 'ACTIVE',
        taskDefinition: 'arn:aws:ecs:ap-northeast-3:802104112480:task-definition/retail-store-ecs-ui:4',
        desiredCount: 2,
        pendingCount: 0,
        runningCount: 2,
        failedTasks: 0,
        createdAt: 1777514717.056,
        updatedAt: 1777514866.073,
        launchType: 'FARGATE',
        platformVersion: '1.4.0',
        platformFamily: 'Linux',
        networkConfiguration: {
          awsvpcConfiguration: {
            subnets: ['subnet-0a'],
            securityGroups: ['sg-0a'],
            assignPublicIp: 'DISABLED',
          },
        },
        rolloutState: 'COMPLETED',
        rolloutStateReason: 'ECS deployment ecs-svc/5678755162203410295 completed.',
      },
    ],
    roleArn: 'arn:aws:iam::802104112480:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
    events: [
      {
        id: 'a2b132d4-64b4-43bf-a94e-1ea7bf51a56d',
        createdAt: 1777514866.079,
        message: '(service ui) has reached a steady state.',
      },
    ],
    createdAt: 1777510783.081,
    currentServiceRevisions: [
      {
        arn: 'arn:aws:ecs:ap-northeast-3:802104112480:service-revision/retail-store-ecs-cluster/ui/6216346761948112104',
        requestedTaskCount: 0,
        runningTaskCount: 0,
        pendingTaskCount: 0,
      },
      {
        arn: 'arn:aws:ecs:ap-northeast-3:802104112480:service-revision/retail-store-ecs-cluster/ui/5678755162203410295',
        requestedTaskCount: 2,
        runningTaskCount: 2,
        pendingTaskCount: 0,
      },
    ],
    placementConstraints: [],
    placementStrategy: [],
    networkConfiguration: {
      awsvpcConfiguration: { subnets: ['subnet-0a'], securityGroups: ['sg-0a'], assignPublicIp: 'DISABLED' },
    },
    healthCheckGracePeriodSeconds: 30,
    schedulingStrategy: 'REPLICA',
    deploymentController: { type: 'ECS' },
    createdBy: 'arn:aws:iam::802104112480:role/Infrastructure',
    enableECSManagedTags: false,
    propagateTags: 'NONE',
    enableExecuteCommand: true,
    availabilityZoneRebalancing: 'ENABLED',
    resourceManagementType: 'CUSTOMER',
  },
}

/** What DescribeServices echoes for a service that was created with nothing set, since July 2026. */
export const defaultConfiguration = {
  strategy: 'ROLLING',
  maximumPercent: 200,
  minimumHealthyPercent: 100,
  bakeTimeInMinutes: 0,
  alarms: { alarmNames: [], enable: false, rollback: false },
  deploymentCircuitBreaker: {
    enable: false,
    rollback: false,
    resetOnHealthyTask: true,
    thresholdConfiguration: { type: 'BOUNDED_PERCENT', value: 50 },
  },
}
