/** What was probably meant by a key that ECS does not know. */
import { closest } from '../problem.js'

/** Words of Compose, of tags and of habit for what ECS calls otherwise, and no edit leads from one to the other. */
const others: Readonly<Record<string, string>> = {
  env: 'environment',
  key: 'name',
  name: 'key',
  labels: 'dockerLabels',
  ports: 'portMappings',
  volumes: 'mountPoints',
}

/** `free` are the keys that could stand there and do not. */
export function meantKey(key: string, free: readonly string[]): string | undefined {
  const other = Object.hasOwn(others, key.toLowerCase()) ? others[key.toLowerCase()] : undefined
  const near = closest(key, free)
  if (near !== undefined) return near
  if (other !== undefined && free.includes(other)) return other
  const longer = free.filter(name => key.length > 2 && name.toLowerCase().startsWith(key.toLowerCase()))
  return longer.length === 1 ? longer[0] : undefined
}
