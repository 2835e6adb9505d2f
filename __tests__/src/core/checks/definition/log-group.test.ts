import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { logGroup } from '../../../../../src/core/checks/definition/log-group.js'
import type { JsonObject } from '../../../../../src/core/text/json.js'
import type { DefinitionRow } from '../../../../support/check-builders.js'
import {
  aCheckContext,
  checkMessages,
  onFargate,
  unobserved,
  withContainer,
} from '../../../../support/check-builders.js'

const awslogs = (options: JsonObject) => ({ logConfiguration: { logDriver: 'awslogs', options } })
const whole = {
  'awslogs-group': '/ecs/web',
  'awslogs-region': 'eu-west-1',
  'awslogs-stream-prefix': 'app',
}
const { 'awslogs-stream-prefix': _, ...unprefixed } = whole

test.each<DefinitionRow>([
  { name: 'all of it', definition: onFargate(awslogs(whole)), messages: [] },
  { name: 'no prefix on EC2', definition: withContainer(awslogs(unprefixed)), messages: [] },
  {
    name: 'no prefix on Fargate',
    definition: onFargate(awslogs(unprefixed)),
    messages: ['refused: container app: the log driver awslogs lacks awslogs-stream-prefix'],
  },
  {
    name: 'no options',
    definition: withContainer({ logConfiguration: { logDriver: 'awslogs' } }),
    messages: ['refused: container app: the log driver awslogs lacks awslogs-group and awslogs-region'],
  },
  {
    name: 'an empty group',
    definition: withContainer(awslogs({ ...whole, 'awslogs-group': '' })),
    messages: ['refused: container app: the log driver awslogs lacks awslogs-group'],
  },
  {
    name: 'a group by its ARN',
    definition: withContainer(
      awslogs({ ...whole, 'awslogs-group': 'arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/web' }),
    ),
    messages: [
      'warning: container app: awslogs-group is not a valid name of a log group: only letters, digits and _ - / . # are allowed',
    ],
  },
  {
    name: 'a placeholder for the region, which another check reports',
    definition: withContainer(awslogs({ ...whole, 'awslogs-region': '<region>' })),
    messages: [],
  },
  {
    name: 'an availability zone',
    definition: withContainer(awslogs({ ...whole, 'awslogs-region': 'eu-west-1a' })),
    messages: ['warning: container app: awslogs-region does not look like an AWS region'],
  },
  {
    name: 'another region',
    definition: withContainer(awslogs({ ...whole, 'awslogs-region': 'us-gov-west-1' })),
    messages: [
      'notice: container app: the logs go to a different region than eu-west-1, where the service runs',
    ],
  },
  {
    name: 'another driver',
    definition: withContainer({ logConfiguration: { logDriver: 'awsfirelens' } }),
    messages: [],
  },
])('$name: $says', ({ definition, messages: says }) => {
  expect(checkMessages(runCheck(logGroup, aCheckContext({ definition })))).toStrictEqual(says)
})

test.each([
  'eu-west-1',
  'us-gov-east-1',
  'cn-northwest-1',
  'us-isob-east-1',
  'eusc-de-east-1',
  'ap-southeast-7',
])('%s is a region', region => {
  const subject = aCheckContext({
    definition: withContainer(awslogs({ ...whole, 'awslogs-region': region })),
  })
  expect(checkMessages(runCheck(logGroup, unobserved(subject)))).toStrictEqual([])
})
