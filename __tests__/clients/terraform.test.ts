/** Terraform's AWS provider creates, reads, updates and destroys services of the simulator, and finds what became of them. */
import { expect } from '@jest/globals'
import { operations } from '../../simulator/ecs/operations.js'
import type { World } from '../../simulator/ecs/world.js'
import { openScenario } from '../../simulator/scenarios/open-scenario.js'
import { portMismatch } from '../../simulator/scenarios/port-mismatch.js'
import { commit, releases } from '../../simulator/scenarios/web-service.js'
import { ScaledClock } from '../../simulator/time/scaled-clock.js'
import { recordExchanges } from './support/record-exchanges.js'
import { openWorkspace, testWithTerraform } from './support/terraform.js'

const observers = recordExchanges()

const previous = { release: releases[6].tag }
/** It listens on another port than the load balancer asks. */
const broken = { release: commit }

const apply = ['apply', '-auto-approve', '-no-color']

testWithTerraform(
  'a service is created, updated, rolled back and destroyed, and every plan says what is so',
  async () => {
    const clock = new ScaledClock({ speed: 600 })
    const { world, server } = await openScenario(portMismatch, {
      clock,
      validateResponses: true,
      ...observers,
      unknownMembers: 'refuse',
    })
    world.images.setFallbackSoftware({})
    const workspace = await openWorkspace(server, '__tests__/clients/terraform/main.tf')
    try {
      await workspace.terraform(apply, previous)
      expect(running(world)).toStrictEqual({ shop: ['shop:1', 'shop:1'], worker: ['worker:1'] })
      // Whatever Terraform read back is what it had asked for.
      expect(await workspace.plan(previous)).toStrictEqual([])

      await workspace.terraform(apply, { ...previous, desired_count: 3 })
      expect(running(world)).toMatchObject({ shop: ['shop:1', 'shop:1', 'shop:1'] })

      // It takes a service that is steady again for deployed: what ECS rolled back is applied for it.
      await workspace.terraform(apply, { ...broken, desired_count: 3 })
      expect(deploymentsOf(world, 'shop')).toStrictEqual(['shop:1 SUCCESSFUL', 'shop:2 ROLLBACK_SUCCESSFUL'])
      expect(running(world)).toMatchObject({ shop: ['shop:1', 'shop:1', 'shop:1'] })
      expect(await workspace.plan({ ...broken, desired_count: 3 })).toStrictEqual([
        'update aws_ecs_service.shop',
      ])

      await workspace.terraform(['destroy', '-auto-approve', '-no-color'], broken)
      const { clusters } = call(world, 'DescribeClusters', { clusters: ['shop'] })
      expect(clusters).toMatchObject([{ status: 'INACTIVE', activeServicesCount: 0, runningTasksCount: 0 }])
      expect(call(world, 'ListTaskDefinitions', { familyPrefix: 'worker' })).toStrictEqual({
        taskDefinitionArns: [],
      })
      expect(server.requests.filter(({ status }) => status !== 200)).toStrictEqual([])
    } finally {
      await workspace.remove()
      await server.close()
    }
  },
)

// biome-ignore lint/suspicious/noExplicitAny: answers are wire JSON, read as a client would
function call(world: World, operation: string, input: object): any {
  const answer = operations[operation]?.(world, input)
  return JSON.parse(JSON.stringify(answer))
}

/** The revisions that run in the cluster, by the service that wants them. */
function running(world: World): Record<string, string[]> {
  world.advance()
  const found: Record<string, string[]> = {}
  for (const serviceName of ['shop', 'worker']) {
    const { taskArns: tasks } = call(world, 'ListTasks', { cluster: 'shop', serviceName })
    found[serviceName] = call(world, 'DescribeTasks', { cluster: 'shop', tasks }).tasks.map(
      ({ taskDefinitionArn }: { taskDefinitionArn: string }) => shortName(taskDefinitionArn),
    )
  }
  return found
}

/** Each deployment of the service with its end, oldest first. */
function deploymentsOf(world: World, service: string): string[] {
  const { serviceDeployments } = call(world, 'ListServiceDeployments', { cluster: 'shop', service })
  return serviceDeployments
    .map(({ status, targetServiceRevisionArn }: Record<string, string>) => {
      const { serviceRevisions } = call(world, 'DescribeServiceRevisions', {
        serviceRevisionArns: [targetServiceRevisionArn],
      })
      return `${shortName(serviceRevisions[0].taskDefinition)} ${status}`
    })
    .toReversed()
}

function shortName(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}
