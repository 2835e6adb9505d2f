/** Values that belong to another input, or to no task definition: refused with what to write, and not shown. */
import { expect, test } from '@jest/globals'
import { playWeb, text, verdict } from '../support/web-stories.js'

const secret = 'hunter2-correct-horse'

test.each([
  { name: 'JSON', value: `{"environment":[{"name":"PASSWORD","value":"${secret}"}]}` },
  { name: 'JSON in lines', value: `{\n"environment":[{"value":"${secret}"}]\n}` },
  { name: 'YAML', value: `family: web\nenvironment: ${secret}` },
])('a task definition in place of its path, as $name', async ({ value }) => {
  const played = await playWeb({ inputs: { 'task-definition': value } })
  expect(played.outputs.outcome).toBe('refused')
  expect(verdict(played)).toContain(
    'task-definition  contains a task definition instead of the path of its file: save it in a file',
  )
  expect(JSON.stringify([text(played), played.summary, played.outputs])).not.toContain(secret)
})

test('a revision in place of a path', async () => {
  const played = await playWeb({ inputs: { 'task-definition': 'web:7' } })
  expect(verdict(played)).toContain(
    '"web:7" is a registered revision, not a file: set task-definition-arn to it',
  )
})

test('a cluster that is not set, and does not exist', async () => {
  const played = await playWeb({ inputs: { cluster: '' } })
  expect(verdict(played)).toContain(
    'cluster  "default", which is used because the input cluster is not set, was not found in eu-west-1: set cluster',
  )
})

test('the summary says what is wrong before what to do', async () => {
  const played = await playWeb({ inputs: { secrets: 'DATABASE_URL=postgres://db/web' } })
  expect(played.summary).toMatch(/`secret-reference`[^\n]*: [^\n]*\n\n\*\*Next:\*\* Use the ARN/)
})
