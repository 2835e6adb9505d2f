/** The members of tasks as AWS answered them, by type: `text` and `number` stand for any value. */

const text = 'string'
const number = 'number'
const flag = 'boolean'
const interfaces = [{ attachmentId: text, privateIpv4Address: text }]

/**
 * A task of a service on Fargate that runs, by DescribeTasks in February 2026
 * (github.com/cartography-cncf/cartography, tests/data/aws/ecs.py, GET_ECS_TASKS_LIVE_REDACTED). The overrides, which
 * were cut there, are those of an earlier task in the same file and of `aws ecs run-task` in the AWS CLI's examples.
 */
export const runningTask = {
  attachments: [{ id: text, type: text, status: text, details: [{ name: text, value: text }] }],
  attributes: [{ name: text, value: text }],
  availabilityZone: text,
  clusterArn: text,
  connectivity: text,
  connectivityAt: number,
  containers: [
    {
      containerArn: text,
      taskArn: text,
      name: text,
      image: text,
      imageDigest: text,
      runtimeId: text,
      lastStatus: text,
      networkBindings: [],
      networkInterfaces: interfaces,
      healthStatus: text,
      cpu: text,
    },
  ],
  cpu: text,
  createdAt: number,
  desiredStatus: text,
  enableExecuteCommand: flag,
  group: text,
  healthStatus: text,
  lastStatus: text,
  launchType: text,
  memory: text,
  overrides: { containerOverrides: [{ name: text }], inferenceAcceleratorOverrides: [] },
  platformVersion: text,
  platformFamily: text,
  pullStartedAt: number,
  pullStoppedAt: number,
  startedAt: number,
  startedBy: text,
  tags: [],
  taskArn: text,
  taskDefinitionArn: text,
  version: number,
  ephemeralStorage: { sizeInGiB: number },
  fargateEphemeralStorage: { sizeInGiB: number },
}

/** What such texts look like, in the same places. */
export const runningTaskTexts = {
  attachments: [
    {
      id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      type: /^ElasticNetworkInterface$/,
      status: /^ATTACHED$/,
    },
  ],
  availabilityZone: /^[a-z]{2}-[a-z]+-\d[a-f]$/,
  containers: [
    {
      containerArn:
        /^arn:aws:ecs:[\w-]+:\d{12}:container\/[\w-]+\/[0-9a-f]{32}\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      taskArn: /^arn:aws:ecs:[\w-]+:\d{12}:task\/[\w-]+\/[0-9a-f]{32}$/,
      imageDigest: /^sha256:[0-9a-f]{64}$/,
      runtimeId: /^[0-9a-f]{32}-\d{9,10}$/,
      cpu: /^\d+$/,
    },
  ],
  group: /^service:[\w-]+$/,
  startedBy: /^ecs-svc\/\d{19,20}$/,
}

/** Names and texts of the details of its network interface, in this order. */
export const interfaceDetails: readonly (readonly [string, RegExp])[] = [
  ['subnetId', /^subnet-[0-9a-f]{17}$/],
  ['networkInterfaceId', /^eni-[0-9a-f]{17}$/],
  ['macAddress', /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/],
  ['privateDnsName', /^ip-\d+-\d+-\d+-\d+\.([\w-]+\.compute|ec2)\.internal$/],
  ['privateIPv4Address', /^\d+\.\d+\.\d+\.\d+$/],
]

/**
 * A task that the load balancer found unhealthy, in an event of August 2022 (github.com/mypojo/kx_kotlin_support, the
 * sample in the package net.kotlinx.aws.sns). Events leave out the health of tasks (ecs_task_events).
 */
export const unhealthyTask = {
  attachments: [{ id: text, status: text, details: [{ name: text, value: text }] }],
  containers: [
    {
      containerArn: text,
      exitCode: number,
      lastStatus: text,
      name: text,
      image: text,
      imageDigest: text,
      runtimeId: text,
      taskArn: text,
      networkInterfaces: interfaces,
      cpu: text,
    },
  ],
  ephemeralStorage: { sizeInGiB: number },
  executionStoppedAt: number,
  overrides: { containerOverrides: [{ name: text }] },
  pullStartedAt: number,
  pullStoppedAt: number,
  startedAt: number,
  startedBy: text,
  stoppingAt: number,
  stoppedAt: number,
  stoppedReason: text,
  stopCode: text,
  version: number,
}

/** The same event's words. */
export const unhealthyTaskTexts = {
  attachments: [{ status: /^DELETED$/ }],
  desiredStatus: /^STOPPED$/,
  stopCode: /^ServiceSchedulerInitiated$/,
  stoppedReason:
    /^Task failed ELB health checks in \(target-group arn:aws:elasticloadbalancing:[\w-]+:\d{12}:targetgroup\/[\w-]+\/[0-9a-f]{16}\)$/,
}

/** A task that is only just created, by RunTask in January 2025 (aws-cli, awscli/examples/ecs/run-task.rst). */
export const newTask = {
  attributes: [{ name: text, value: text }],
  availabilityZone: text,
  clusterArn: text,
  containers: [
    {
      containerArn: text,
      taskArn: text,
      name: text,
      image: text,
      lastStatus: text,
      networkInterfaces: [],
      cpu: text,
    },
  ],
  cpu: text,
  createdAt: number,
  desiredStatus: text,
  enableExecuteCommand: flag,
  group: text,
  lastStatus: text,
  launchType: text,
  memory: text,
  overrides: { containerOverrides: [{ name: text }], inferenceAcceleratorOverrides: [] },
  platformVersion: text,
  platformFamily: text,
  tags: [],
  taskArn: text,
  taskDefinitionArn: text,
  version: number,
  ephemeralStorage: { sizeInGiB: number },
  fargateEphemeralStorage: { sizeInGiB: number },
}
