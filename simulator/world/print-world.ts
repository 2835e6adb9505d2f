import { stringify } from 'yaml'
import type { Scenario } from '../scenarios/scenario.js'

const schemaUrl = 'https://raw.githubusercontent.com/OWNER/ecs-safe-deploy/v1/docs/schema/world.schema.json'

/** A world file that plays the same as the scenario. */
export function printWorld({
  title,
  settings,
  faults,
  world,
}: Pick<Scenario, 'title' | 'settings' | 'faults' | 'world'>): string {
  const described = { title, ...(settings && { settings }), ...(faults && { faults }), ...world }
  const text = stringify(shared(described, new Map()), { lineWidth: 110, aliasDuplicateObjects: true })
  return `# yaml-language-server: $schema=${schemaUrl}\n${text}`
}

/** Shorter than this, a value is easier to read than its name. */
const leastShared = 100

/** Equal values become one, which YAML writes once. */
function shared(value: unknown, known: Map<string, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value
  const copy = Array.isArray(value)
    ? value.map(item => shared(item, known))
    : Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shared(member, known)]))
  const text = JSON.stringify(copy)
  if (text.length < leastShared) return copy
  const found = known.get(text) ?? copy
  known.set(text, found)
  return found
}
