import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { runAction, startAction } from '../../../simulator/demo/run-action.js'
import type { LogEntry } from '../../../simulator/demo/step-log.js'
import { testUnless } from '../../support/test-unless.js'

const main = fileURLToPath(new URL('../../fixtures/report-all.js', import.meta.url))
const preload = new URL('../../../simulator/time/time-warp.js', import.meta.url).href

test('an action is given its inputs and heard in every way that it speaks', async () => {
  const entries: LogEntry[] = []
  const run = await runAction({ main, inputs: { mode: 'say' }, onEntry: entry => entries.push(entry) })

  expect(run.exitCode).toBe(0)
  expect(run.outputs).toMatchObject({ mode: 'say', text: 'first line\nsecond = line << here' })
  expect(run.state).toStrictEqual({ began: 'yes' })
  expect(run.summary).toBe('<h3>Done</h3>\nby octocat')
  const notice = { level: 'notice', title: 'So far', message: 'half\nway', file: undefined, line: undefined }
  expect(run.annotations).toStrictEqual([notice])
  expect(run.log).toContain('the password is ***')
  expect(entries).toStrictEqual([
    { kind: 'group', title: 'Plan' },
    { kind: 'text', text: 'the password is ***' },
    { kind: 'end-group' },
    { kind: 'debug', text: 'not for everyone' },
    { kind: 'annotation', annotation: notice },
  ])
})

test('a failed action is red, with the reason as an annotation', async () => {
  const run = await runAction({ main, inputs: { mode: 'fail' } })

  expect(run.exitCode).toBe(1)
  expect(run.annotations).toContainEqual({ level: 'error', message: 'web:8 did not become healthy' })
})

test('nothing of the AWS configuration of this machine reaches an action', async () => {
  process.env.AWS_PROFILE = 'production'
  const run = await runAction({ main, env: { AWS_REGION: 'eu-west-1' } })
  delete process.env.AWS_PROFILE
  const names: string[] = JSON.parse(run.outputs.environment ?? '[]')

  expect(names.filter(name => name.startsWith('AWS_'))).toStrictEqual(['AWS_REGION'])
  expect(names).not.toContain('NODE_OPTIONS')
})

const testSignals = testUnless(process.platform === 'win32', 'Windows has no signals to send')

testSignals('an action can be cancelled as the runner does', async () => {
  const action = await startAction({
    main,
    inputs: { mode: 'wait' },
    onEntry: entry => {
      if (entry.kind === 'text' && entry.text === 'waiting') action.cancel()
    },
  })
  const run = await action.finished

  expect(run.exitCode).toBe(0)
  expect(run.outputs['ended-by']).toBe('SIGINT')
})

test('a post step is given the state of its main step', async () => {
  const { state } = await runAction({ main })
  const post = await runAction({ main, inputs: { mode: 'post' }, state })

  expect(post.outputs.began).toBe('yes')
})

test('a preload makes time run faster without the action knowing', async () => {
  const begun = performance.now()
  const run = await runAction({
    main,
    inputs: { mode: 'sleep' },
    preload,
    env: { ECS_SIMULATOR_SPEED: '120' },
  })

  expect(run.exitCode).toBe(0)
  // It sleeps for a minute of its own time.
  expect(performance.now() - begun).toBeLessThan(60_000)
})
