/** What an input brought in is mended at the input: no line of the file is blamed for it. */
import { expect, test } from '@jest/globals'
import { taskDefinition } from '../../simulator/scenarios/web-service.js'
import { playWeb, type StoryOverrides, text } from '../support/web-stories.js'

const file = 'task-definition.json'
const files = { [file]: JSON.stringify(taskDefinition('web'), null, 2) }

test.each<{ name: string; unusual: StoryOverrides; expected: RegExp }>([
  {
    name: 'a secret in clear',
    unusual: { inputs: { 'environment-variables': 'DB_PASSWORD=hunter2-correct' } },
    expected:
      /⚠ secret-in-clear {2}container app has DB_PASSWORD in plain text, which looks like a secret \(input environment-variables\)/,
  },
  {
    name: 'an image that does not exist',
    unusual: { inputs: { image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:0000000' } },
    expected: /⚠ image-missing {2}container app \(input image\): \S+\/web:0000000 does not exist/,
  },
])('$name', async ({ unusual, expected }) => {
  const played = await playWeb({ files, ...unusual, inputs: { 'dry-run': 'true', ...unusual.inputs } })
  expect(text(played)).toMatch(expected)
  expect(played.annotations.filter(({ position }) => position)).toEqual([])
})
