import { expect, test } from '@jest/globals'
import { unlessCanceled } from '../../../src/retry/cancellation.js'

const never = new Promise<string>(() => {})

test.each<{
  name: string
  work: Promise<string>
  cancel?: 'before' | 'meanwhile'
  answer: string | undefined
}>([
  { name: 'the result', work: Promise.resolve('done'), answer: 'done' },
  {
    name: 'a result that is already available',
    work: Promise.resolve('done'),
    cancel: 'before',
    answer: 'done',
  },
  { name: 'nothing of what hangs', work: never, cancel: 'meanwhile', answer: undefined },
  { name: 'nothing of what hung before', work: never, cancel: 'before', answer: undefined },
])('$name', async ({ work, cancel, answer }) => {
  const workflow = new AbortController()
  if (cancel === 'before') workflow.abort()
  const heard = unlessCanceled(work, workflow.signal)
  if (cancel === 'meanwhile') workflow.abort()
  expect(await heard).toBe(answer)
})
