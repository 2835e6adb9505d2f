/** An ARN of another region or account is refused before any call, in a dry run as well. */
import { expect, test } from '@jest/globals'
import { playWeb, verdict } from '../support/web-stories.js'

const arn = 'arn:aws:ecs:us-east-1:123456789012'
const live = { 'task-definition': '' }

test.each([
  { name: 'cluster', inputs: { cluster: `${arn}:cluster/prod` } },
  { name: 'service', inputs: { service: `${arn}:service/prod/web` } },
  { name: 'task-definition-arn', inputs: { ...live, 'task-definition-arn': `${arn}:task-definition/web:7` } },
])('$name of another region', async ({ name, inputs }) => {
  for (const mode of [{}, { 'dry-run': 'true' }]) {
    const played = await playWeb({ inputs: { ...inputs, ...mode } })
    expect([played.outputs.outcome, played.requests]).toStrictEqual(['refused', []])
    expect(verdict(played)).toMatch(
      new RegExp(
        `  ${name} +"arn:aws:ecs:us-east-1:.* is in us-east-1, but this step calls AWS in eu-west-1: set`,
      ),
    )
  }
})

test('a revision of another account than the service', async () => {
  const revision = 'arn:aws:ecs:eu-west-1:210987654321:task-definition/web:7'
  const service = 'arn:aws:ecs:eu-west-1:123456789012:service/prod/web'
  const played = await playWeb({ inputs: { ...live, service, 'task-definition-arn': revision } })
  expect([played.outputs.outcome, played.requests]).toStrictEqual(['refused', []])
  expect(verdict(played)).toContain('is in account 210987654321, but service is in account 123456789012')
})
