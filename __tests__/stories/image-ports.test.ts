/** The incident of the README before it happens: what the image tells of its ports, read from its registry. */
import { expect, test } from '@jest/globals'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { workingSoftware } from '../../simulator/scenarios/web-service.js'
import { changesIn, type Played, play, type Story } from '../support/play.js'
import { playWeb, text } from '../support/web-stories.js'

const planned = scenarios['plan-port-mismatch'] as Story
const deployed = scenarios['port-mismatch'] as Story
const dryRun = { 'dry-run': 'true' }

const moved =
  'web:9be21c4 exposes 5201, but the load balancer sends requests to 5001 and target group web-prod checks GET :5001/health; web:1f3c9e0, which serves, exposes 5001: every task would fail its health check, and the circuit breaker would roll back to web:7 after 3 of them'
const messages = 'container app: PORT is 5201 in web:9be21c4, but the load balancer sends requests to 5001'

/** The annotation at a line of the user's file, by what it says. */
function lineOf({ annotations }: Played, expected: string) {
  const found = annotations.find(({ message, position }) => position && message.startsWith(expected))
  return found && `${found.level} ${found.position?.file}:${found.position?.line}`
}

test('a port that moved is refused on the pull request, with the ports, the end and the line in the file', async () => {
  const played = await play(planned)
  expect(played.outputs.outcome).toBe('refused')
  expect(changesIn(played.requests)).toStrictEqual([])
  expect(text(played)).toContain(moved)
  expect(text(played)).toContain(
    'Make the app listen on 5001, or move the port to 5201 as docs/checks.md#moving-a-port of this action says.',
  )
  const lines = planned.files['task-definition.json']?.split('\n') ?? []
  const line = lines.findIndex(one => one.includes('"containerPort"')) + 1
  expect(line).toBeGreaterThan(0)
  expect(lineOf(played, moved)).toBe(`error task-definition.json:${line}`)
  expect(lineOf(played, messages)).toBe(`warning task-definition.json:${line}`)
})

test('deployed all the same, it ends as the warning says: rolled back to web:7 after three failed tasks', async () => {
  const played = await play(deployed)
  expect(played.outputs.outcome).toBe('rolled-back')
  expect(text(played)).toContain(moved)
  expect(lineOf(played, 'tasks failed the load balancer health check')).toMatch(
    /^error task-definition\.json:/,
  )
  expect(played.outputs['serving-task-definition-arn']).toMatch(/web:7$/)
  expect(JSON.parse(played.outputs.result ?? '{}')).toMatchObject({
    services: [{ deployment: { failedTasks: 3 } }],
  })
})

test.each([
  { name: 'the port', software: {}, expected: [] },
  { name: 'nothing', software: { exposedPorts: [], environment: {} }, expected: [] },
  {
    name: 'another port, and the image sets PORT to the right one',
    software: { exposedPorts: [80] },
    expected: [],
  },
  {
    name: 'another port in addition to the right one',
    software: { exposedPorts: [9000, 5001] },
    expected: [],
  },
  {
    name: 'the port, and the image sets PORT to another',
    software: { environment: { PORT: '5201' } },
    expected: [messages],
  },
])('an image that exposes $name: $expected', async ({ software, expected }) => {
  const played = await playWeb({ software: { ...workingSoftware, ...software }, inputs: dryRun })
  expect(played.outputs.outcome).toBe('planned')
  expect(played.annotations.map(({ message }) => message.split('\n')[0])).toStrictEqual(expected)
})

test('an image that may not be read is one line with the permission, and nothing is said of its ports', async () => {
  const played = await play({
    ...planned,
    inputs: { ...planned.inputs, 'pr-comment': 'false' },
    faults: [{ kind: 'access-denied', operations: ['BatchGetImage'] }],
  })
  expect(played.outputs.outcome).toBe('planned')
  expect(played.log.filter(line => line.includes('not checked: allow ecr:BatchGetImage'))).toHaveLength(1)
  expect(played.annotations).toStrictEqual([])
  expect(text(played)).not.toContain('5201')
})
