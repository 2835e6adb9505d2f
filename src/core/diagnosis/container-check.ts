/** Health checks of containers: which failed, and whose it is. */
import { enumerate } from '../text/enumerate.js'
import type { JsonObject } from '../text/json.js'
import { isObject, objectsIn, text } from '../text/json.js'
import { memberAt } from './container-definition.js'
import type { Explanation, FailureEvidence } from './evidence.js'

export function explainContainerCheck(evidence: FailureEvidence): Explanation {
  const { container } = evidence.failure
  const checked = objectsIn(evidence.definition.containerDefinitions).filter(one => isObject(one.healthCheck))
  const names = checked.flatMap(({ name }) => text(name) ?? [])
  const failed = container === undefined && checked.length === 1 ? names[0] : container
  const definition = checked.find(({ name }) => name === failed)
  if (failed === undefined) return explainUnnamed(names)
  if (!definition) return explainAdded(failed)
  return explainDefined(evidence, failed, definition)
}

/** Defaults of ECS (API_HealthCheck). */
function explainDefined(evidence: FailureEvidence, name: string, definition: JsonObject): Explanation {
  const healthCheck = isObject(definition.healthCheck) ? definition.healthCheck : {}
  const { retries = 3, interval = 30, startPeriod = 0 } = healthCheck
  return {
    detail: `the health check of ${name} failed ${retries} times, ${interval} s apart, after a startPeriod of ${startPeriod} s`,
    next: `Run the health check command of ${name} in the image (does the image contain the program?), and compare startPeriod with how long the start takes.`,
    position: memberAt(evidence, name, 'healthCheck'),
  }
}

function explainAdded(name: string): Explanation {
  return {
    detail: `the task definition has no health check for ${name}`,
    next: `Find out what adds ${name} to the tasks of this service, and read its log.`,
    position: undefined,
  }
}

/** ECS did not say which container it was. */
function explainUnnamed(names: readonly string[]): Explanation {
  const next =
    names.length === 0
      ? 'Look at healthStatus of the containers of a stopped task, which ECS lists for an hour: the task definition has no health check, so AWS added the container that failed.'
      : `Run the health check commands of ${enumerate(names)} in their images, and compare startPeriod with how long the start takes.`
  return { detail: undefined, next, position: undefined }
}
