/** What the requests that change something can say: JSON, checked by the same schema as world files. */
import { knownDefinitions } from '../world/read-world.js'
import { integer, type JsonSchema, list, named, object, reference } from '../world/schema/json-schema.js'

export const bodies = {
  images: named(reference('image'), 'By reference: from now on these images exist and behave like this.'),
  alarms: named(reference('alarm'), 'By name: from now on they are in this state.'),
  changes: reference('change', 'Any change of a world file, now.'),
  faults: list(reference('fault'), 'From now on, in addition to those that there are.'),
  time: {
    ...object({
      advance: reference('duration', 'Time passes at once.'),
      speed: {
        type: 'number',
        minimum: 0,
        maximum: 1000,
        description: 'Simulated seconds per real second; at 0 time stands still.',
      },
    }),
    minProperties: 1,
  },
  reset: object({ seed: integer('Instead of that of the world.') }, [], 'The world as it was at the start.'),
} as const satisfies Readonly<Record<string, JsonSchema>>

/** docs/schema/control.schema.json */
export function controlSchemaFile(): string {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:ecs-safe-deploy:schema:control:1',
    title: 'The control endpoint of the ECS simulator',
    description: 'Each member is the body of the request that it is named by.',
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(bodies).map(([name, body]) => [`POST /_control/${name}`, body]),
    ),
    additionalProperties: false,
    $defs: knownDefinitions(),
  }
  return `${JSON.stringify(schema, undefined, 1)}\n`
}
