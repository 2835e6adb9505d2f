/** dist/index.js as the runner starts it, where no scenario goes. */
import { resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { runAction } from '../../simulator/demo/run-action.js'

const main = resolve('dist/index.js')

test('bad inputs: red, every problem listed, every output set, nobody called', async () => {
  const run = await runAction({
    main,
    inputs: {
      service: 'web',
      'task-definition': 'td.json',
      'circuit-breaker': 'maybe',
      'wait-for-minutes': 'abc',
    },
    workspaceFiles: { 'td.json': '{ "family": "web", "containerDefinitons": [] }' },
    // Nobody listens there: a call would end as one more problem.
    env: { AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_REGION: 'eu-west-1' },
  })
  expect(run.exitCode).toBe(1)
  expect(run.outputs.outcome).toBe('refused')
  expect(Object.keys(run.outputs).sort()).toEqual([
    'deployment-id', 'failure-class', 'failure-reason', 'image', 'outcome', 'plan', 'previous-task-definition-arn',
    'result', 'revision', 'service-deployment-arn', 'serving-task-definition-arn', 'task-definition',
    'task-definition-arn',
  ]) // biome-ignore format: one list
  expect(run.log).toContain('3 problems, nothing was changed')
  for (const subject of ['circuit-breaker', 'wait-for-minutes', 'containerDefinitons'])
    expect(run.summary).toContain(subject)
  expect(run.annotations.filter(({ level }) => level === 'error').length).toBe(2)
})

test('without a region and credentials: red, with the step that is missing before this one', async () => {
  const run = await runAction({ main, inputs: { service: 'web', image: 'web:1', 'container-name': 'app' } })
  expect(run.exitCode).toBe(1)
  expect(run.outputs.outcome).toBe('refused')
  expect(run.log).toContain('aws-actions/configure-aws-credentials')
})

test('job-summary: false leaves the summary empty', async () => {
  const run = await runAction({ main, inputs: { 'job-summary': 'false' } })
  expect(run.outputs.outcome).toBe('refused')
  expect(run.summary).toBe('')
})
