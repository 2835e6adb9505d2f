/** What events say of tasks that may not be read. Times are seconds before now. */
import { expect, test } from '@jest/globals'
import { hasJustReplaced, replacedSince, taskStarts } from '../../../../src/core/watch/replacements.js'
import { aTracked } from '../../../support/rollout-builders.js'

const now = 10_000_000
const start = (since: number, tasks = 2) => ({ at: now - since * 1_000, tasks })
const { deploymentId } = aTracked()

test('starts are those of new events that name no other deployment', () => {
  const event = (id: string, message: string) => ({ id, at: Number(id), message })
  const events = [
    event('4', '(service web) has started 1 tasks: (task d).'),
    event('3', '(service web, taskSet ecs-svc/1) has started 1 tasks: (task c).'),
    event('2', `(service web, taskSet ${deploymentId}) has started 2 tasks: (task a) (task b).`),
    event('1', '(service web) has started 1 tasks: (task z).'),
  ]
  expect(taskStarts({ tracked: aTracked(), eventsBefore: ['1'] }, { events })).toEqual([
    { at: 2, tasks: 2 },
    { at: 4, tasks: 1 },
  ])
})

test.each([
  { name: 'as many as wanted', starts: [start(60)], is: false },
  { name: 'more than wanted, the last one lately', starts: [start(300), start(119, 1)], is: true },
  { name: 'more than wanted, the last one two minutes ago', starts: [start(300), start(120, 1)], is: false },
  { name: 'none', starts: [], is: false },
])('ECS started $name: just replaced: $is', ({ starts, is }) => {
  expect(hasJustReplaced(starts, { wanted: 2, now })).toBe(is)
})

test.each([
  { name: 'twice since', starts: [start(400), start(200), start(100)], replaced: 4 },
  { name: 'once since', starts: [start(400), start(200, 5)], replaced: 0 },
  { name: 'twice since, to scale out', starts: [start(200), start(100)], wanted: 6, replaced: 0 },
  { name: 'twice since, to scale out and to replace', starts: [start(200), start(100)], wanted: 3, replaced: 3 },
  { name: 'twice since, and the service was scaled in', starts: [start(200), start(100)], wanted: 1, replaced: 4 },
])('ECS started tasks $name: $replaced replace others', ({ starts, wanted = 2, replaced }) => {
  const completed = { at: now - 300_000, desiredCount: 2 }
  expect(replacedSince(starts, { completed, wanted })).toBe(replaced)
}) // biome-ignore format: one table
