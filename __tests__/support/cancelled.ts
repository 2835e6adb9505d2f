/** What holds for every canceled run. */
import { expect } from '@jest/globals'
import type { Played } from './play.js'

const outputNames = [
  'deployment-id', 'endpoint', 'failure-class', 'failure-reason', 'hook-expires-at', 'hook-id', 'image', 'outcome', 'plan',
  'previous-task-definition-arn', 'result', 'revision', 'run-task-arn', 'run-task-definition-arn', 'run-task-exit-code',
  'service-deployment-arn', 'services', 'serving-task-definition-arn', 'task-definition', 'task-definition-arn',
] // biome-ignore format: one list

/** The runner sends SIGTERM 7.5 s after SIGINT; a step that ends within two never sees it. */
export function expectCancelled(played: Played, cancelAfter: number): void {
  expect(played.passed).toBe(false)
  expect(played.outputs.outcome).toBe('cancelled')
  expect(Object.keys(played.outputs).toSorted()).toEqual(outputNames)
  expect(played.summary).toContain('cancelled')
  expect(played.took - cancelAfter).toBeLessThanOrEqual(2_000)
}
