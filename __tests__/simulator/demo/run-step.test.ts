import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import type { Action } from '../../../simulator/demo/action.js'
import { runStep } from '../../../simulator/demo/run-step.js'
import { testUnless } from '../../support/test-unless.js'

const path = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}.js`, import.meta.url))
const main = path('report-all')
const post = path('leftover')
const action: Action = { main, post, postIf: 'always()', inputs: {} }

test.each([
  { name: 'always()', mode: 'fail', postIf: 'always()', runs: true },
  { name: 'success() after a success', mode: 'say', postIf: 'success()', runs: true },
  { name: 'success() after a failure', mode: 'fail', postIf: 'success()', runs: false },
  { name: 'failure() after a failure', mode: 'fail', postIf: 'failure()', runs: true },
  { name: 'failure() after a success', mode: 'say', postIf: 'failure()', runs: false },
] as const)('post-if: $name', async ({ mode, postIf, runs }) => {
  const step = await runStep({ action: { ...action, postIf }, inputs: { mode } })

  expect(step.post !== undefined).toBe(runs)
})

test('the log of main comes before its end, the log of post after it', async () => {
  const entries: string[] = []
  await runStep({
    action,
    inputs: { mode: 'say' },
    onStarted: () => entries.push('main'),
    onPost: () => entries.push('post'),
    onEntry: entry => {
      if (entry.kind === 'text') entries.push(entry.text)
    },
  })

  expect(entries).toStrictEqual(['main', 'the password is ***', 'post', 'main claimed nothing'])
})

test('the workspace stays the same, as main left it', async () => {
  const step = await runStep({
    action: { ...action, post: main },
    inputs: { mode: 'say' },
    workspaceFiles: { 'a.txt': 'a' },
  })

  expect(step.main.outputs.workspace).toBe('a.txt')
  expect(step.post?.outputs.workspace).toBe('a.txt left-behind.txt')
})

const testSignals = testUnless(process.platform === 'win32', 'Windows has no signals to send')

testSignals('post runs after main was cancelled', async () => {
  let cancel = () => {}
  const step = await runStep({
    action,
    inputs: { mode: 'wait' },
    onStarted: running => {
      cancel = () => running.cancel()
    },
    onEntry: entry => {
      if (entry.kind === 'text' && entry.text === 'waiting') cancel()
    },
  })

  expect(step.main.outputs['ended-by']).toBe('SIGINT')
  expect(step.post?.exitCode).toBe(0)
})
