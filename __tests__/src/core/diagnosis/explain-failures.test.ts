import { expect, test } from '@jest/globals'
import { type DiagnosisInput, explainFailures } from '../../../../src/core/diagnosis/explain-failures.js'
import { groupFailures } from '../../../../src/core/diagnosis/failure-group.js'
import { logsToRead } from '../../../../src/core/diagnosis/log-samples.js'
import { spansOf } from '../../../../src/core/diagnosis/task-span.js'
import { definition } from '../../../support/failure-evidence.js'
import { aContainer, anUnhealthyTask, aStoppedTask } from '../../../support/task-builders.js'

const task = aStoppedTask({
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  createdAt: 0,
  startedAt: 10_000,
  stoppedAt: 15_000,
  containers: [aContainer({ exitCode: 1 })],
})

/** A task that no service runs. */
function oneOffTask(stopped = task): Omit<DiagnosisInput, 'logs'> {
  return {
    tasks: spansOf([stopped]),
    failures: groupFailures([stopped], []),
    alarmTriggered: false,
    definition,
    positionOf: () => ({ file: 'task-definition.json', line: 3, column: 5 }),
    checks: [],
    service: undefined,
  }
}

test('a one-off task is diagnosed by its definition and its log', () => {
  const input = oneOffTask()
  const logs = logsToRead(input).map(sample => ({
    ...sample,
    location: undefined,
    log: { kind: 'read' as const, lines: ['migrating', "KeyError: 'FEATURE_X'"] },
  }))
  expect(explainFailures({ ...input, logs })).toStrictEqual([
    {
      group: input.failures[0],
      description: 'ended because app exited with code 1',
      detail: `its log ends with "KeyError: 'FEATURE_X'"`,
      next: expect.stringContaining('does not set FEATURE_X for app'),
      position: undefined,
    },
  ])
})

test('a failed container health check is explained without a service', () => {
  const stopped = anUnhealthyTask({ stoppedReason: 'Task failed container health checks', startedAt: 10_000 })
  const [cause] = explainFailures({ ...oneOffTask(stopped), logs: [] })
  expect(cause?.next).toContain('healthStatus of the containers')
})

test('the next step of the class is used if the evidence adds nothing', () => {
  const [cause] = explainFailures({ ...oneOffTask(), logs: [] })
  expect(cause).toMatchObject({ detail: undefined, next: expect.stringContaining('exit code 1') })
})

test('lines of the log of another task are ignored', () => {
  const log = { kind: 'read' as const, lines: ['Error: not mine'] }
  const logs = [{ task: 'another', container: 'app', location: undefined, log }]
  expect(explainFailures({ ...oneOffTask(), logs })[0]?.detail).toBeUndefined()
})
