/** What users of other tools had to report, seen in what RegisterTaskDefinition received and in what a person sees. */
import { expect, test } from '@jest/globals'
import { taskDefinition } from '../../simulator/scenarios/web-service.js'
import type { Json, JsonObject } from '../../src/core/text/json.js'
import { peerBugs, peerComplaints } from '../support/peer-bugs.js'
import { play } from '../support/play.js'
import { app, type Case, json } from '../support/rendered.js'
import { acceptedInputs, deployed, playWeb, webStory } from '../support/web-stories.js'

/** Only registers. */
const register = ({ file = json(app({})), inputs = {} }: Case) =>
  play({
    setUp: () => {},
    files: { 'td.yml': file },
    inputs: { 'task-definition': 'td.yml', ...containerFor(inputs), 'provenance-tags': 'false', ...inputs },
  })

/** The container that settings are for; alone it would be a mistake. */
function containerFor(inputs: Readonly<Record<string, string>>) {
  const needy = [
    'image',
    'environment-variables',
    'secrets',
    'docker-labels',
    'command',
    'log-configuration-options',
  ]
  return needy.some(name => name in inputs) ? { 'container-name': 'app', image: 'keep' } : {}
}

test.each(peerBugs)('$source: $name', async ({ definition, notices = [], warnings = [], ...inputs }) => {
  const played = await register(inputs)
  const [sent] = acceptedInputs(played, 'RegisterTaskDefinition')
  expect([played.outputs.outcome, sent]).toStrictEqual(['registered', definition])
  // The file for other steps holds the same, so that it can be the source of the next one.
  expect(JSON.parse(played.rendered?.text ?? '')).toStrictEqual(definition)
  expect(played.annotations.map(({ title }) => title)).toStrictEqual(warnings)
  const { notices: messages } = JSON.parse(played.outputs.result ?? '') as { notices: { text: string }[] }
  expect(messages.map(({ text }) => text)).toStrictEqual(notices)
})

test.each(peerComplaints)('$source: $name', async ({ expected, ...inputs }) => {
  const played = await register(inputs)
  expect([played.outputs.outcome, played.requests]).toStrictEqual(['refused', []])
  const place = /^(td\.yml):(\d+):(\d+) (.*)$/.exec(expected)
  if (!place) {
    expect(played.log.join('\n')).toContain(expected.replace(' ', '  '))
    return
  }
  const [, file, line, column, message] = place
  expect(played.annotations).toContainEqual({
    level: 'error',
    title: 'task-definition',
    message,
    position: { file, line: Number(line), column: Number(column) },
  })
  expect(played.log.join('\n')).toContain(expected)
})

const quick = { 'wait-for-service-stability': 'false', 'provenance-tags': 'false' }
type Sent = { containerDefinitions: [{ environment: Json }] }

test('aws-actions/amazon-ecs-render-task-definition#300, fabfuel/ecs-deploy#74, sil-org/ecs-deploy#174: a variable that left the file leaves the service, and the plan says so', async () => {
  const file = taskDefinition('web') as JsonObject & Sent
  file.containerDefinitions[0].environment = [{ name: 'FEATURE_BANNER', value: '' }]
  const played = await play({ ...webStory({ inputs: quick }), files: { 'task-definition.json': json(file) } })
  const [sent] = acceptedInputs(played, 'RegisterTaskDefinition') as unknown as Sent[]
  expect(sent?.containerDefinitions[0].environment).toStrictEqual([{ name: 'FEATURE_BANNER', value: '' }])
  expect(deployed(played)).toHaveLength(1)
  expect(played.log.join('\n')).toContain('- app.environment.LOG_LEVEL  (value hidden)')
})

test('the same, with the live definition as the base: variables without an input stay, none is duplicated', async () => {
  const played = await playWeb({
    inputs: { ...quick, 'task-definition': '', 'environment-variables': 'LOG_LEVEL=debug' },
  })
  const [sent] = acceptedInputs(played, 'RegisterTaskDefinition') as unknown as Sent[]
  expect(sent?.containerDefinitions[0].environment).toStrictEqual([
    { name: 'LOG_LEVEL', value: 'debug' },
    { name: 'FEATURE_BANNER', value: '' },
  ])
})
