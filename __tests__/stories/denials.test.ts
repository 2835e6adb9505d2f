/** Whatever AWS denies, the policy that it names stands beside the action, and the advice follows it. */
import { expect, test } from '@jest/globals'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { playWeb, type StoryOverrides, text } from '../support/web-stories.js'

const scp = 'arn:aws:organizations::123456789012:policy/o-y3vn941x7j/service_control_policy/p-kfhxcsd9'
const clause = `with an explicit deny in a service control policy: ${scp}`
const shown = `, with an explicit deny in a service control policy (${scp})`
const remedy = 'ask the administrators of the organization to change it'

const crashing = { exitsAfterSeconds: 1, exitCode: 1, logs: ['Error: no'] }

test.each<{
  readonly operation: string
  readonly outcome: string
  readonly story?: Partial<StoryOverrides>
  readonly begins: string
}>([
  { operation: 'DescribeServices', outcome: 'refused', begins: 'the role deploy may not call ecs:' },
  { operation: 'RegisterTaskDefinition', outcome: 'refused', begins: 'the role deploy may not call ecs:' },
  { operation: 'UpdateService', outcome: 'refused', begins: 'the role deploy may not call ecs:' },
  { operation: 'BatchGetImage', outcome: 'succeeded', begins: 'not checked: ecr:' },
  { operation: 'DescribeTargetGroups', outcome: 'succeeded', begins: 'not checked: elasticloadbalancing:' },
  {
    operation: 'ListTasks',
    outcome: 'succeeded',
    begins: 'The tasks of the deployment could not be read: ecs:',
  },
  { operation: 'ListServiceDeployments', outcome: 'succeeded', begins: 'could not be read: ecs:' },
  {
    operation: 'GetLogEvents',
    outcome: 'rolled-back',
    story: { software: crashing },
    begins: 'The log of app is not shown: logs:',
  },
  {
    operation: 'StopServiceDeployment',
    outcome: 'rolled-back',
    story: {
      software: movedSoftware,
      inputs: { preflight: 'warn', 'fail-fast-after': '2', 'circuit-breaker-threshold': '5' },
    },
    begins: 'the role deploy may not call ecs:',
  },
])('$operation denied by the organization: $outcome', async ({ operation, outcome, story, begins }) => {
  const played = await playWeb({
    faults: [{ kind: 'access-denied', operations: [operation], clause }],
    ...story,
  })
  expect(played.outputs.outcome).toBe(outcome)
  const lines = [...played.log, ...played.annotations.map(({ message }) => message)]
  const said = lines.find(line => line.includes(`${begins}${operation}`))
  expect(said).toContain(shown)
  if (operation !== 'StopServiceDeployment') expect(said).toContain(`: ${remedy}`)
  expect(text(played)).not.toMatch(/allow (?:it|ecs:|ecr:|logs:|elasticloadbalancing:)/)
})

test('a session without the action: the inputs of configure-aws-credentials are named', async () => {
  const played = await playWeb({
    faults: [
      {
        kind: 'access-denied',
        operations: ['UpdateService'],
        clause: 'because no session policy allows the ecs:UpdateService action',
      },
    ],
  })
  expect(played.outputs).toMatchObject({ outcome: 'refused', 'failure-class': 'permissions' })
  expect(played.outputs['failure-reason']).toMatch(
    /, because no session policy allows it: add it to inline-session-policy or managed-session-policies of configure-aws-credentials$/,
  )
})
