/** The pictures of the golden summaries, read by Mermaid's own parser. */
import { expect, test } from '@jest/globals'
import mermaid from 'mermaid'
import { diagram } from '../../../src/report/diagram.js'
import { outcomes } from '../../support/outcomes.js'
import { aRollout } from '../../support/rollout-builders.js'
import { taskArn } from '../../support/task-builders.js'

const body = (markdown = '') => markdown.split('\n').slice(1, -1).join('\n')

const drawn = Object.entries(outcomes).flatMap(([name, outcome]) => {
  const picture = outcome.kind === 'ended' ? diagram(outcome.rollout) : undefined
  return picture ? [{ name, picture }] : []
})

test('failures are drawn', () => {
  expect(drawn.map(({ name }) => name)).toContain('rolled-back')
})

test.each(drawn)('Mermaid reads the picture of $name', async ({ picture }) => {
  expect(await mermaid.parse(body(picture))).toMatchObject({ diagramType: 'gantt' })
})

test('a task by its start, its run and its failure; what ECS decided when', () => {
  const rolledBack = drawn.find(({ name }) => name === 'rolled-back')
  expect(rolledBack?.picture.split('\n')).toEqual(
    expect.arrayContaining([
      '  3e7a1395 starting :14000, 47000',
      '  3e7a1395 failed :crit, 47000, 109000',
      '  circuit breaker tripped :milestone, crit, 204000, 0ms',
    ]),
  )
})

test('thousands of tasks are a few bars and a count', async () => {
  const tasks = Array.from({ length: 5_000 }, (_, nth) => ({
    arn: taskArn(nth.toString(16).padStart(8, '0')),
    createdAt: nth,
    failed: false,
  }))
  const picture = body(diagram(aRollout({ tasks })))
  expect(picture.length).toBeLessThan(3_000)
  expect(picture).toContain('and 4984 more tasks')
  expect(await mermaid.parse(picture)).toMatchObject({ diagramType: 'gantt' })
})

test('without a task there is no picture', () => {
  expect(diagram(aRollout({ tasks: [] }))).toBeUndefined()
})
