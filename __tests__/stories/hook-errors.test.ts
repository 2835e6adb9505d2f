/** ECS blames a lifecycle hook for what the hook never did: the next step is about the role that lacks something. */
import { expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import { replayBlueGreenHistory } from '../../simulator/scenarios/blue-green-service.js'
import { commit, imageOf, workingSoftware } from '../../simulator/scenarios/web-service.js'
import { playWeb, update, verdict } from '../support/web-stories.js'

const lambda = 'arn:aws:lambda:eu-west-1:123456789012:function:smoke-test'
const listener = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/prod/50dc6c495c0c9188'
const denied = (session: string, action: string, resource: string) =>
  `User: arn:aws:sts::123456789012:assumed-role/${session} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`

const withHook = (error: string) => (world: World) => {
  const hook = {
    lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'],
    targetType: 'AWS_LAMBDA',
    hookTargetArn: lambda,
    roleArn: 'arn:aws:iam::123456789012:role/deploy/hooks',
  }
  update(world, { deploymentConfiguration: { lifecycleHooks: [hook] } })
  world.lambdas.add(lambda, { hookStatus: null, seconds: 3, error })
}

/** The texts are those of https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html */
const rows: readonly {
  readonly name: string
  readonly also: (world: World) => void
  readonly says: RegExp
  readonly next: string
}[] = [
  {
    name: 'ECS may not assume the role of the hook',
    also: withHook('ECS was unable to assume role arn:aws:iam::123456789012:role/deploy/hooks'),
    says: /ECS was unable to assume role \S*hooks/,
    next: 'Let ecs.amazonaws.com assume the role hooks in its trust policy.',
  },
  {
    name: 'the role of the hook may not invoke the function',
    also: withHook(
      `ECS was unable to invoke hook target ${lambda} due to ${denied('hooks/ECS-Lambda-Execution', 'lambda:InvokeFunction', lambda)}`,
    ),
    says: /unable to invoke hook target smoke-test/,
    next: 'Allow lambda:InvokeFunction to the role hooks.',
  },
  {
    name: 'there is no hook: the role for the load balancer may not shift traffic',
    also: world => {
      world.targetGroups.shiftError = denied(
        'ecsInfrastructureRole/ECSNetworkingWithELB',
        'elasticloadbalancing:ModifyListener',
        listener,
      )
    },
    says: /TEST_TRAFFIC_SHIFT lifecycle hook\(s\) failed\. User: \S*ecsInfrastructureRole/,
    next: 'Allow elasticloadbalancing:ModifyListener to the role ecsInfrastructureRole.',
  },
]

test.each(rows)('$name', async ({ also, says, next }) => {
  const played = await playWeb({
    setUp: world => {
      replayBlueGreenHistory(world, { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 1 })
      world.images.add(imageOf(commit), workingSoftware)
      also(world)
    },
  })
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'lifecycle-hook' })
  expect(verdict(played)).toMatch(says)
  expect(verdict(played)).toContain(next)
})
