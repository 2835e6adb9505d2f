/**
 * docs/iam-policy.json against the calls of the stories: nothing missing, nothing unused, and the Sids tell the truth.
 * That no story whatsoever needs another action is held where they are played (support/play.ts).
 */
import { expect, test } from '@jest/globals'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { actionsIn, actionsOf, allows, needsOf } from '../support/iam.js'
import { policyIn } from '../support/iam-policies.js'
import { play, type Story } from '../support/play.js'
import { playWeb, type Unusual } from '../support/web-stories.js'

const policy = policyIn('docs/iam-policy.json')
const optional = policy.Statement.filter(({ Sid }) => Sid.startsWith('Optional')).flatMap(actionsOf)
const core = policy.Statement.filter(({ Sid }) => Sid.startsWith('Core')).flatMap(actionsOf)

/** Stories that reach what no scenario reaches. A call that is new to the action needs one here. */
const further: Readonly<Record<string, Unusual>> = {
  'alarms of the input': {
    also: world => world.setAlarm('web-5xx', 'OK'),
    inputs: { alarms: 'web-5xx', 'wait-for-service-stability': 'false' },
  },
  'a raised desired count': {
    inputs: { 'bump-desired-count': '3' },
  },
}

async function requestsOf(story: Story) {
  const { requests } = await play(story)
  return requests
}

test('every action that the stories need is allowed on its resource, and every action allowed is needed', async () => {
  const needs = []
  for (const story of Object.values(scenarios)) needs.push(...(await requestsOf(story)).flatMap(needsOf))
  for (const unusual of Object.values(further))
    needs.push(...(await playWeb(unusual)).requests.flatMap(needsOf))

  expect(needs.filter(need => !allows(policy, need))).toStrictEqual([])
  const needed = new Set(needs.map(({ action }) => action))
  expect([...core, ...optional].filter(action => !needed.has(action))).toStrictEqual([])
}, 60_000)

test('every statement is core or optional, none of both, and no action stands in two', () => {
  const all = actionsIn(policy)
  expect([...core, ...optional].sort()).toStrictEqual([...all].sort())
  expect(new Set(all).size).toBe(all.length)
})

/** The tags of a revision are a condition of its registration: denied with it, and left out the second time. */
const deniedAlone = (actions: readonly string[]) =>
  actions.filter(action => !['iam:PassRole', 'ecs:TagResource'].includes(action))

test('with every optional action denied a deployment still succeeds, and says what it could not see', async () => {
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

test('roles are passed to ECS tasks alone, and tags only set by a registration', () => {
  const conditionOf = (action: string) =>
    policy.Statement.find(statement => actionsOf(statement).includes(action))?.Condition
  expect(conditionOf('iam:PassRole')).toStrictEqual({
    StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
  })
  expect(conditionOf('ecs:TagResource')).toStrictEqual({
    StringEquals: { 'ecs:CreateAction': 'RegisterTaskDefinition' },
  })
})

test('nothing is allowed by a wildcard in an action, and what can be scoped is', () => {
  expect(actionsIn(policy).filter(action => action.includes('*'))).toStrictEqual([])
  // No resources of their own (list_amazonelasticcontainerservice and its like in the Service Authorization
  // Reference), but for ListTasks, which goes by its cluster, and DescribeAlarms, which shows composite alarms only so.
  expect(policy.Statement.filter(({ Resource }) => Resource === '*').flatMap(actionsOf)).toStrictEqual([
    'ecs:DescribeTaskDefinition',
    'ecs:ListTasks',
    'cloudwatch:DescribeAlarms',
    'application-autoscaling:DescribeScalableTargets',
    'elasticloadbalancing:DescribeTargetGroups',
    'elasticloadbalancing:DescribeTargetHealth',
  ])
})
