/** Each line says of which service it is, where there are several. */
import { resourceName } from '../../core/ecs/arn.js'
import type { Target } from '../../core/ecs/service.js'
import type { Annotation } from '../../core/errors/annotation.js'

export interface WatchLog {
  readonly line: (line: string) => void
  readonly annotate: (annotation: Annotation) => void
}

export function namedLogs(log: WatchLog, services: readonly { readonly target: Target }[]): WatchLog[] {
  if (services.length < 2) return [log]
  const names = services.map(({ target }) => resourceName(target.service))
  const width = Math.max(...names.map(({ length }) => length))
  return names.map(name => ({
    line: line => log.line(`${name.padEnd(width)} ${line}`),
    annotate: one => log.annotate({ ...one, message: `${name}: ${one.message}` }),
  }))
}
