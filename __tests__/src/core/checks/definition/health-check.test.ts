import { expect, test } from '@jest/globals'
import { healthCheck as bounds } from '../../../../../src/core/checks/definition/health-check.js'
import { healthCommand } from '../../../../../src/core/checks/definition/health-command.js'
import type { JsonObject } from '../../../../../src/core/text/json.js'
import { checkResults, runEach } from '../../../../support/check-builders.js'
import { aPortContext } from '../../../../support/port-builders.js'

const command = ['CMD-SHELL', 'curl -f http://localhost:5001/health?key=hunter22']

test.each<{ readonly name: string; readonly healthCheck: JsonObject; readonly raises: readonly string[] }>([
  { name: 'a command alone', healthCheck: { command }, raises: [] },
  {
    name: 'everything at its least',
    healthCheck: { command, interval: 5, timeout: 2, retries: 1, startPeriod: 0 },
    raises: [],
  },
  {
    name: 'everything at its most',
    healthCheck: { command, interval: 300, timeout: 60, retries: 10, startPeriod: 300 },
    raises: [],
  },
  {
    name: 'a timeout above the interval, which ECS takes',
    healthCheck: { command, interval: 5, timeout: 10 },
    raises: [],
  },
  { name: 'an interval of 4', healthCheck: { command, interval: 4 }, raises: ['health-check refused'] },
  { name: 'an interval of 301', healthCheck: { command, interval: 301 }, raises: ['health-check refused'] },
  { name: 'a timeout of 1', healthCheck: { command, timeout: 1 }, raises: ['health-check refused'] },
  { name: 'a timeout of 61', healthCheck: { command, timeout: 61 }, raises: ['health-check refused'] },
  { name: 'no retry', healthCheck: { command, retries: 0 }, raises: ['health-check refused'] },
  { name: '11 retries', healthCheck: { command, retries: 11 }, raises: ['health-check refused'] },
  {
    name: 'a start period of 301',
    healthCheck: { command, startPeriod: 301 },
    raises: ['health-check refused'],
  },
  {
    name: 'a start period below 0',
    healthCheck: { command, startPeriod: -1 },
    raises: ['health-check refused'],
  },
  { name: 'no command', healthCheck: {}, raises: ['health-command warning'] },
  { name: 'an empty command', healthCheck: { command: [] }, raises: ['health-command warning'] },
  { name: 'NONE', healthCheck: { command: ['NONE'] }, raises: ['health-command warning'] },
  { name: 'nothing after CMD', healthCheck: { command: ['CMD'] }, raises: ['health-command warning'] },
  { name: 'a program at once', healthCheck: { command: ['curl', 'x'] }, raises: ['health-command warning'] },
  { name: 'CMD', healthCheck: { command: ['CMD', '/health'] }, raises: [] },
])('a health check with $name: $raises', ({ healthCheck, raises }) => {
  expect(
    checkResults(runEach([bounds, healthCommand], aPortContext({ app: { healthCheck } }))),
  ).toStrictEqual(raises)
})

test('a missing health check cannot be wrong', () => {
  expect(runEach([bounds, healthCommand], aPortContext())).toStrictEqual([])
})

test('the finding has the bounds and the place, without the command', () => {
  const subject = aPortContext({ app: { healthCheck: { command: command.slice(1), startPeriod: 600 } } })
  const found = runEach([bounds, healthCommand], subject)
  expect(found.map(({ text, position }) => [text, position?.file])).toStrictEqual([
    [
      'container app: healthCheck.startPeriod is 600, but ECS accepts only 0 to 300 seconds',
      'containerDefinitions.0.healthCheck.startPeriod',
    ],
    [
      'container app: healthCheck.command must be CMD or CMD-SHELL followed by the command',
      'containerDefinitions.0.healthCheck.command',
    ],
  ])
  expect(JSON.stringify(found)).not.toContain('hunter22')
})
