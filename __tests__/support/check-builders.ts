/** What checks look at, and how their answers are told in a row of a table. */
import type { Check } from '../../src/core/checks/check.js'
import type { Subject } from '../../src/core/checks/subject.js'
import { noSurroundings } from '../../src/core/surroundings/surroundings.js'
import { aService } from './service-builders.js'

/** A revision of one container, for a service that runs nothing yet. */
export function aSubject(given: Partial<Subject> = {}): Subject {
  const definition = given.definition ?? {
    family: 'web',
    containerDefinitions: [{ name: 'app', image: 'web:2' }],
  }
  return {
    definition,
    source: definition,
    provenance: [],
    given: [],
    rollout: { breaker: { mode: 'rollback' }, inFlight: 'supersede', forceNewDeployment: false },
    surroundings: noSurroundings,
    observed: { service: aService(), live: {} },
    unseen: false,
    at: () => undefined,
    ...given,
  }
}

/** `image-moves refused` of every check that did not pass. */
export function raised(checks: readonly Check[]): string[] {
  return checks.filter(({ result }) => result !== 'passed').map(({ id, result }) => `${id} ${result}`)
}
