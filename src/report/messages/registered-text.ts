import { revisionName } from '../../core/ecs/arn.js'
import type { Outcome } from '../../core/outcome/outcome.js'
import { enumerate } from '../../core/text/enumerate.js'

/** `web:8 is registered`, `web:8 and migrate:4 are registered` */
export function registeredText({
  registeredForTask,
  revision,
}: Pick<Outcome, 'registeredForTask' | 'revision'>): string | undefined {
  const names = [revision, registeredForTask].flatMap(one => (one ? revisionName(one.arn) : []))
  if (names.length === 0) return undefined
  return `${enumerate(names)} ${names.length > 1 ? 'are' : 'is'} registered`
}
