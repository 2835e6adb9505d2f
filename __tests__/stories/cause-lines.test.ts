/** What tasks failed of, told on the line of the user's own file that it is about, and only there where that is known. */
import { expect, test } from '@jest/globals'
import { crashingSoftware } from '../../simulator/scenarios/crash-at-start.js'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { filesOf, imageOf, taskDefinition } from '../../simulator/scenarios/web-service.js'
import { type Played, play, type Story } from '../support/play.js'
import { webStory } from '../support/web-stories.js'

const ofScenario = (name: string): Story => {
  const scenario = scenarios[name]
  if (!scenario) throw new Error(`no scenario ${name}`)
  return scenario
}
const exiting = (exitCode: number) => ({ exitsAfterSeconds: 1, exitCode, logs: [] })
/** An app that moved and an image that says nothing of ports: no check foretells it. */
const moved = { ...movedSoftware, exposedPorts: [], environment: {} }
const notPushed = {
  'task-definition.json': JSON.stringify(taskDefinition(imageOf('9be21c5')), undefined, 2),
}

/** The errors on lines of the file, as the lines that they stand on, and all that has no line. */
function placed({ annotations }: Played, files: Story['files']) {
  const lines = files['task-definition.json']?.split('\n') ?? []
  return annotations.map(
    ({ level, title, position }) =>
      `${level} ${title}${position ? ` ${lines[position.line - 1]?.trim()}` : ''}`,
  )
}

test.each<{ readonly name: string; readonly story: Story; readonly on: readonly string[] }>([
  {
    name: 'a port that nobody listens on',
    story: webStory({ software: moved }),
    on: ['error health-check "containerPort": 5001,'],
  },
  {
    name: 'the same where a check had warned of that line',
    story: ofScenario('port-mismatch'),
    on: ['error health-check "containerPort": 5001,'],
  },
  {
    name: 'a health check that fails',
    story: ofScenario('container-unhealthy'),
    on: ['error health-check "healthCheck": {'],
  },
  {
    name: 'a grace period that is too short for the start of a container',
    story: ofScenario('grace-too-short'),
    on: ['error health-check "startPeriod": 180'],
  },
  {
    name: 'a limit that is too small',
    story: ofScenario('out-of-memory'),
    on: ['error out-of-memory "memory": "1024",'],
  },
  {
    name: 'the limit of the container itself',
    story: webStory({ software: { ...exiting(137), outOfMemory: true }, files: filesOf({ memory: 256 }) }),
    on: ['error out-of-memory "memory": 256'],
  },
  {
    name: 'a secret that does not exist',
    story: ofScenario('secret-missing'),
    on: ['error resource-initialization {'],
  },
  {
    name: 'a secret that may not be read',
    story: ofScenario('secret-denied'),
    on: ['error resource-initialization {'],
  },
  {
    name: 'a log group that does not exist',
    story: webStory({ also: world => world.after(20_000, () => world.logs.deleteGroup('/ecs/web')) }),
    on: ['error resource-initialization "awslogs-group": "/ecs/web",'],
  },
  {
    name: 'a command of the file that the image does not have',
    story: webStory({ software: exiting(127), files: filesOf({ command: ['gunicorn'] }) }),
    on: ['error container-exit "command": ['],
  },
  {
    name: 'a command that an input gives, which has no line',
    story: webStory({
      software: exiting(127),
      files: filesOf({ command: ['x'] }),
      inputs: { command: 'gunicorn' },
    }),
    on: [],
  },
  {
    name: 'an image of the file that was never pushed',
    story: {
      ...ofScenario('image-missing'),
      files: notPushed,
      inputs: { cluster: 'prod', service: 'web', 'task-definition': 'task-definition.json' },
    },
    on: [`error image-pull "image": "${imageOf('9be21c5')}",`],
  },
  {
    name: 'an image that an input gives, which has no line',
    story: ofScenario('image-missing'),
    on: [],
  },
  { name: 'an app that ends by itself', story: webStory({ software: crashingSoftware }), on: [] },
])('$name', async ({ story, on }) => {
  const played = await play(story)
  expect(played.outputs.outcome).toBe('rolled-back')
  expect(placed(played, story.files)).toStrictEqual(['error ECS deployment rolled-back', ...on])
  // The annotation of the verdict is its only text in the log; the line of the file does not say all of it again.
  const [verdict, cause] = played.annotations
  const [first = '', , ...reasons] = verdict?.message.split('\n') ?? []
  expect(played.log.filter(line => line.includes(first.slice(first.indexOf(': '))))).toStrictEqual([first])
  expect(reasons).toStrictEqual([expect.stringMatching(/^ {2}why +\d/), expect.stringMatching(/^ {2}next /)])
  if (cause) expect(cause.message).toMatch(/^tasks .*$/)
})
