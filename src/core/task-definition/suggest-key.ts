/** What was probably meant by a key that ECS does not know. */
import { closest } from '../errors/problem.js'

/** Words of Compose, of tags and of habit for what ECS calls otherwise, and no edit leads from one to the other. */
const others: Readonly<Record<string, string>> = {
  env: 'environment',
  key: 'name',
  name: 'key',
  labels: 'dockerLabels',
  ports: 'portMappings',
  volumes: 'mountPoints',
}

/** Of two that are as near, a key that does not stand there yet (`free`) is meant rather than one that does. */
export function suggestKey(
  key: string,
  free: readonly string[],
  taken: readonly string[],
): string | undefined {
  const names = [...free, ...taken]
  const other = Object.hasOwn(others, key.toLowerCase()) ? others[key.toLowerCase()] : undefined
  const near = closest(key, names)
  if (near !== undefined) return near
  if (other !== undefined && names.includes(other)) return other
  const longer = free.filter(name => key.length > 2 && name.toLowerCase().startsWith(key.toLowerCase()))
  return longer.length === 1 ? longer[0] : undefined
}
