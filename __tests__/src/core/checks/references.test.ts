import { describe, expect, test } from '@jest/globals'
import { checkLogs } from '../../../../src/core/checks/log-group.js'
import { checkSecretReferences } from '../../../../src/core/checks/secret-reference.js'
import { checkVariableNames } from '../../../../src/core/checks/unnamed-variable.js'
import type { JsonObject } from '../../../../src/core/json.js'
import type { DefinitionRow } from '../../../support/check-builders.js'
import { aSubject, having, onFargate, told } from '../../../support/check-builders.js'

const secretsManager = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:web/db-8Zk2Qp'
const wrongForm =
  'its ARN is not of the form arn:PARTITION:secretsmanager:REGION:ACCOUNT:secret:NAME, alone or followed by :json-key:version-stage:version-id with all three colons'
const wrongParameter = 'its ARN is not of the form arn:PARTITION:ssm:REGION:ACCOUNT:parameter/NAME'
const neither = 'its ARN is of neither Secrets Manager nor SSM, and ECS reads secrets from nowhere else'
const noName = 'valueFrom is no ARN and has characters that the name of an SSM parameter cannot have'

describe('secrets', () => {
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
      name: 'an account that was not filled in',
      valueFrom: 'arn:aws:secretsmanager:eu-west-1:ACCOUNT:secret:web',
      says: `warning: ${wrongForm}`,
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
    { name: 'nothing', valueFrom: '', says: 'warning: valueFrom is empty' },
    { name: 'a placeholder', valueFrom: ['$', '{SECRET_ARN}'].join(''), says: `refused: ${noName}` },
    { name: 'the secret itself', valueFrom: 'postgres://me:hunter2@db/web', says: `refused: ${noName}` },
    { name: 'a name with a key of it', valueFrom: 'web/db:url::', says: `warning: ${noName}` },
    {
      name: 'another partition',
      valueFrom: 'arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:web-8Zk2Qp',
      says: 'warning: it is in the partition aws-cn, the service runs in aws, whose roles cannot read it',
    },
    {
      name: 'a secret in another region',
      valueFrom: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:web-8Zk2Qp',
      says: 'notice: it is in us-east-1, the service runs in eu-west-1',
    },
    {
      name: 'a parameter in another region',
      valueFrom: 'arn:aws:ssm:us-east-1:123456789012:parameter/web',
      says: 'notice: it is in us-east-1, the service runs in eu-west-1',
    },
  ])('$name: $says', ({ valueFrom, says }) => {
    const definition = having({ secrets: [{ name: 'DB', valueFrom }] })
    expect(told(checkSecretReferences(aSubject({ definition })))).toStrictEqual(
      says === undefined ? [] : [says.replace(': ', ': container app, secret DB: ')],
    )
  })

  test('those of a log driver, too; without a service the region is not compared', () => {
    const secretOptions = [
      { name: 'splunk-token', valueFrom: 'a b' },
      { name: 'splunk-url', valueFrom: 'arn:aws:ssm:us-east-1:123456789012:parameter/web' },
    ]
    const definition = having({ logConfiguration: { logDriver: 'splunk', secretOptions } })
    const { observed: _, ...offline } = aSubject({ definition })
    expect(told(checkSecretReferences(offline))).toStrictEqual([
      `refused: container app, secret splunk-token: ${noName}`,
    ])
  })
})

const awslogs = (options: JsonObject) => ({ logConfiguration: { logDriver: 'awslogs', options } })
const whole = {
  'awslogs-group': '/ecs/web',
  'awslogs-region': 'eu-west-1',
  'awslogs-stream-prefix': 'app',
}
const { 'awslogs-stream-prefix': _, ...unprefixed } = whole

