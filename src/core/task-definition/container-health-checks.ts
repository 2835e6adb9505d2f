import { isObject, type JsonObject, type Path } from '../text/json.js'
import { containersOf } from './containers.js'

export interface ContainerHealthCheck {
  readonly name: string
  readonly path: Path
  readonly value: JsonObject
}

export function healthChecksIn(definition: JsonObject): ContainerHealthCheck[] {
  return containersOf(definition).flatMap(({ name, path, value: { healthCheck } }) =>
    isObject(healthCheck) ? [{ name, path: [...path, 'healthCheck'], value: healthCheck }] : [],
  )
}
