/** Requests that fit the schema and make no sense: ECS may refuse them, the simulator may not break. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { openWorld } from '../../simulator/ecs/open-world.js'
import { operations } from '../../simulator/ecs/operations.js'
import { enumValues } from '../../simulator/protocol/schema/ecs-enums.js'
import { type Schema, shapeOf } from '../../simulator/protocol/schema/schema.js'
import { startServer } from '../../simulator/protocol/server.js'
import { ecsSchemas } from '../../simulator/protocol/services/ecs.js'
import { healthy } from '../../simulator/scenarios/healthy.js'
import { targetGroupArn } from '../../simulator/scenarios/web-service.js'
import { VirtualClock } from '../../simulator/time/virtual-clock.js'
import { post } from './protocol/small-ecs.js'

/** Values that mean something in the world of the scenario, so that not every request ends at the first look-up. */
const likely: Readonly<Record<string, readonly string[]>> = {
  cluster: ['prod'],
  service: ['web'],
  services: ['web', 'absent'],
  serviceName: ['web', 'worker'],
  taskDefinition: ['web', 'web:7', 'web:1'],
  family: ['web', 'worker'],
  resourceArn: ['arn:aws:ecs:eu-west-1:123456789012:service/prod/web'],
  containerName: ['app'],
  targetGroupArn: [targetGroupArn],
  subnets: ['subnet-0a1b2c3d'],
  cpu: ['256'],
  memory: ['512'],
  name: ['app', 'log'],
  image: ['nginx:1.27'],
}

const strings = fc.oneof(fc.constantFrom('web', 'a/b/c', 'arn:aws:ecs:x', ''), fc.string({ maxLength: 12 }))

/** Mostly likely values; where the member has an enum, only its values. */
function stringsOf(member: string): fc.Arbitrary<string> {
  const allowed = enumValues(member)
  if (allowed) return fc.constantFrom(...allowed)
  const known = likely[member.slice(member.indexOf('.') + 1)]
  return known
    ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: strings })
    : strings
}

function anyOf(schema: Schema, depth = 0, path = ''): fc.Arbitrary<unknown> {
  const shape = shapeOf(schema)
  switch (shape.kind) {
    case 'structure': {
      const members = [...shape.members].filter(([name]) => {
        return name !== 'nextToken' && (depth < 3 || shape.required.includes(name))
      })
      return fc.record(
        Object.fromEntries(
          members.map(([name, member]) => [name, anyOf(member, depth + 1, `${shape.name}.${name}`)]),
        ),
        {
          requiredKeys: [...shape.required],
        },
      )
    }
    case 'list':
      return fc.array(anyOf(shape.of, depth + 1, path), { maxLength: 3 })
    case 'map':
      return fc.dictionary(strings, anyOf(shape.of, depth + 1, path), { maxKeys: 2 })
    case 'boolean':
      return fc.boolean()
    case 'number':
    case 'timestamp':
      return fc.oneof(fc.integer({ min: -1, max: 300 }), fc.constantFrom(5001))
    default:
      return stringsOf(path)
  }
}

test.each(Object.keys(operations))('%s', async operation => {
  const clock = new VirtualClock()
  const world = openWorld({ clock })
  healthy.setUp(world)
  const server = await startServer({ world, clock, validateResponses: true })
  const schema = ecsSchemas.get(operation)
  if (schema === undefined) throw new Error(`ECS has no operation ${operation}`)
  const requests = fc.sample(anyOf(schema.input), { numRuns: 40, seed: 1 })
  try {
    for (const request of requests) {
      const { status, text } = await post(server.url, operation, request as object)
      clock.advance(20_000)
      expect({ request, refused: status === 500 && text }).toStrictEqual({ request, refused: false })
    }
  } finally {
    await server.close()
  }
})
