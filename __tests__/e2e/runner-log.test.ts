import { expect, test } from '@jest/globals'
import { readRunnerLog } from '../../e2e/runner-log.js'

const step = { jobID: 'deploy', stage: 'Main', stepID: ['deploy'], step: 'Deploy' }

test.each([
  {
    name: 'a step by its name',
    line: { ...step, stepResult: 'success' },
    steps: { 'deploy: Deploy': 'success' },
  },
  {
    name: 'an action by its name, whatever its version',
    line: { ...step, step: 'owner/deploy-it/sub@6e0c05', stepResult: 'failure' },
    steps: { 'deploy: owner/deploy-it/sub': 'failure' },
  },
  {
    name: 'a command with an @ as it is',
    line: { ...step, step: 'mail ops@example.com', stepResult: 'success' },
    steps: { 'deploy: mail ops@example.com': 'success' },
  },
  {
    name: 'a post step',
    line: { ...step, stage: 'Post', stepResult: 'success' },
    steps: { 'deploy: Post Deploy': 'success' },
  },
  {
    name: 'a job of a matrix by its values',
    line: { ...step, matrix: { service: 'web', zone: 'a' }, stepResult: 'success' },
    steps: { 'deploy (web, a): Deploy': 'success' },
  },
  {
    name: 'no step inside of a composite action',
    line: { ...step, stepID: ['deploy', '0'], stepResult: 'failure' },
    steps: {},
  },
  { name: 'nothing of a line without a result', line: { ...step, msg: 'hello' }, steps: {} },
])('has $name', ({ line, steps }) => {
  expect(readRunnerLog(`${JSON.stringify(line)}\n`).steps).toStrictEqual(steps)
})

test('keeps the summary of a step, and out of the text', () => {
  const line = { ...step, command: 'summary', content: '### web', msg: 'Summary - ### web' }
  expect(readRunnerLog(JSON.stringify(line))).toStrictEqual({
    steps: {},
    summaries: { 'deploy: Deploy': '### web' },
    text: [],
  })
})

test('what is no JSON is text', () => {
  const { text } = readRunnerLog(`${JSON.stringify({ jobID: 'deploy', msg: 'hello\n' })}\nError: no job\n`)
  expect(text).toStrictEqual(['[deploy] hello', 'Error: no job'])
})
