/** A task definition can have the rest of a secret where a name belongs: it is hidden like a value, and deployed as it is. */
import { expect, test } from '@jest/globals'
import { taskDefinition } from '../../simulator/scenarios/web-service.js'
import { playWeb } from '../support/web-stories.js'

const rest = 'x39JsJhQQ79pu+SkqtaKNg'
const word = 'Xk29fQpL77zRw81m'

type Container = Record<string, unknown>
const secretArn = 'arn:aws:ssm:eu-west-1:123456789012:parameter/app/key'

async function play(members: Container, inputs: Readonly<Record<string, string>> = {}) {
  const definition = taskDefinition('web') as { containerDefinitions: Container[] }
  const [container = {}] = definition.containerDefinitions
  const file = { ...definition, containerDefinitions: [{ ...container, ...members }] }
  const played = await playWeb({ inputs, files: { 'task-definition.json': JSON.stringify(file) } })
  const { annotations, log, outputs, summary } = played
  return { outputs, all: JSON.stringify([annotations, log, outputs, summary]), played }
}

test.each<{ name: string; members: Container }>([
  { name: 'a variable', members: { environment: [{ name: rest, value: '=' }, { name: 'PORT', value: '5001' }] } },
  { name: 'a variable twice', members: { environment: [{ name: rest, value: '=' }, { name: rest, value: '' }] } },
  { name: 'a variable that looks like a secret in clear', members: { environment: [{ name: `${word}_PASSWORD`, value: 'hunter2-correct' }] } },
  { name: 'a secret', members: { secrets: [{ name: word, valueFrom: secretArn }] } },
  { name: 'a secret with a wrong reference', members: { secrets: [{ name: word, valueFrom: 'arn:aws:s3:::x' }] } },
  { name: 'a label', members: { dockerLabels: { [rest]: 'x' } } },
  { name: 'an option of the log', members: { logConfiguration: { logDriver: 'json-file', options: { [rest]: 'x' } } } },
  { name: 'a JSON object', members: { environment: [{ name: `{"password": "${word}"}`, value: '' }] } },
])('$name', async ({ members }) => {
  for (const inputs of [{ 'dry-run': 'true' }, { 'wait-for-service-stability': 'false' }]) {
    const { all } = await play(members, inputs)
    for (const secret of [rest, word])
      for (let at = 0; at + 8 <= secret.length; at++) expect(all).not.toContain(secret.slice(at, at + 8))
  }
}) // biome-ignore format: one table

test('ECS gets the name as it is, and the diff says that there is one', async () => {
  const { outputs, all, played } = await play(
    { environment: [{ name: rest, value: '=' }] },
    { 'wait-for-service-stability': 'false' },
  )
  expect(outputs.outcome).toBe('started')
  expect(all).toContain('app.environment.***')
  const register = played.requests.find(({ operation }) => operation === 'RegisterTaskDefinition')
  expect(JSON.stringify(register?.input)).toContain(rest)
})
