import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { logGroup } from '../../../../../src/core/checks/definition/log-group.js'
import type { JsonObject } from '../../../../../src/core/text/json.js'
import type { DefinitionRow } from '../../../../support/check-builders.js'
import { aSubject, having, onFargate, told, unobserved } from '../../../../support/check-builders.js'

const awslogs = (options: JsonObject) => ({ logConfiguration: { logDriver: 'awslogs', options } })
const whole = {
  'awslogs-group': '/ecs/web',
  'awslogs-region': 'eu-west-1',
  'awslogs-stream-prefix': 'app',
}
const { 'awslogs-stream-prefix': _, ...unprefixed } = whole

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
  expect(told(runCheck(logGroup, aSubject({ definition })))).toStrictEqual(says)
})

test.each([
  'eu-west-1',
  'us-gov-east-1',
  'cn-northwest-1',
  'us-isob-east-1',
  'eusc-de-east-1',
  'ap-southeast-7',
])('%s is a region', region => {
  const subject = aSubject({ definition: having(awslogs({ ...whole, 'awslogs-region': region })) })
  expect(told(runCheck(logGroup, unobserved(subject)))).toStrictEqual([])
})
