/** The inputs of ECS's operations as JSON Schema, from the schemas of the AWS SDK. */
import { operations } from '../../ecs/operations.js'
import { enumValues } from '../../protocol/schema/ecs-enums.js'
import { type Schema, type Structure, shapeOf } from '../../protocol/schema/schema.js'
import { fractions } from '../../protocol/schema/validate.js'
import { ecsSchemas } from '../../protocol/services/ecs.js'
import type { JsonSchema } from './json-schema.js'

export interface AwsSchemas {
  readonly definitions: Readonly<Record<string, JsonSchema>>
  /** By operation that the simulator has. */
  readonly inputs: Readonly<Record<string, JsonSchema>>
}

export function awsSchemas(): AwsSchemas {
  const reader = new Reader()
  const names = Object.keys(operations).toSorted()
  const inputs = names.flatMap(name => {
    const schema = ecsSchemas.get(name)
    return schema === undefined ? [] : [[name, reader.schema(schema.input, '')] as const]
  })
  return { definitions: reader.definitions, inputs: Object.fromEntries(inputs) }
}

class Reader {
  readonly definitions: Record<string, JsonSchema> = {}

  /** `member` is the `Structure.member` that holds the value, directly or in its list or map. */
  schema(schema: Schema, member: string): JsonSchema {
    const shape = shapeOf(schema)
    switch (shape.kind) {
      case 'structure':
        return this.#structure(shape)
      case 'list':
        return { type: 'array', items: this.schema(shape.of, member) }
      case 'map':
        return { type: 'object', additionalProperties: this.schema(shape.of, member) }
      case 'number':
        return { type: fractions.has(member) ? 'number' : 'integer' }
      case 'timestamp':
        return { type: 'number' }
      case 'boolean':
        return { type: 'boolean' }
      case 'document':
        return {}
      case 'string':
      case 'blob': {
        const allowed = enumValues(member)
        return { type: 'string', ...(allowed && { enum: allowed }) }
      }
    }
  }

  #structure({ name, members, required }: Structure): JsonSchema {
    const key = `ecs.${name}`
    if (!(key in this.definitions)) {
      this.definitions[key] = {}
      const properties = [...members].map(([member, of]) => [member, this.schema(of, `${name}.${member}`)])
      this.definitions[key] = {
        type: 'object',
        properties: Object.fromEntries(properties),
        ...(required.length > 0 && { required }),
        additionalProperties: false,
      }
    }
    return { $ref: `#/$defs/${key}` }
  }
}
