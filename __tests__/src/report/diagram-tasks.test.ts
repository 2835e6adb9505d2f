/** The row of a task, whatever became of it. */
import { expect, test } from '@jest/globals'
import type { TaskSpan } from '../../../src/core/diagnosis/task-span.js'
import { diagram } from '../../../src/report/summary/diagram.js'
import { read } from '../../support/diagram.js'
import { aRollout, aSpan } from '../../support/rollout-builders.js'
import { taskArn } from '../../support/task-builders.js'

const succeeded = { kind: 'succeeded', running: 2 } as const

const arn = taskArn('3e7a1395')
const began = { arn, createdAt: 14_000 }
const ran = { ...began, startedAt: 44_000 }
test.each<{ name: string; span: Partial<TaskSpan>; draws: string[] }>([
  {
    name: 'that runs',
    span: ran,
    draws: ['00:00:14-00:00:44 starts', '00:00:44-00:03:24 runs'],
  },
  {
    name: 'that was healthy at the end',
    span: { ...ran, healthyAt: 203_000 },
    draws: ['00:00:14-00:00:44 starts', '00:00:44-00:03:23 runs', '00:03:23 healthy by 3:23'],
  },
  {
    name: 'that was healthy before',
    span: { ...ran, healthyAt: 100_000 },
    draws: ['00:00:14-00:00:44 starts', '00:00:44-00:01:40 runs', '00:01:40-00:03:24 healthy'],
  },
  {
    name: 'that was healthy when the deployment ended',
    span: { ...ran, healthyAt: 209_000 },
    draws: ['00:00:14-00:00:44 starts', '00:00:44-00:03:24 runs', '00:03:24 healthy by 3:24'],
  },
  {
    name: 'that was healthy and failed',
    span: { ...ran, healthyAt: 74_000, endedAt: 134_000, failed: true },
    draws: [
      '00:00:14-00:00:44 starts',
      '00:00:44-00:01:14 runs',
      '00:01:14-00:02:14 healthy !',
      '00:02:14 failed !',
    ],
  },
  {
    name: 'that was stopped with its deployment',
    span: { ...ran, endedAt: 134_000 },
    draws: ['00:00:14-00:00:44 starts', '00:00:44-00:02:14 runs', '00:02:14 stopped'],
  },
  {
    name: 'that is still starts',
    span: { ...began, neverRan: true },
    draws: ['00:00:14-00:03:24 starts'],
  },
  {
    name: 'that was stopped while it started',
    span: { ...began, neverRan: true, endedAt: 74_000 },
    draws: ['00:00:14-00:01:14 starts', '00:01:14 stopped'],
  },
  {
    name: 'that could not start',
    span: { ...began, neverRan: true, endedAt: 44_000, failed: true },
    draws: ['00:00:14-00:00:44 starts !', '00:00:44 did not start !'],
  },
  {
    name: 'that was killed before ECS wrote that it had started',
    span: { ...began, endedAt: 44_000, failed: true },
    draws: ['00:00:14-00:00:44 starts !', '00:00:44 failed !'],
  },
  {
    name: 'that ended at once, without room for a label in its bars',
    span: { ...began, startedAt: 15_000, endedAt: 15_100, failed: true },
    draws: ['00:00:14-00:00:15 ', '00:00:15-00:00:16  !', '00:00:15 failed !'],
  },
  {
    name: 'of a clock that is behind',
    span: { ...ran, createdAt: -2_000 },
    draws: ['00:00:00-00:00:44 starts', '00:00:44-00:03:24 runs'],
  },
])('$name', async ({ span, draws }) => {
  const rows = await read(diagram(aRollout({ tasks: [aSpan(span)] }), succeeded))
  expect(rows['task 3e7a1395']).toStrictEqual(draws)
})
