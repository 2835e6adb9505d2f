/** The AWS CLI calls what scripts beside a deployment call. */
import { afterAll, beforeAll, expect } from '@jest/globals'
import type { SimulatorServer } from '../../simulator/protocol/http-server.js'
import { healthy } from '../../simulator/scenarios/healthy.js'
import { openScenario } from '../../simulator/scenarios/open-scenario.js'
import { VirtualClock } from '../../simulator/time/virtual-clock.js'
import { runAws, testWithCli } from './support/aws-cli.js'
import { recordExchanges } from './support/record-exchanges.js'

const observers = recordExchanges()

let server: SimulatorServer

beforeAll(async () => {
  const opened = await openScenario(healthy, {
    clock: new VirtualClock(),
    validateResponses: true,
    ...observers,
  })
  opened.world.setAlarm('web-5xx', 'OK')
  server = opened.server
})

afterAll(() => server.close())

const aws = (command: string) => runAws(server, command.split(' '))

testWithCli.each([
  {
    command: 'ecs put-account-setting-default --name containerInsights --value enhanced',
    answer: { setting: { name: 'containerInsights', value: 'enhanced' } },
  },
  {
    command:
      'ecs put-cluster-capacity-providers --cluster prod --capacity-providers FARGATE FARGATE_SPOT --default-capacity-provider-strategy capacityProvider=FARGATE,weight=1',
    answer: { cluster: { capacityProviders: ['FARGATE', 'FARGATE_SPOT'] } },
  },
  {
    command: 'ecs describe-capacity-providers --capacity-providers FARGATE',
    answer: { capacityProviders: [{ name: 'FARGATE', status: 'ACTIVE' }] },
  },
  {
    command: 'ecs update-cluster-settings --cluster prod --settings name=containerInsights,value=enabled',
    answer: { cluster: { settings: [{ name: 'containerInsights', value: 'enabled' }] } },
  },
  { command: 'ecs list-container-instances --cluster prod', answer: { containerInstanceArns: [] } },
  {
    command: 'cloudwatch set-alarm-state --alarm-name web-5xx --state-value ALARM --state-reason drill',
    answer: undefined,
  },
  {
    command: 'logs filter-log-events --log-group-name /ecs/web --filter-pattern Running --max-items 1',
    answer: { events: [{ message: expect.stringContaining('Running') }] },
  },
  { command: 'logs create-log-group --log-group-name /ecs/api', answer: undefined },
  { command: 'logs put-retention-policy --log-group-name /ecs/api --retention-in-days 7', answer: undefined },
  {
    command: 'logs describe-log-groups --log-group-name-prefix /ecs/api',
    answer: { logGroups: [{ retentionInDays: 7 }] },
  },
  {
    command: 'ecr get-authorization-token',
    answer: {
      authorizationData: [{ proxyEndpoint: 'https://123456789012.dkr.ecr.eu-west-1.amazonaws.com' }],
    },
  },
  {
    command: 'sts assume-role --role-arn arn:aws:iam::123456789012:role/deploy --role-session-name me',
    answer: {
      Credentials: { Expiration: expect.stringMatching(/^\d{4}-/) },
      AssumedRoleUser: { Arn: 'arn:aws:sts::123456789012:assumed-role/deploy/me' },
    },
  },
  {
    command:
      'elbv2 create-target-group --name api --protocol HTTP --port 8080 --vpc-id vpc-0a --target-type ip --tags Key=team,Value=api',
    answer: { TargetGroups: [{ TargetGroupName: 'api', HealthCheckTimeoutSeconds: 5 }] },
  },
  {
    command:
      'application-autoscaling register-scalable-target --service-namespace ecs --resource-id service/prod/web --scalable-dimension ecs:service:DesiredCount --min-capacity 1 --max-capacity 4',
    answer: { ScalableTargetARN: expect.stringContaining(':scalable-target/') },
  },
  {
    command: 'iam get-role --role-name ecsTaskExecutionRole',
    answer: {
      Role: {
        AssumeRolePolicyDocument: {
          Statement: [{ Principal: { Service: 'ecs-tasks.amazonaws.com' } }],
        },
      },
    },
  },
  {
    command: 'ec2 describe-subnets --subnet-ids subnet-0a1b2c3d',
    answer: { Subnets: [{ SubnetId: 'subnet-0a1b2c3d', AvailableIpAddressCount: 251 }] },
  },
  {
    command: 'ec2 describe-vpcs --filters Name=vpc-id,Values=vpc-0b1c2d3e4f5a60718',
    answer: { Vpcs: [{ IsDefault: false, CidrBlock: '10.0.0.0/16' }] },
  },
])('aws $command', async ({ command, answer }) => {
  const printed = await aws(command)
  if (answer === undefined) expect(printed).toBeUndefined()
  else expect(printed).toMatchObject(answer)
})

testWithCli('a task is protected, and a command in it is refused', async () => {
  const { taskArns } = await aws('ecs list-tasks --cluster prod --service-name web')
  const [task] = taskArns
  expect(
    await aws(`ecs update-task-protection --cluster prod --tasks ${task} --protection-enabled`),
  ).toMatchObject({ protectedTasks: [{ protectionEnabled: true }], failures: [] })
  expect(await aws(`ecs get-task-protection --cluster prod --tasks ${task}`)).toMatchObject({
    protectedTasks: [{ expirationDate: expect.anything() }],
  })
  await expect(aws('ecs describe-tasks --cluster prod --tasks None')).rejects.toThrow(
    'taskId length should be one of [32,36]',
  )
})

testWithCli.each([
  {
    command: 'sqs list-queues',
    message: 'when calling the ListQueues operation: ListQueues of sqs is for no service',
  },
  { command: 'sns list-topics', message: '(InvalidAction) when calling the ListTopics operation' },
  { command: 'ec2 run-instances', message: '(InvalidAction) when calling the RunInstances operation' },
  { command: 'lambda list-functions', message: '(UnknownOperationException) when calling the ListFunctions' },
  { command: 's3api list-buckets', message: '(UnknownOperationException) when calling the ListBuckets' },
])('aws $command says what the simulator has', async ({ command, message }) => {
  const refused = expect(aws(command)).rejects
  await refused.toThrow(message)
})
