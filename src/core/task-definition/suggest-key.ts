/** The key that was probably meant by an unknown one. */
import { closest } from '../errors/problem.js'

/** Words of Compose, of tags and of habit that are not similar to those of ECS. */
const others: Readonly<Record<string, string>> = {
  env: 'environment',
  key: 'name',
  name: 'key',
  labels: 'dockerLabels',
  ports: 'portMappings',
  volumes: 'mountPoints',
}

/** Of two similar keys, rather one that is not there yet (`free`). */
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
