/** Texts: docs.aws.amazon.com, service-event-messages-list. */
import { expect, test } from '@jest/globals'
import { eventText, type PlacementFailures, placementFailures } from '../../../../src/core/ecs/event-text.js'
import { anEvent } from '../../../support/service-builders.js'

const said = (at: number, why: string) => anEvent(`(service web) was unable to place a task${why}`, { at })
const capacity =
  '. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.'
const short =
  'Capacity is unavailable at this time. Please try again later or in a different availability zone'
const instances =
  ' because no container instance met all of its requirements. The closest matching (container-instance 8d3a1f2e-0001) has insufficient memory available. For more information, see the Troubleshooting section.'
const pull = '. Reason: CannotPullContainerError: no such tag.'

test.each<{ name: string; events: ReturnType<typeof said>[]; unplaced: PlacementFailures | undefined }>([
  { name: 'nothing', events: [], unplaced: undefined },
  { name: 'once', events: [said(7, capacity)], unplaced: { reason: short, times: 1, since: 7 } },
  {
    name: 'again and again',
    events: [
      said(9, capacity),
      anEvent('(service web) has started 1 tasks'),
      said(8, capacity),
      said(7, capacity),
    ],
    unplaced: { reason: short, times: 3, since: 7 },
  },
  {
    name: 'instances that are full',
    events: [said(7, instances)],
    unplaced: {
      reason:
        'no container instance met all of its requirements. The closest matching (container-instance 8d3a1f2e-0001) has insufficient memory available',
      times: 1,
      since: 7,
    },
  },
  {
    name: 'an image, which is about no place',
    events: [said(9, pull), said(7, capacity)],
    unplaced: undefined,
  },
  {
    name: 'only of places, where an image was the matter before',
    events: [said(9, capacity), said(7, pull)],
    unplaced: { reason: short, times: 1, since: 9 },
  },
])('tasks that were not placed: $name', ({ events, unplaced }) => {
  expect(placementFailures(events)).toStrictEqual(unplaced)
})

test.each([
  {
    said: '(service web) has stopped 1 running tasks: (task 3e7a).',
    text: 'has stopped 1 running task: 3e7a',
  },
  {
    said: '(service web) has begun draining connections on 1 tasks.',
    text: 'has begun draining connections on 1 task',
  },
  {
    said: '(service web) registered 1 targets in (target-group web)',
    text: 'registered 1 target in target group web',
  },
  { said: '(service web) has started 11 tasks: (task 3e7a).', text: 'has started 11 tasks: 3e7a' },
])('one is not many: $text', ({ said, text }) => {
  expect(eventText(said)).toBe(text)
})
