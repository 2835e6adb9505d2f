import { expect, test } from '@jest/globals'
import type { Service } from '../../../../../src/core/ecs/service.js'
import type { Task } from '../../../../../src/core/ecs/task.js'
import { parseTaskCountEvent, taskCountText } from '../../../../../src/core/ecs/task-count-event.js'
import { withOrigin } from '../../../../../src/core/watch/progress/stopped-task-origin.js'
import { id } from '../../../../support/progress-lines.js'
import { aTracked } from '../../../../support/rollout-builders.js'
import {
  aDeployment,
  anEvent,
  aService,
  revisionArn,
  thePrevious,
} from '../../../../support/service-builders.js'
import { anUnhealthyTask, taskArn } from '../../../../support/task-builders.js'

const begun = 60_000
const started = (at: number, what: string) => anEvent(`(service web) has started ${what}.`, { at })
const withEvents = (...events: Service['events']) =>
  aService({ deployments: [aDeployment({ createdAt: begun }), thePrevious()], events })
const ours = withEvents(started(70_000, `1 tasks: (task ${id('3e7a1395')})`))
const several = aTracked({ deployedBefore: [revisionArn('web:6'), revisionArn('web:7')] })
const many = Array.from({ length: 100 }, (_, nth) => anEvent(`(service web) ${nth}.`, { at: 61_000 }))

test.each<{ name: string; service?: Service; tracked?: typeof several; stopped?: Task[]; of: string }>([
  { name: 'no event since ours began has started it', of: ' of web:7' },
  {
    name: 'an event before ours began has started it',
    service: withEvents(started(50_000, `1 tasks: (task ${id('d2b3b210')})`)),
    of: ' of web:7',
  },
  {
    name: 'it was read to stop',
    stopped: [anUnhealthyTask({ arn: taskArn('d2b3b210') })],
    of: ' of web:8',
  },
  {
    name: 'it was started since and not read to stop: ours, or one of the rollback',
    service: withEvents(started(70_000, `1 tasks: (task ${id('d2b3b210')})`)),
    of: '',
  },
  { name: 'one of several revisions from before', tracked: several, of: '' },
  { name: 'what was started is not named', service: withEvents(started(70_000, '1 tasks')), of: '' },
  { name: 'the events do not reach back', service: withEvents(...many), of: '' },
  {
    name: 'it is not known when ours began',
    service: aService({ deployments: [aDeployment(), thePrevious()] }),
    of: '',
  },
])('of a task that ECS stopped: $name', ({ service = ours, tracked = aTracked(), stopped = [], of }) => {
  const event = parseTaskCountEvent('has stopped 1 running task: d2b3b210')
  if (!event) throw new Error('not an event about tasks')
  expect(taskCountText(withOrigin(event, { tracked, service, stopped }))).toBe(
    `has stopped 1 running task${of}: d2b3b210`,
  )
})
