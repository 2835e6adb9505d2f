/**
 * The members that services other than ECS return, by type, from the outputs in the examples of the AWS CLI
 * (github.com/aws/aws-cli, awscli/examples). They are abridged there: an answer has all of these, and may have more.
 */

const text = 'string'
const number = 'number'
const flag = 'boolean'

/** ecr/describe-images.rst */
export const describeImages = {
  imageDetails: [
    {
      registryId: text,
      repositoryName: text,
      imageDigest: text,
      imageTags: [text],
      imageSizeInBytes: number,
      imagePushedAt: number,
    },
  ],
}

/** ecr/batch-get-image.rst */
export const batchGetImage = {
  images: [
    {
      registryId: text,
      repositoryName: text,
      imageId: { imageDigest: text, imageTag: text },
      imageManifest: text,
    },
  ],
  failures: [],
}

/** The manifest in it, a text of its own. */
export const imageManifest = {
  schemaVersion: number,
  mediaType: text,
  config: { mediaType: text, size: number, digest: text },
  layers: [{ mediaType: text, size: number, digest: text }],
}

/** elbv2/describe-target-groups.rst */
export const describeTargetGroups = {
  TargetGroups: [
    {
      TargetGroupArn: text,
      TargetGroupName: text,
      Protocol: text,
      Port: number,
      VpcId: text,
      HealthCheckProtocol: text,
      HealthCheckPort: text,
      HealthCheckEnabled: flag,
      HealthCheckIntervalSeconds: number,
      HealthCheckTimeoutSeconds: number,
      HealthyThresholdCount: number,
      UnhealthyThresholdCount: number,
      HealthCheckPath: text,
      Matcher: { HttpCode: text },
      LoadBalancerArns: [text],
      TargetType: text,
      ProtocolVersion: text,
      IpAddressType: text,
    },
  ],
}

/** elbv2/describe-target-health.rst */
export const describeTargetHealth = {
  TargetHealthDescriptions: [
    { HealthCheckPort: text, Target: { Id: text, Port: number }, TargetHealth: { State: text } },
  ],
}

/** cloudwatch/describe-alarms.rst, without the description and the data of the reason, which not every alarm has. */
export const describeAlarms = {
  MetricAlarms: [
    {
      EvaluationPeriods: number,
      AlarmArn: text,
      StateUpdatedTimestamp: number,
      AlarmConfigurationUpdatedTimestamp: number,
      ComparisonOperator: text,
      AlarmActions: [],
      Namespace: text,
      Period: number,
      StateValue: text,
      Threshold: number,
      AlarmName: text,
      Dimensions: [{ Name: text, Value: text }],
      Statistic: text,
      StateReason: text,
      InsufficientDataActions: [],
      OKActions: [],
      ActionsEnabled: flag,
      MetricName: text,
    },
  ],
}

/** logs/get-log-events.rst */
export const getLogEvents = {
  nextForwardToken: text,
  events: [{ ingestionTime: number, timestamp: number, message: text }],
  nextBackwardToken: text,
}

/** logs/describe-log-streams.rst */
export const describeLogStreams = {
  logStreams: [{ creationTime: number, arn: text, logStreamName: text, storedBytes: number }],
}

/** application-autoscaling/describe-scalable-targets.rst */
export const describeScalableTargets = {
  ScalableTargets: [
    {
      ScalableDimension: text,
      ResourceId: text,
      RoleARN: text,
      SuspendedState: {
        DynamicScalingOutSuspended: flag,
        ScheduledScalingSuspended: flag,
        DynamicScalingInSuspended: flag,
      },
      CreationTime: number,
      MinCapacity: number,
      ServiceNamespace: text,
      MaxCapacity: number,
    },
  ],
}
