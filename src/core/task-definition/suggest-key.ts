import { closest } from '../errors/problem.js'

/** Words of Compose, of tags and of habit unlike those of ECS. */
const others: Readonly<Record<string, string>> = {
  env: 'environment',
  key: 'name',
  name: 'key',
  labels: 'dockerLabels',
  ports: 'portMappings',
  volumes: 'mountPoints',
}

/** Prefers keys that are `free`. */
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
