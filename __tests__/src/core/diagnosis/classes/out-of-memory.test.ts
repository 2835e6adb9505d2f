/** Reasons as ECS words them: docs.aws.amazon.com, stopped-task-error-codes. */
import { expect, test } from '@jest/globals'
import { type EvidenceOverrides, explained } from '../../../../support/failure-evidence.js'

test.each<{
  name: string
  reason: string
  more?: EvidenceOverrides
  detail: string | undefined
  next: string | undefined
}>([
  {
    name: 'memory of a container',
    reason: 'OutOfMemoryError: Container killed due to memory usage',
    more: { exitCode: 137, definition: { containerDefinitions: [{ name: 'app', memory: 256 }] } },
    detail: 'app is limited to 256 MiB',
    next: 'Raise the memory of app above 256 MiB, or reduce what it uses.',
  },
  {
    name: 'memory of the task',
    reason: 'OutOfMemoryError: Container killed due to memory usage',
    more: { exitCode: 137 },
    detail: 'the task is limited to 1024 MiB',
    next: 'Raise the memory of the task above 1024 MiB, or reduce what app uses.',
  },
])('$name', ({ reason, more, detail, next }) => {
  expect(explained('out-of-memory', reason, more)).toStrictEqual({ detail, next })
})
