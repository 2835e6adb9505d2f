/** Tasks that could not start, in public words, and what is made of them. */
import { expect } from '@jest/globals'
import type { FailureClass } from '../../src/core/diagnosis/classes.js'
import { explainFailures } from '../../src/core/diagnosis/explain-failures.js'
import { groupFailures } from '../../src/core/diagnosis/failure-group.js'
import type { JsonObject } from '../../src/core/text/json.js'
import { definition as usualDefinition } from './failure-evidence.js'
import { aContainer, aStoppedTask } from './task-builders.js'

export interface StartFailureRow {
  /** with the source of the words */
  readonly name: string
  /** of the task */
  readonly stopped?: string
  /** of the container */
  readonly reason?: string
  readonly failureClass: FailureClass
  readonly why: RegExp
  readonly next: RegExp
  /** members of the container, and of the task definition */
  readonly container?: JsonObject
  readonly definition?: JsonObject
}

export const runc =
  'failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process'
export const onFargate = `CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: ${runc}`

export function expectExplained({
  stopped,
  reason,
  failureClass,
  why,
  next,
  container,
  definition,
}: StartFailureRow): void {
  const task = aStoppedTask({
    stopCode: 'TaskFailedToStart',
    stoppedReason: stopped ?? 'Task failed to start',
    containers: [aContainer({ reason })],
  })
  const [only] = usualDefinition.containerDefinitions
  const [cause] = explainFailures({
    failures: groupFailures([task], []),
    tasks: [],
    alarmTriggered: false,
    logs: [],
    definition: { ...usualDefinition, containerDefinitions: [{ ...only, ...container }], ...definition },
    positionOf: undefined,
    checks: [],
    service: undefined,
  })
  expect(cause?.group.failureClass).toBe(failureClass)
  expect([cause?.description, cause?.detail].filter(Boolean).join('; ')).toMatch(why)
  expect(cause?.next).toMatch(next)
  expect(cause?.next).toMatch(/^[A-Z].*\.$/)
}
