import { expect, test } from '@jest/globals'
import { healthy } from '../../../simulator/scenarios/healthy.js'
import { Stage } from '../support/stage.js'

const cluster = 'prod'

function execute(stage: Stage, input: object): void {
  const [task] = stage.call('ListTasks', { cluster, serviceName: 'web' }).taskArns
  stage.call('ExecuteCommand', { cluster, task, command: '/bin/sh', interactive: true, ...input })
}

test.each([
  {
    name: 'as a task was started without it',
    input: {},
    error: 'InvalidParameterException',
    message: /^The execute command failed because execute command was not enabled when the task was run/,
  },
  {
    name: 'without a session',
    input: { interactive: false },
    error: 'InvalidParameterException',
    message: /^Interactive is the only mode supported currently\.$/,
  },
  {
    name: 'in a task that is not there',
    input: { task: 'f'.repeat(32) },
    error: 'InvalidParameterException',
    message: /^The referenced task was not found\.$/,
  },
  {
    name: 'in something that is no task',
    input: { task: 'None' },
    error: 'InvalidParameterException',
    message: /^taskId length should be one of \[32,36\]$/,
  },
  {
    name: 'in a container that is not there',
    input: { container: 'proxy' },
    error: 'InvalidParameterException',
    message: /^The container proxy is not in the task\.$/,
  },
])('a command is refused $name', ({ input, error, message }) => {
  const stage = Stage.of(healthy)

  expect(() => execute(stage, input)).toThrow(
    expect.objectContaining({ name: error, message: expect.stringMatching(message) }),
  )
})

test('where it is enabled, the simulated task is not connected', () => {
  const stage = Stage.of(healthy)
  for (const task of stage.world.tasks.values())
    Object.assign(task, { attributes: { enableExecuteCommand: true } })

  expect(() => execute(stage, {})).toThrow(
    expect.objectContaining({
      name: 'TargetNotConnectedException',
      message: 'The execute command failed due to an internal error. Try again later.',
    }),
  )
})
