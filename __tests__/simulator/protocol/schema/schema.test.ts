import * as sdk from '@aws-sdk/client-ecs'
import { expect, test } from '@jest/globals'
import { checkedMembers } from '../../../../simulator/protocol/schema/ecs-enums.js'
import { type Schema, shapeOf } from '../../../../simulator/protocol/schema/schema.js'
import { ecsSchemas } from '../../../../simulator/protocol/services/ecs.js'

/** Every `Structure.member` that can be reached from the schema. */
function membersOf(schema: Schema, found = new Set<string>()): Set<string> {
  const shape = shapeOf(schema)
  switch (shape.kind) {
    case 'list':
    case 'map':
      return membersOf(shape.of, found)
    case 'structure':
      for (const [name, member] of shape.members) {
        const path = `${shape.name}.${name}`
        if (!found.has(path)) membersOf(member, found.add(path))
      }
      return found
    default:
      return found
  }
}

test('every operation of the SDK is known, with all its members', () => {
  const commands = Object.keys(sdk).filter(name => /^[A-Z]\w+Command$/.test(name) && name !== '$Command')

  expect([...ecsSchemas.keys()].sort()).toStrictEqual(
    commands.map(name => name.replace(/Command$/, '')).sort(),
  )
  for (const { input, output } of ecsSchemas.values()) {
    expect(() => [membersOf(input), membersOf(output)]).not.toThrow()
  }
})

test('required members come out as such', () => {
  const shape = shapeOf(sdk.DeploymentCircuitBreaker$)

  expect(shape).toMatchObject({ kind: 'structure', required: ['enable', 'rollback'] })
})

test('the members with checked enums exist', () => {
  const reachable = new Set<string>()
  for (const { input, output } of ecsSchemas.values()) membersOf(output, membersOf(input, reachable))

  expect(checkedMembers().filter(member => !reachable.has(member))).toStrictEqual([])
})
