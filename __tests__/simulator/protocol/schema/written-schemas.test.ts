/** The schemas that are written down here are those of the SDK, for the members that they have. */
import * as sdk from '@aws-sdk/client-cloudwatch-logs'
import { expect, test } from '@jest/globals'
import { schemas } from '../../../../simulator/cloudwatch-logs/schemas.js'
import { type Schema, shapeOf } from '../../../../simulator/protocol/schema/schema.js'
import { operationSchemas } from '../../../../simulator/protocol/schema/sdk-schemas.js'

const ofSdk = operationSchemas(sdk)

test.each([...schemas.keys()])('CloudWatch Logs %s', operation => {
  const written = schemas.get(operation)
  const real = ofSdk.get(operation)

  expect(plain(written?.input)).toStrictEqual(plain(real?.input))
  expect(plain(written?.output)).toStrictEqual(plain(real?.output))
})

/** A schema as one value, whatever its lists and members are called inside. */
function plain(schema: Schema | undefined): unknown {
  if (schema === undefined) throw new Error('no such operation')
  const shape = shapeOf(schema)
  switch (shape.kind) {
    case 'structure': {
      const members = [...shape.members].toSorted(([a], [b]) => a.localeCompare(b))
      return {
        required: shape.required.toSorted(),
        members: Object.fromEntries(members.map(([name, member]) => [name, plain(member)])),
      }
    }
    case 'list':
    case 'map':
      return { [shape.kind]: plain(shape.of) }
    default:
      return shape.kind
  }
}
