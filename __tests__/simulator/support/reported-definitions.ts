/** What makes definitions, and those that ECS refused in public reports or that its API reference rules out for Windows. */

const app = { name: 'app', image: 'nginx:1.27', memory: 64 }
export const withApp = (members: object) => ({ containerDefinitions: [{ ...app, ...members }] })
export const withTask = (members: object) => ({ containerDefinitions: [app], ...members })
export const health = (members: object) => withApp({ healthCheck: { command: ['CMD', 'true'], ...members } })
export const log = (options: object) =>
  withApp({
    logConfiguration: {
      logDriver: 'awslogs',
      options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'eu-west-1', ...options },
    },
  })
export const windows = { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' }

export const reportedDefinitions = [
  {
    definition: withTask({ family: 'web@prod' }),
    message: 'Family contains invalid characters.',
    source: 'aws/amazon-ecs-cli#37',
  },
  {
    definition: withApp({ firelensConfiguration: { type: 'fluentbit' } }),
    message:
      'When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver.',
    source: 'aws/amazon-cloudwatch-logs-for-fluent-bit#20',
  },
  {
    definition: withApp({
      logConfiguration: { logDriver: 'awsfirelens' },
      firelensConfiguration: {
        type: 'fluentbit',
        options: { 'config-file-type': 's3', 'config-file-value': 's3://some-bucket/fluentbit.conf' },
      },
    }),
    message: 'Invalid arn syntax.',
    source: 'aws/aws-sdk#311',
  },
  {
    definition: log({ 'awslogs-create-group': 'false' }),
    message:
      "Log driver awslogs option 'awslogs-create-group' should only be set to 'true', else omit option.",
    source: 'terraform-linters/tflint-ruleset-aws#348',
  },
  {
    definition: log({ 'awslogs-group': '' }),
    message: "Log driver awslogs option 'awslogs-group' should not be null or empty.",
    source: 'terraform-aws-modules/terraform-aws-ecs#206',
  },
  {
    definition: log({ log_key: 'log' }),
    message: 'Log driver awslogs disallows options: log_key',
    source: 'aws-samples/amazon-ecs-firelens-examples#83',
  },
  {
    definition: {
      ...withTask({ networkMode: 'awsvpc' }),
      proxyConfiguration: {
        type: 'APPMESH',
        containerName: 'app',
        properties: [{ name: 'ProxyIngressPort', value: '15000' }, { name: 'IgnoredGID' }],
      },
    },
    message: 'ProxyConfiguration properties value cannot be null.',
    source: 'aws-actions/amazon-ecs-deploy-task-definition#163',
  },
  {
    definition: {
      ...withApp({ stopTimeout: 300 }),
      ...{ requiresCompatibilities: ['FARGATE'], networkMode: 'awsvpc', cpu: '256', memory: '512' },
    },
    message:
      'Tasks using the Fargate launch type must have a container stop timeout of less than 120 seconds.',
    source: 'notes on deployments in public repositories',
  },
  {
    definition: withTask({
      volumes: [{ name: 'data', dockerVolumeConfiguration: { scope: 'task', autoprovision: false } }],
    }),
    message:
      "When 'scope' parameter is 'task', 'autoprovision' must either not be specified or set to 'True'.",
    source: 'hashicorp/terraform-provider-aws#5907',
  },
  {
    definition: withTask({
      volumes: [{ name: 'data', dockerVolumeConfiguration: { scope: 'shared', driver: '' } }],
    }),
    message: 'volume.dockerVolumeConfiguration.driver should not be null or empty.',
    source: 'aws/amazon-ecs-cli#927',
  },
  {
    definition: withTask({ placementConstraints: [{ type: 'distinctInstance' }] }),
    message: "constraint.type 'distinctInstance' is not supported.",
    source: 'aws-samples/aws-cdk-examples#628',
  },
  {
    definition: withTask({
      volumes: [
        {
          name: 'data',
          efsVolumeConfiguration: {
            fileSystemId: 'fs-12345678',
            transitEncryption: 'ENABLED',
            transitEncryptionPort: 70_000,
          },
        },
      ],
    }),
    message: 'TransitEncryptionPort must be between 0 and 65535.',
    source: 'API_EFSVolumeConfiguration',
  },
  ...[
    { member: 'readonlyRootFilesystem', value: true },
    { member: 'ulimits', value: [{ name: 'nofile', softLimit: 1024, hardLimit: 4096 }] },
    { member: 'dnsSearchDomains', value: ['internal'] },
    { member: 'extraHosts', value: [{ hostname: 'db', ipAddress: '10.0.0.7' }] },
  ].map(({ member, value }) => ({
    definition: { ...withApp({ [member]: value }), runtimePlatform: windows },
    message: `${member} is not supported for Windows containers.`,
    source: 'API_ContainerDefinition',
  })),
]
