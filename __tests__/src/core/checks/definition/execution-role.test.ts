import { describe, expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { executionRole } from '../../../../../src/core/checks/definition/execution-role.js'
import type { JsonObject } from '../../../../../src/core/text/json.js'
import type { DefinitionRow } from '../../../../support/check-builders.js'
import {
  aCheckContext,
  checkMessages,
  onFargate,
  unobserved,
  withContainer,
} from '../../../../support/check-builders.js'

const noRole = { requiresCompatibilities: ['FARGATE'], networkMode: 'awsvpc' }
const ecr = { image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1' }
const logs = { logConfiguration: { logDriver: 'awslogs', options: {} } }
const secrets = { secrets: [{ name: 'A', valueFrom: 'a' }] }
const external = { requiresCompatibilities: ['EXTERNAL'] }

const image = (host: string) => withContainer({ image: `${host}/web:1` }, noRole)
const neededFor = (what: string, result = 'refused') => [
  `${result}: executionRoleArn is missing; it is required for ${what}`,
]

describe('an execution role if ECS needs one', () => {
  test.each<DefinitionRow>([
    { name: 'a public image on Fargate', definition: withContainer({}, noRole), messages: [] },
    {
      name: 'with the role, all of it',
      definition: onFargate({ ...ecr, ...logs, ...secrets }),
      messages: [],
    },
    {
      name: 'an image in ECR on Fargate',
      definition: withContainer(ecr, noRole),
      messages: neededFor('the image of app in ECR'),
    },
    {
      name: 'an image in ECR in China',
      definition: image('123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn'),
      messages: neededFor('the image of app in ECR'),
    },
    {
      name: 'an image in ECR by its FIPS endpoint',
      definition: image('123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com'),
      messages: neededFor('the image of app in ECR'),
    },
    {
      name: 'an image in ECR by its dual-stack endpoint',
      definition: image('123456789012.dkr-ecr.eu-west-1.on.aws'),
      messages: neededFor('the image of app in ECR'),
    },
    { name: 'an image in ECR Public', definition: image('public.ecr.aws/nginx'), messages: [] },
    {
      name: 'an image in a registry with a similar name',
      definition: image('ecr.example.com'),
      messages: [],
    },
    {
      name: 'awslogs on Fargate',
      definition: withContainer(logs, noRole),
      messages: neededFor('the log of app in CloudWatch'),
    },
    {
      name: 'an image in ECR and awslogs on EC2',
      definition: withContainer({ ...ecr, ...logs }),
      messages: [],
    },
    {
      name: 'an image in ECR on a machine of one’s own',
      definition: withContainer(ecr, external),
      messages: neededFor('the image of app in ECR', 'warning'),
    },
    { name: 'secrets on EC2', definition: withContainer(secrets), messages: neededFor('the secrets of app') },
    {
      name: 'credentials for a registry',
      definition: withContainer({ repositoryCredentials: { credentialsParameter: 'x' } }),
      messages: neededFor('the credentials for the image of app'),
    },
    {
      name: 'secrets of a log driver',
      definition: withContainer({
        logConfiguration: { logDriver: 'splunk', secretOptions: [{ name: 'splunk-token', valueFrom: 'a' }] },
      }),
      messages: neededFor('the secrets of the log of app', 'warning'),
    },
    {
      name: 'several things at once',
      definition: withContainer({ ...ecr, ...logs, ...secrets }, noRole),
      messages: neededFor('the secrets of app, the image of app in ECR and the log of app in CloudWatch'),
    },
  ])('$name: $says', ({ definition, messages: says }) => {
    expect(checkMessages(runCheck(executionRole, aCheckContext({ definition })))).toStrictEqual(says)
  })
})

const role = (value: string): JsonObject => withContainer({}, { taskRoleArn: value })
const noRoleAt = (value: string) => [
  `refused: taskRoleArn "${value}" is neither the ARN nor the name of an IAM role`,
]

describe('the form of a role', () => {
  test.each<DefinitionRow>([
    { name: 'an ARN', definition: role('arn:aws:iam::123456789012:role/web'), messages: [] },
    { name: 'an ARN with a path', definition: role('arn:aws:iam::123456789012:role/a/b/web'), messages: [] },
    { name: 'a name', definition: role('ecsTaskExecutionRole'), messages: [] },
    { name: 'none', definition: role(''), messages: [] },
    { name: 'a placeholder, which another check reports', definition: role('{{ role }}'), messages: [] },
    {
      name: 'a placeholder for the account',
      definition: role('arn:aws:iam::<ACCOUNT_ID>:role/web'),
      messages: [],
    },
    {
      name: 'an account of eleven digits',
      definition: role('arn:aws:iam::12345678901:role/web'),
      messages: noRoleAt('arn:aws:iam::12345678901:role/web'),
    },
    {
      name: 'a policy',
      definition: role('arn:aws:iam::123456789012:policy/web'),
      messages: noRoleAt('arn:aws:iam::123456789012:policy/web'),
    },
    {
      name: 'an instance profile',
      definition: role('arn:aws:iam::123456789012:instance-profile/web'),
      messages: noRoleAt('arn:aws:iam::123456789012:instance-profile/web'),
    },
    {
      name: 'an assumed role',
      definition: role('arn:aws:sts::123456789012:assumed-role/web/me'),
      messages: noRoleAt('arn:aws:sts::123456789012:assumed-role/web/me'),
    },
    {
      name: 'another account',
      definition: role('arn:aws:iam::210987654321:role/web'),
      messages: [
        'warning: taskRoleArn belongs to AWS account 210987654321, but the service runs in AWS account 123456789012',
      ],
    },
    {
      name: 'another partition',
      definition: role('arn:aws-us-gov:iam::123456789012:role/web'),
      messages: [
        'warning: taskRoleArn belongs to account 123456789012 of aws-us-gov, but the service runs in AWS account 123456789012',
      ],
    },
  ])('$name: $says', ({ definition, messages: says }) => {
    expect(checkMessages(runCheck(executionRole, aCheckContext({ definition })))).toStrictEqual(says)
  })

  test('without a service the account is not known', () => {
    const subject = aCheckContext({ definition: role('arn:aws:iam::210987654321:role/web') })
    expect(checkMessages(runCheck(executionRole, unobserved(subject)))).toStrictEqual([])
  })
})
