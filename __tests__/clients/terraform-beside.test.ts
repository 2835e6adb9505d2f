/** Terraform creates, changes and destroys what stands beside a service, and the simulator holds what it was told. */
import { expect } from '@jest/globals'
import { describeScalableTargets } from '../../simulator/application-auto-scaling/describe-scalable-targets.js'
import { describeScalingPolicies } from '../../simulator/application-auto-scaling/scaling-policies.js'
import { describeLogGroups } from '../../simulator/cloudwatch-logs/describe-log-groups.js'
import { openWorld } from '../../simulator/ecs/open-world.js'
import type { World } from '../../simulator/ecs/world.js'
import { describeTargetGroups } from '../../simulator/elastic-load-balancing/describe-target-groups.js'
import { describeTargetHealth } from '../../simulator/elastic-load-balancing/describe-target-health.js'
import { startServer } from '../../simulator/protocol/server.js'
import { ScaledClock } from '../../simulator/time/scaled-clock.js'
import { recordExchanges } from './support/record-exchanges.js'
import { openWorkspace, testWithTerraform } from './support/terraform.js'

const observers = recordExchanges()
const apply = ['apply', '-auto-approve', '-no-color']
const changed = { path: '/up', retention: 30, most: 8, cpu: 75 }
const namespace = { ServiceNamespace: 'ecs' }

/** What is there, as the operations of each service answer. */
function held(world: World) {
  const { TargetGroups } = describeTargetGroups(world, {}) as { TargetGroups: { TargetGroupArn: string }[] }
  return {
    groups: TargetGroups,
    logs: describeLogGroups(world, {}),
    targets: describeScalableTargets(world, namespace),
    policies: describeScalingPolicies(world, namespace),
  }
}

testWithTerraform('what is beside a service is created, changed and destroyed', async () => {
  const clock = new ScaledClock({ speed: 600 })
  const world = openWorld({ clock })
  world.images.setFallbackSoftware({ respondsOnAnyPath: true })
  const server = await startServer({
    world,
    clock,
    validateResponses: true,
    unknownMembers: 'refuse',
    ...observers,
  })
  const workspace = await openWorkspace(server, '__tests__/clients/terraform/beside-the-service.tf')
  try {
    await workspace.terraform(apply)
    expect(await workspace.plan()).toStrictEqual([])
    const created = held(world)
    expect(created).toMatchObject({
      groups: [{ TargetGroupName: 'api', HealthCheckPath: '/health', HealthCheckIntervalSeconds: 10 }],
      logs: { logGroups: [{ logGroupName: '/ecs/api', retentionInDays: 14 }] },
      targets: { ScalableTargets: [{ ResourceId: 'service/shop/api', MinCapacity: 2, MaxCapacity: 4 }] },
      policies: {
        ScalingPolicies: [
          { PolicyName: 'cpu', TargetTrackingScalingPolicyConfiguration: { TargetValue: 60 } },
        ],
      },
    })
    const [{ TargetGroupArn } = { TargetGroupArn: '' }] = created.groups
    expect(describeTargetHealth(world, { TargetGroupArn })).toMatchObject({
      TargetHealthDescriptions: [
        { TargetHealth: { State: 'healthy' } },
        { TargetHealth: { State: 'healthy' } },
      ],
    })

    await workspace.terraform(apply, changed)
    expect(await workspace.plan(changed)).toStrictEqual([])
    expect(held(world)).toMatchObject({
      groups: [{ TargetGroupArn, HealthCheckPath: '/up' }],
      logs: { logGroups: [{ retentionInDays: 30 }] },
      targets: { ScalableTargets: [{ MaxCapacity: 8 }] },
      policies: {
        ScalingPolicies: [{ TargetTrackingScalingPolicyConfiguration: { TargetValue: 75 } }],
      },
    })

    await workspace.terraform(['destroy', '-auto-approve', '-no-color'], changed)
    expect(held(world)).toStrictEqual({
      groups: [],
      logs: { logGroups: [] },
      targets: { ScalableTargets: [] },
      policies: { ScalingPolicies: [] },
    })
    // Terraform asks for what it destroyed until that is not found.
    const refused = server.requests.filter(({ status }) => status !== 200)
    expect(
      refused.map(({ error }) => error).filter(error => !String(error).includes('NotFound')),
    ).toStrictEqual([])
  } finally {
    await workspace.remove()
    await server.close()
  }
})
