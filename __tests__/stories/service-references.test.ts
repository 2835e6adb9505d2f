/** A service that names what its new task definition lacks: refused before anything changes. */
import { expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import { call, files, imageOf, taskDefinition } from '../../simulator/scenarios/web-service.js'
import { changesIn } from '../support/play.js'
import { playWeb, type StoryOverrides, update, verdict } from '../support/web-stories.js'

/** web:8 serves with what the service needs; the file of the story lacks it. */
function served(members: object, definition: object) {
  return (world: World) => {
    const { taskDefinition: registered } = call(world, 'RegisterTaskDefinition', definition) as {
      taskDefinition: { taskDefinitionArn: string }
    }
    update(world, { taskDefinition: registered.taskDefinitionArn, ...members })
    world.advanceTo(world.now + 20 * 60_000)
  }
}

const named = taskDefinition(imageOf('1f3c9e0'), { portMappings: [{ containerPort: 5001, name: 'http' }] })
const mounting = { mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] }
const targetGroupArn = 'arn:aws:vpc-lattice:eu-west-1:123456789012:targetgroup/tg-0123456789abcdef0'
const roleArn = 'arn:aws:iam::123456789012:role/ecsInfrastructureRole'

/** The file of the story without a member. */
function without(...members: readonly string[]): StoryOverrides['files'] & object {
  const whole = Object.entries(JSON.parse(files['task-definition.json']))
  const kept = Object.fromEntries(whole.filter(([member]) => !members.includes(member)))
  return {
    'task-definition.json': JSON.stringify({ ...kept, requiresCompatibilities: undefined }, undefined, 2),
  }
}

interface Row {
  readonly name: string
  readonly files?: StoryOverrides['files'] & object
  readonly also?: StoryOverrides['also'] & object
  readonly says: RegExp
  /** what ECS says, if the check could be off */
  readonly ecs?: string
}

const rows: Row[] = [
  {
    name: 'a port of Service Connect',
    also: served(
      { serviceConnectConfiguration: { enabled: true, namespace: 'prod', services: [{ portName: 'http' }] } },
      named,
    ),
    says: /port-name +task-definition\.json:\d+:\d+ Service Connect of the service uses the port "http", but no port mapping/,
  },
  {
    name: 'a port of VPC Lattice',
    also: served({ vpcLatticeConfigurations: [{ roleArn, targetGroupArn, portName: 'http' }] }, named),
    says: /port-name +task-definition\.json:\d+:\d+ VPC Lattice of the service uses the port "http"/,
  },
  {
    name: 'a port of service discovery',
    also: served(
      {
        serviceRegistries: [
          {
            registryArn: 'arn:aws:servicediscovery:eu-west-1:123456789012:service/srv-0123456789',
            containerName: 'app',
            containerPort: 5201,
          },
        ],
      },
      taskDefinition(imageOf('1f3c9e0'), {
        portMappings: [{ containerPort: 5001 }, { containerPort: 5201 }],
      }),
    ),
    says: /port-registry +task-definition\.json:\d+:\d+ service discovery of the service registers port 5201/,
    ecs: 'The container app did not have a container port 5201 defined.',
  },
  {
    name: 'a volume',
    also: served(
      { volumeConfigurations: [{ name: 'data', managedEBSVolume: { roleArn, sizeInGiB: 10 } }] },
      {
        ...taskDefinition(imageOf('1f3c9e0'), mounting),
        volumes: [{ name: 'data', configuredAtLaunch: true }],
      },
    ),
    says: /launch-volume +(?:\S+ )?service web configures the volume "data" at launch/,
  },
  {
    name: 'a network without the mode for it',
    files: without('networkMode'),
    says: /service-network +(?:\S+ )?service web has a networkConfiguration, which needs the network mode awsvpc/,
  },
]

function playRow({ also, files: own }: Row, inputs: Readonly<Record<string, string>>) {
  return playWeb({ also: also ?? (() => {}), files: own ?? files, inputs })
}

test.each(rows)('$name is refused, in a dry run as well', async row => {
  for (const inputs of [{}, { 'dry-run': 'true' }]) {
    const played = await playRow(row, inputs)
    expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['refused', []])
    expect(verdict(played)).toMatch(row.says)
  }
})

test.each(rows)('$name is refused without preflight, too', async row => {
  const played = await playRow(row, { preflight: 'off' })
  expect(played.outputs.outcome).toBe('refused')
  if (row.ecs) expect(verdict(played)).toContain(row.ecs)
  else expect(verdict(played)).toMatch(row.says)
})
