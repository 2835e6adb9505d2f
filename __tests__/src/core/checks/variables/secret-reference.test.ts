import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { secretReference } from '../../../../../src/core/checks/variables/secret-reference.js'
import type { DefinitionRow } from '../../../../support/check-builders.js'
import {
  aCheckContext,
  checkMessages,
  unobserved,
  withContainer,
} from '../../../../support/check-builders.js'

const secretsManager = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:web/db-8Zk2Qp'
const wrongForm =
  'has an ARN that is not that of a secret, alone or followed by :json-key:version-stage:version-id with all three colons'
const wrongParameter = 'has an ARN that is not of the form arn:aws:ssm:eu-west-1:123456789012:parameter/NAME'
const neither = 'has an ARN of neither Secrets Manager nor SSM, and ECS reads secrets only from these'
const noName =
  'has a valueFrom that is no ARN, with characters that the name of an SSM parameter cannot contain'

test.each([
  { name: 'a secret', valueFrom: secretsManager, says: undefined },
  { name: 'a key of it', valueFrom: `${secretsManager}:url::`, says: undefined },
  { name: 'a version stage of it', valueFrom: `${secretsManager}::AWSPREVIOUS:`, says: undefined },
  {
    name: 'a version of it',
    valueFrom: `${secretsManager}:::9d4cb84b-ad69-40c0-a0ab-cead36b967e8`,
    says: undefined,
  },
  {
    name: 'a key of the secret that RDS manages',
    valueFrom:
      'arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-4b3e3ef1-3cf5-4576-fSJVrq:username::',
    says: undefined,
  },
  {
    name: 'a secret without its six characters',
    valueFrom: secretsManager.slice(0, -7),
    says: undefined,
  },
  {
    name: 'a parameter',
    valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/web/db',
    says: undefined,
  },
  { name: 'a parameter by its name', valueFrom: '/web/prod/db_url', says: undefined },
  { name: 'a name without a path', valueFrom: 'DATABASE_URL', says: undefined },
  { name: 'too few colons', valueFrom: `${secretsManager}:url`, says: `warning: ${wrongForm}` },
  { name: 'too many colons', valueFrom: `${secretsManager}:url:::`, says: `warning: ${wrongForm}` },
  {
    name: 'no name',
    valueFrom: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:',
    says: `warning: ${wrongForm}`,
  },
  {
    name: 'a placeholder for the account, which another check reports',
    valueFrom: 'arn:aws:secretsmanager:eu-west-1:ACCOUNT:secret:web',
    says: undefined,
  },
  {
    name: 'a region that is none',
    valueFrom: 'arn:aws:secretsmanager:ireland:123456789012:secret:web',
    says: `warning: ${wrongForm}`,
  },
  {
    name: 'a parameter without its word',
    valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:web/db',
    says: `warning: ${wrongParameter}`,
  },
  { name: 'a bucket', valueFrom: 'arn:aws:s3:::bucket/web.env', says: `warning: ${neither}` },
  { name: 'nothing', valueFrom: '', says: 'warning: has an empty valueFrom' },
  { name: 'a placeholder', valueFrom: ['$', '{SECRET_ARN}'].join(''), says: undefined },
  { name: 'the secret itself', valueFrom: 'postgres://me:hunter2@db/web', says: `refused: ${noName}` },
  { name: 'a name with a key of it', valueFrom: 'web/db:url::', says: `warning: ${noName}` },
  {
    name: 'another partition',
    valueFrom: 'arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:web-8Zk2Qp',
    says: 'warning: is in the partition aws-cn, but the service runs in aws, where roles cannot read it',
  },
  {
    name: 'a secret in another region',
    valueFrom: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:web-8Zk2Qp',
    says: 'notice: is in us-east-1, but the service runs in eu-west-1',
  },
  {
    name: 'a parameter in another region',
    valueFrom: 'arn:aws:ssm:us-east-1:123456789012:parameter/web',
    says: 'notice: is in us-east-1, but the service runs in eu-west-1',
  },
])('$name: $says', ({ valueFrom, says }) => {
  const definition = withContainer({ secrets: [{ name: 'DB', valueFrom }] })
  expect(checkMessages(runCheck(secretReference, aCheckContext({ definition })))).toStrictEqual(
    says === undefined ? [] : [says.replace(': ', ': container app: the secret DB ')],
  )
})

test('those of a log driver, too; without a service the region is not compared', () => {
  const secretOptions = [
    { name: 'splunk-token', valueFrom: 'a b' },
    { name: 'splunk-url', valueFrom: 'arn:aws:ssm:us-east-1:123456789012:parameter/web' },
  ]
  const definition = withContainer({ logConfiguration: { logDriver: 'splunk', secretOptions } })
  expect(checkMessages(runCheck(secretReference, unobserved(aCheckContext({ definition }))))).toStrictEqual([
    `refused: container app: the secret splunk-token ${noName}`,
  ])
})

test.each<DefinitionRow>([
  {
    name: 'where a secret is kept',
    definition: withContainer({ secrets: [{ name: 'DATABASE_URL' }] }),
    messages: ['refused: container app: the secret DATABASE_URL has no valueFrom'],
  },
  {
    name: 'where a secret of the log driver is kept',
    definition: withContainer({
      logConfiguration: { logDriver: 'splunk', secretOptions: [{ name: 'token' }] },
    }),
    messages: ['refused: container app: the secret token has no valueFrom'],
  },
  {
    name: 'a name',
    definition: withContainer({ secrets: [{ valueFrom: secretsManager }] }),
    messages: [],
  },
  {
    name: 'nothing',
    definition: withContainer({
      environment: [{ name: 'A' }],
      secrets: [{ name: 'B', valueFrom: secretsManager }],
    }),
    messages: [],
  },
])('without $name: $says', ({ definition, messages: says }) => {
  expect(checkMessages(runCheck(secretReference, aCheckContext({ definition })))).toStrictEqual(says)
})
