import { expect, test } from '@jest/globals'
import type { JsonObject } from '../../../../src/core/text/json.js'
import { snapshotWithout, withoutCutValues } from '../../../../src/core/watch/cut-texts.js'
import type { WatchEvent } from '../../../../src/core/watch/watch-event.js'
import { aDeployment, anEvent, aService, aServiceDeployment } from '../../../support/service-builders.js'
import { aContainer, aStoppedTask } from '../../../support/task-builders.js'

const value = 'Xk29fQpL77zR'
const cut = `exec: ${value.slice(0, 10)}`

const service = aService({
  deployments: [aDeployment({ rolloutStateReason: cut })],
  events: [anEvent(cut, { id: 'e1' })],
})
const polled: WatchEvent = {
  kind: 'polled',
  at: 0,
  requestedAt: 0,
  reads: 1,
  repeats: 0,
  service: { kind: 'answered', value: service },
  serviceDeployment: {
    kind: 'answered',
    value: aServiceDeployment({
      statusReason: cut,
      rollback: { reason: cut, revisionArn: undefined, startedAt: undefined },
    }),
  },
  serviceDeploymentArn: undefined,
}
const tasks: WatchEvent = {
  kind: 'tasks-read',
  at: 0,
  which: 'stopped',
  requestedAt: 0,
  list: undefined,
  tasks: {
    kind: 'answered',
    value: [aStoppedTask({ stoppedReason: cut, containers: [aContainer({ reason: cut })] })],
  },
}

test.each([
  { name: 'a poll', shown: withoutCutValues(polled, [value]), times: 4 },
  { name: 'tasks', shown: withoutCutValues(tasks, [value]), times: 2 },
  {
    name: 'the first snapshot',
    shown: snapshotWithout({ at: 0, service, serviceDeployment: undefined }, [value]),
    times: 2,
  },
])('no text of $name ends in the beginning of a value', ({ shown, times }) => {
  const json = JSON.stringify(shown as unknown as JsonObject)
  expect(json).not.toContain(value.slice(0, 8))
  expect(json.split('exec: ***')).toHaveLength(times + 1)
})

test('text that only resembles a response stays unchanged', () => {
  const whole: WatchEvent = { kind: 'stop-answered', at: 0, result: { kind: 'stopped' } }
  expect(withoutCutValues(whole, [value])).toBe(whole)
})
