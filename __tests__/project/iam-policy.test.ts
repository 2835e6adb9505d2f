/**
 * docs/iam-policy.json: the Sids are correct, and nothing is allowed too widely. That it lacks nothing and allows
 * nothing unused is held where the scenarios are played (stories/scenarios.test.ts), and for every other story in
 * support/play.ts.
 */
import { expect, test } from '@jest/globals'
import { actionsIn, actionsOf } from '../support/iam.js'
import { policyIn } from '../support/iam-policies.js'
import { playWeb } from '../support/web-stories.js'

const policy = policyIn('docs/iam-policy.json')
const optional = policy.Statement.filter(({ Sid }) => Sid.startsWith('Optional')).flatMap(actionsOf)
const core = policy.Statement.filter(({ Sid }) => Sid.startsWith('Core')).flatMap(actionsOf)

test('every statement is core or optional, and no action but the one of roles appears in two', () => {
  const all = actionsIn(policy)
  const others = all.filter(action => action !== 'iam:PassRole')
  expect([...core, ...optional].sort()).toStrictEqual([...all].sort())
  expect(new Set(others).size).toBe(others.length)
})

/** The tags of a revision are a condition of its registration: denied with it, and left out the second time. */
const deniedAlone = (actions: readonly string[]) =>
  actions.filter(action => !['iam:PassRole', 'ecs:TagResource'].includes(action))

test('with every optional action denied, a deployment still succeeds and reports what it could not read', async () => {
  const faults = deniedAlone(optional).map(action => {
    const [service = '', operation = ''] = action.split(':')
    return { kind: 'access-denied', services: [service], operations: [operation] } as const
  })
  const { outputs, log, annotations } = await playWeb({
    faults,
    idleFaults: 'allowed',
    inputs: { alarms: 'web-5xx', 'bump-desired-count': '3' },
  })
  expect([outputs.outcome, outputs.revision]).toStrictEqual(['succeeded', '8'])
  const told = [...log, ...annotations.map(({ message }) => message)].join('\n')
  for (const action of ['ecs:ListServiceDeployments', 'ecs:ListTasks', 'cloudwatch:DescribeAlarms'])
    expect(told).toContain(action)
})

test.each(deniedAlone(core))(
  'without the core action %s nothing is deployed, and the reason names it',
  async action => {
    const operation = action.replace('ecs:', '')
    const { outputs, log, world } = await playWeb({
      faults: [{ kind: 'access-denied', operations: [operation] }],
    })
    expect(outputs.outcome).toBe('refused')
    expect(log.join('\n')).toContain(action)
    expect([...world.services.values()].flatMap(({ deployments }) => deployments)).toHaveLength(1)
  },
)

test('roles go only to ECS and its tasks, and only a registration sets tags', () => {
  const conditionsOf = (action: string) =>
    policy.Statement.filter(statement => actionsOf(statement).includes(action)).map(
      ({ Condition }) => Condition,
    )
  expect(conditionsOf('iam:PassRole')).toStrictEqual([
    { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    { StringEquals: { 'iam:PassedToService': 'ecs.amazonaws.com' } },
  ])
  expect(conditionsOf('ecs:TagResource')).toStrictEqual([
    { StringEquals: { 'ecs:CreateAction': 'RegisterTaskDefinition' } },
  ])
})

test('no action contains a wildcard, and every resource is as narrow as possible', () => {
  expect(actionsIn(policy).filter(action => action.includes('*'))).toStrictEqual([])
  // No resources of their own (list_amazonelasticcontainerservice and its like in the Service Authorization
  // Reference), but for ListTasks, which goes by its cluster, and DescribeAlarms, which shows composite alarms only so.
  expect(policy.Statement.filter(({ Resource }) => Resource === '*').flatMap(actionsOf)).toStrictEqual([
    'ecs:DescribeTaskDefinition',
    'ecs:ListTasks',
    'cloudwatch:DescribeAlarms',
    'application-autoscaling:DescribeScalableTargets',
    'elasticloadbalancing:DescribeTargetGroupAttributes',
    'elasticloadbalancing:DescribeTargetGroups',
    'elasticloadbalancing:DescribeTargetHealth',
  ])
})