describe('logs', () => {
  test.each<DefinitionRow>([
    { name: 'all of it', definition: onFargate(awslogs(whole)), says: [] },
    { name: 'no prefix on EC2', definition: having(awslogs(unprefixed)), says: [] },
    {
      name: 'no prefix on Fargate',
      definition: onFargate(awslogs(unprefixed)),
      says: ['refused: container app: the log driver awslogs has no awslogs-stream-prefix'],
    },
    {
      name: 'no options',
      definition: having({ logConfiguration: { logDriver: 'awslogs' } }),
      says: ['refused: container app: the log driver awslogs has no awslogs-group and awslogs-region'],
    },
    {
      name: 'an empty group',
      definition: having(awslogs({ ...whole, 'awslogs-group': '' })),
      says: ['refused: container app: the log driver awslogs has no awslogs-group'],
    },
    {
      name: 'a group by its ARN',
      definition: having(
        awslogs({ ...whole, 'awslogs-group': 'arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/web' }),
      ),
      says: [
        'warning: container app: awslogs-group is no name that a log group can have: letters, digits and _ - / . # only',
      ],
    },
    {
      name: 'a region that was not filled in',
      definition: having(awslogs({ ...whole, 'awslogs-region': '<region>' })),
      says: ['warning: container app: awslogs-region does not look like a region of AWS'],
    },
    {
      name: 'an availability zone',
      definition: having(awslogs({ ...whole, 'awslogs-region': 'eu-west-1a' })),
      says: ['warning: container app: awslogs-region does not look like a region of AWS'],
    },
    {
      name: 'another region',
      definition: having(awslogs({ ...whole, 'awslogs-region': 'us-gov-west-1' })),
      says: ['notice: container app: the logs go to another region than eu-west-1, where the service runs'],
    },
    {
      name: 'another driver',
      definition: having({ logConfiguration: { logDriver: 'awsfirelens' } }),
      says: [],
    },
  ])('$name: $says', ({ definition, says }) => {
    expect(told(checkLogs(aSubject({ definition })))).toStrictEqual(says)
  })

  test.each([
    'eu-west-1',
    'us-gov-east-1',
    'cn-northwest-1',
    'us-isob-east-1',
    'eusc-de-east-1',
    'ap-southeast-7',
  ])('%s is a region', region => {
    const { observed: __, ...offline } = aSubject({
      definition: having(awslogs({ ...whole, 'awslogs-region': region })),
    })
    expect(told(checkLogs(offline))).toStrictEqual([])
  })
})

describe('what is left out', () => {
  const valueFrom = secretsManager
  test.each<DefinitionRow>([
    {
      name: 'where a secret is kept',
      definition: having({ secrets: [{ name: 'DATABASE_URL' }] }),
      says: ['refused: container app, secret DATABASE_URL: it has no valueFrom'],
    },
    {
      name: 'where a secret of the log driver is kept',
      definition: having({ logConfiguration: { logDriver: 'splunk', secretOptions: [{ name: 'token' }] } }),
      says: ['refused: container app, secret token: it has no valueFrom'],
    },
    {
      name: 'the name of a secret',
      definition: having({ secrets: [{ name: 'A', valueFrom }, { valueFrom }] }),
      says: ['refused: container app: secrets[1] has no name'],
    },
    {
      name: 'the name of a secret of the log driver',
      definition: having({ logConfiguration: { logDriver: 'splunk', secretOptions: [{ valueFrom }] } }),
      says: ['refused: container app: logConfiguration.secretOptions[0] has no name'],
    },
    {
      name: 'the name of a variable',
      definition: having({ environment: [{ value: 'hunter2' }, { name: '', value: 'hunter2' }] }),
      says: [
        'refused: container app: environment[0] has no name',
        'refused: container app: environment[1] has no name',
      ],
    },
    {
      name: 'nothing',
      definition: having({ environment: [{ name: 'A' }], secrets: [{ name: 'B', valueFrom }] }),
      says: [],
    },
  ])('$name', ({ definition, says }) => {
    const subject = aSubject({ definition })
    expect(told([...checkSecretReferences(subject), ...checkVariableNames(subject)])).toStrictEqual(says)
  })
})
