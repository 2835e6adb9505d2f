import { knownDefinitions } from '../read-world.js'
import { worldSchema } from './world-schema.js'

/** docs/schema/world.schema.json */
export function worldSchemaFile(): string {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:ecs-safe-deploy:schema:world:1',
    title: 'A world of the ECS simulator',
    ...worldSchema,
    $defs: knownDefinitions(),
  }
  return `${JSON.stringify(schema, undefined, 1)}\n`
}
