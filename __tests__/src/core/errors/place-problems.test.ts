/** ARNs that no call of this step can reach. */
import { expect, test } from '@jest/globals'
import { placeProblems } from '../../../../src/core/errors/place-problems.js'

const arn = (resource: string, region = 'eu-west-1', account = '123456789012') =>
  `arn:aws:ecs:${region}:${account}:${resource}`
const elsewhere =
  'is in us-east-1, but this step calls AWS in eu-west-1: set AWS_REGION (aws-region of aws-actions/configure-aws-credentials) to us-east-1, or correct the ARN'

interface Row {
  readonly name: string
  readonly references: Readonly<Record<string, string>>
  readonly region?: string | undefined
  readonly says: readonly string[]
}

test.each<Row>([
  {
    name: 'names',
    references: { cluster: 'prod', service: 'web', 'task-definition-arn': 'web:7' },
    says: [],
  },
  {
    name: 'ARNs of the region',
    references: { cluster: arn('cluster/prod'), 'task-definition-arn': arn('task-definition/web:7') },
    says: [],
  },
  {
    name: 'a cluster of another region',
    references: { cluster: arn('cluster/prod', 'us-east-1'), service: 'web' },
    says: [`cluster: "${arn('cluster/prod', 'us-east-1')}" ${elsewhere}`],
  },
  {
    name: 'a service of another region',
    references: { cluster: 'prod', service: arn('service/prod/web', 'us-east-1') },
    says: [`service: "${arn('service/prod/web', 'us-east-1')}" ${elsewhere}`],
  },
  {
    name: 'a revision of another region',
    references: { service: 'web', 'task-definition-arn': arn('task-definition/web:7', 'us-east-1') },
    says: [`task-definition-arn: "${arn('task-definition/web:7', 'us-east-1')}" ${elsewhere}`],
  },
  {
    name: 'another region, where that of the client is not known',
    references: { cluster: arn('cluster/prod', 'us-east-1') },
    region: undefined,
    says: [],
  },
  {
    name: 'two accounts',
    references: {
      cluster: arn('cluster/prod'),
      service: arn('service/prod/web'),
      'task-definition-arn': arn('task-definition/web:7', 'eu-west-1', '210987654321'),
    },
    says: [
      `task-definition-arn: "${arn('task-definition/web:7', 'eu-west-1', '210987654321')}" is in account 210987654321, but cluster is in account 123456789012: name resources of one account, that of the credentials of this step`,
    ],
  },
])('$name: $says', ({ references, says, ...row }) => {
  const region = 'region' in row ? row.region : 'eu-west-1'
  const inputs = Object.entries(references).map(([input, value]) => ({ input, value }))
  const problems = placeProblems(inputs, region)
  expect(problems.map(({ subject, text }) => `${subject}: ${text}`)).toStrictEqual(says)
})
