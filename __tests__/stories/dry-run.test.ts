/** A plan changes nothing and tells everything: also one that a check refuses. */
import { expect, test } from '@jest/globals'
import { files, taskDefinition } from '../../simulator/scenarios/web-service.js'
import { type Played, play } from '../support/play.js'
import { playWeb, text, verdict, webStory } from '../support/web-stories.js'

const dry = { 'dry-run': 'true' }
const reads = /^(?:Describe|List|Get|BatchGet)/

function proveNothingChanged({ requests }: Played): void {
  expect(requests.map(({ operation }) => operation).filter(operation => !reads.test(operation))).toEqual([])
}

const secret = 'hunter2-correct-horse'
const withSecret = {
  ...(taskDefinition('web') as { readonly containerDefinitions: readonly object[] }),
  cpu: '1024',
  memory: '2048',
}
const secretFile = JSON.stringify({
  ...withSecret,
  containerDefinitions: withSecret.containerDefinitions.map(container => ({
    ...container,
    environment: [{ name: 'LOG_LEVEL', value: secret }],
    command: ['serve', secret],
  })),
})

test('the plan shows what would be registered, what is sent, the changes and the checks, and no value', async () => {
  const played = await play({
    ...webStory({ inputs: { ...dry, 'maximum-percent': '150', 'desired-count': '3' } }),
    files: { ...files, 'task-definition.json': secretFile },
  })
  proveNothingChanged(played)
  expect(played.outputs.outcome).toBe('planned')
  const plan = JSON.parse(played.outputs.plan ?? '')
  expect(plan).toMatchObject({
    family: 'web',
    changes: expect.arrayContaining(['~ app.environment.LOG_LEVEL  (value hidden)', '~ cpu  512 → 1024']),
    update: { desiredCount: 3, deploymentConfiguration: { maximumPercent: 150 } },
    definition: {
      cpu: '1024',
      containerDefinitions: [{ environment: [{ name: 'LOG_LEVEL', value: '***' }] }],
    },
  })
  const log = text(played)
  expect(log).toMatch(/▸ UpdateService\n\{\n {2}"cluster": "prod",\n {2}"service": "web",/)
  expect(log).toContain('"maximumPercent": 150')
  expect(log).toContain('"key": "ecs-safe-deploy:previous"')
  expect(played.summary).toContain('<details><summary>UpdateService</summary>')
  expect(played.summary).toContain('`~ cpu 512 → 1024`')
  expect(`${log}${played.summary}${JSON.stringify(played.outputs)}`).not.toContain(secret)
})

test('a plan that a check refuses is red, and shows the plan with every check all the same', async () => {
  const played = await playWeb({ inputs: { ...dry, 'container-name': '', image: '' } })
  proveNothingChanged(played)
  expect([played.passed, played.outputs.outcome]).toEqual([false, 'refused'])
  expect(text(played)).toMatch(
    /▸ Plan\n {2}revision +web:7 → new, from task-definition.json\n[\s\S]*✗ image-moves/,
  )
  expect(played.summary).toMatch(/\| revision \| `web:7` → new \|[\s\S]*<summary>Changes against web:7/)
  expect(JSON.parse(played.outputs.plan ?? '')).toMatchObject({
    kind: 'deploy',
    checks: expect.arrayContaining([expect.objectContaining({ id: 'image-moves', result: 'refused' })]),
  })
})

test('what could not be checked is one line for each permission', async () => {
  const played = await playWeb({
    inputs: { ...dry, alarms: 'web-5xx' },
    faults: [{ kind: 'access-denied', services: ['cloudwatch'] }],
  })
  expect(played.outputs.outcome).toBe('planned')
  expect(played.log.filter(line => line.includes('cloudwatch:DescribeAlarms'))).toHaveLength(1)
})

test.each<{ name: string; inputs: Record<string, string> }>([
  { name: 'the live definition', inputs: {} },
  { name: 'a family', inputs: { 'task-definition-family': 'web' } },
  {
    name: 'a revision',
    inputs: { 'task-definition-arn': 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7' },
  },
])('without credentials nothing can be checked from $name, and that is no failure', async ({ inputs }) => {
  const played = await playWeb({ credentials: 'none', inputs: { ...dry, 'task-definition': '', ...inputs } })
  expect([played.passed, played.outputs.outcome, played.outputs.plan]).toEqual([true, 'planned', ''])
  expect(text(played)).toContain(
    '⚠ There are no AWS credentials and no task definition file: nothing could be checked.',
  )
  expect(played.annotations.map(({ level }) => level)).toEqual(['warning'])
})

test('without credentials a problem of the inputs is refused all the same', async () => {
  const played = await playWeb({
    credentials: 'none',
    inputs: { ...dry, 'task-definition': '', 'circuit-breaker': 'maybe' },
  })
  expect([played.passed, played.outputs.outcome]).toEqual([false, 'refused'])
})

test('credentials that are meant to be there and cannot be had are no fork: the plan is refused', async () => {
  const played = await playWeb({
    credentials: 'none',
    event: { payload: {}, environment: { AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/plan' } },
    inputs: dry,
  })
  expect(played.outputs.outcome).toBe('refused')
  expect(verdict(played)).toContain('run aws-actions/configure-aws-credentials before this step')
})
