import { expect, test } from '@jest/globals'
import { annotations } from '../../../../src/report/annotations/annotations.js'
import { outcomes } from '../../../support/outcomes.js'

const why =
  '  why         3 of 3 failed tasks of web:8 failed the load balancer health check (404 on GET :5001/health); the container listens on 5201 (its log says "Running on http://0.0.0.0:5201").'

const moves =
  'container app: web:latest has the tag latest, which can move: the same revision could run different software tomorrow'
const fix = 'Use a tag for app that is pushed only once (such as the commit), or a digest.'

const shown: Readonly<Record<string, readonly object[]>> = {
  succeeded: [],
  registered: [],
  'planned-registration': [],
  planned: [
    {
      level: 'warning',
      title: 'rollback-target',
      message:
        'no deployment of this service is COMPLETED: if this one fails, ECS has nothing to roll back to\nNext: Watch this deployment; once one has succeeded, ECS can roll back to it.',
    },
  ],
  idle: [
    {
      level: 'warning',
      title: 'ECS deployment idle',
      message:
        '⚠ idle: the deployment of web:8 completed, but the desired count is 0: nothing was verified.\n  next        Set bump-desired-count to 1 to verify a service that is scaled to zero.',
    },
  ],
  'rolled-back': [
    {
      level: 'error',
      title: 'ECS deployment rolled-back',
      message: `✗ rolled-back: web:8 did not become healthy; web:7 serves.\n  impact      users were not affected: 2 tasks of web:7 ran all the time.\n${why}\n  next        Make the app listen on 5001, or move the port to 5201 as docs/checks.md#moving-a-port of this action says.`,
    },
  ],
  'refused-inputs': [
    {
      level: 'error',
      title: 'ECS deployment refused',
      message:
        '✗ refused: 3 problems, nothing was changed.\n  circuit-breaker   "maybe" is not one of rollback, stop, keep\n  wait-for-minutes  "abc" is not a whole number from 1 to 360\n  task-definition   td.json:3:5 unknown key containerDefinitons; did you mean containerDefinitions?',
    },
    {
      level: 'error',
      title: 'task-definition',
      message: 'unknown key containerDefinitons; did you mean containerDefinitions?',
      position: { file: 'td.json', line: 3, column: 5 },
    },
  ],
  'refused-plan': [
    {
      level: 'error',
      title: 'ECS deployment refused',
      message: `✗ refused: 1 problem, nothing was changed.\n  image-moves  task-definition.json:7:16 ${moves}\n  next        ${fix}`,
    },
    {
      level: 'error',
      title: 'image-moves',
      message:
        'container app: web:latest has the tag latest, which can move: the same revision could run different software tomorrow\nNext: Use a tag for app that is pushed only once (such as the commit), or a digest.',
      position: { file: 'task-definition.json', line: 7, column: 16 },
    },
    expect.objectContaining({ level: 'warning', title: 'breaker-off' }),
  ],
  'refused-several': [
    {
      level: 'error',
      title: 'ECS deployment refused',
      message: `✗ refused: 3 problems, nothing was changed.\n  cluster       "prd" was not found: check the name, the account and the region\n  image-moves   task-definition.json:7:16 ${moves}\n                → ${fix}\n  fargate-size  Fargate has no size of cpu 256 and memory 4096\n                → Set memory to 512, 1024 or 2048.`,
    },
    {
      level: 'error',
      title: 'image-moves',
      message:
        'container app: web:latest has the tag latest, which can move: the same revision could run different software tomorrow\nNext: Use a tag for app that is pushed only once (such as the commit), or a digest.',
      position: { file: 'task-definition.json', line: 7, column: 16 },
    },
    {
      level: 'warning',
      title: 'breaker-off',
      message:
        'the circuit breaker is off and stays off: a revision that cannot start is retried for ever\nNext: Remove circuit-breaker: keep, so that the breaker is turned on with rollback.',
    },
  ],
  'refused-image': [
    {
      level: 'error',
      title: 'ECS deployment refused',
      message: `✗ refused: 1 problem, nothing was changed.\n  image-moves  ${moves}\n  next        ${fix}`,
    },
  ],
}

test.each(Object.entries(shown).map(([name, expected]) => ({ name, expected })))(
  '$name',
  ({ name, expected }) => {
    const outcome = outcomes[name]
    expect(outcome && annotations(outcome)).toEqual(expected)
  },
)

test('a red run has one error about itself, a green one has none', () => {
  const errors = Object.entries(outcomes).map(([name, outcome]) => ({
    name,
    errors: annotations(outcome).filter(({ level, position }) => level === 'error' && !position).length,
  }))
  const green = ['succeeded', 'idle', 'paused', 'started', 'no-change', 'planned', 'registered']
  expect(
    errors.filter(({ name, errors }) => errors !== (green.some(word => name.startsWith(word)) ? 0 : 1)),
  ).toStrictEqual([])
})
