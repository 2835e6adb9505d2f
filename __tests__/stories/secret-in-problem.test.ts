/** Problems quote inputs and files, and are redacted like every text. */
import { expect, test } from '@jest/globals'
import { taskDefinition } from '../../simulator/scenarios/web-service.js'
import { play } from '../support/play.js'
import { webStory } from '../support/web-stories.js'

const password = 'Xk29fQpL77zR'
const url = `https://shop:${password}@registry.example.com/shop/web/and/a/long/path:1`

async function shown(inputs: Readonly<Record<string, string>>, file: object = taskDefinition('web')) {
  const story = webStory({ inputs })
  const played = await play({ ...story, files: { 'task-definition.json': JSON.stringify(file) } })
  const { annotations, log, outputs, summary } = played
  return { outcome: outputs.outcome, all: JSON.stringify([annotations, log, outputs, summary]) }
}

test.each<{ input: string; value: string }>([
  { input: 'image', value: url },
  { input: 'images', value: `app=${url}` },
  { input: 'wait-for-minutes', value: `postgres://shop:${password}@db` },
  { input: 'task-role-arn', value: `token=${password}` },
  { input: 'log-configuration-log-driver', value: `redis://:${password}@cache` },
  { input: 'container-name', value: `redis://:${password}@cache` },
  { input: 'environment-url', value: `redis://:${password}@cache` },
  { input: 'tags', value: `${url}=x` },
  { input: 'alarms', value: `redis://:${password}@cache` },
])('the input $input', async ({ input, value }) => {
  const { all } = await shown({ [input]: value })
  expect(all).not.toContain(password.slice(0, 8))
})

test.each([
  { name: 'the family', file: { family: url } },
  { name: 'the network mode', file: { networkMode: `token=${password}` } },
  { name: 'a role', file: { executionRoleArn: url } },
  { name: 'the CPU', file: { cpu: `redis://:${password}@cache` } },
  { name: 'a key', file: { [`token=${password}`]: 1 } },
])('$name of the file', async ({ file }) => {
  const { all, outcome } = await shown({}, { ...taskDefinition('web'), ...file })
  expect(outcome).toBe('refused')
  expect(all).not.toContain(password.slice(0, 8))
})
