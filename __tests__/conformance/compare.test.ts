import { expect, test } from '@jest/globals'
import { compareTranscripts } from '../../conformance/compare.js'
import type { JsonObject } from '../../conformance/json.js'
import { isKnown } from '../../conformance/known-differences.js'
import type { Transcript } from '../../conformance/transcript.js'
import type { World } from '../../conformance/world.js'

const input = { cluster: 'c' }
const world: World = {
  name: 'web',
  shows: 'a service',
  minutes: 1,
  taskMinutes: 1,
  steps: [
    { name: 'read', operation: 'DescribeServices', input },
    { name: 'list', operation: 'DescribeServices', input, isInMotion: true },
    { name: 'watch', operation: 'DescribeServices', input, until: { elapsedMinutes: 1 } },
  ],
  course: [],
}

function transcriptOf(step: string, outputs: readonly JsonObject[], isPartial = false): Transcript {
  return {
    world: 'web',
    source: { kind: 'simulator', date: '2026-12-01' },
    entries: outputs.map(output => ({ step, operation: 'DescribeServices' as const, output })),
    ...(isPartial && { isPartial }),
  }
}

interface Row {
  readonly name: string
  readonly step?: string
  readonly ours: readonly JsonObject[]
  readonly theirs: readonly JsonObject[]
  readonly isPartial?: boolean
  readonly found: readonly string[]
}

const events = (...messages: string[]) => ({ events: messages.toReversed().map(message => ({ message })) })

const rows: readonly Row[] = [
  {
    name: 'nothing where ids, times and numbers of tasks differ',
    ours: [{ ...events('has started 1 tasks: (task task-1).'), createdAt: '+1s', arn: 'task/task-3' }],
    theirs: [
      {
        ...events('has started 2 tasks: (task task-7) (task task-8).'),
        createdAt: '+9s',
        arn: 'task/task-4',
      },
    ],
    found: [],
  },
  {
    name: 'a member that is missing, without what is below it',
    ours: [{ services: [{}] }],
    theirs: [{ services: [{ rollback: { reason: 'x', startedAt: '+1s' } }] }],
    found: ['services[].rollback member missing in the simulator'],
  },
  {
    name: 'a member too many',
    ours: [{ services: [{ status: 'ACTIVE' }] }],
    theirs: [{ services: [{}] }],
    found: ['services[].status member only in the simulator'],
  },
  {
    name: 'items that only one list has',
    ours: [{ failures: [] }],
    theirs: [{ failures: [{ reason: 'MISSING' }] }],
    found: ['failures[] member missing in the simulator'],
  },
  {
    name: 'another type',
    ours: [{ revision: 1 }],
    theirs: [{ revision: '1' }],
    found: ['revision type number in the simulator, string in the recorded transcript'],
  },
  {
    name: 'another wording',
    ours: [{ statusReason: 'No rollback candidate.' }],
    theirs: [{ statusReason: 'No rollback candidate was found.' }],
    found: [
      'statusReason value "No rollback candidate." only in the simulator',
      'statusReason value "No rollback candidate was found." missing in the simulator',
    ],
  },
  {
    name: 'a setting with another number or switch',
    ours: [{ maximumPercent: 200, enable: true }],
    theirs: [{ maximumPercent: 150, enable: false }],
    found: [
      'maximumPercent value 200 only in the simulator',
      'maximumPercent value 150 missing in the simulator',
      'enable value true only in the simulator',
      'enable value false missing in the simulator',
    ],
  },
  {
    name: 'events in another order',
    ours: [events('registered', 'started')],
    theirs: [events('started', 'registered')],
    found: [
      'events[].message order registered → started in the simulator, started → registered in the recorded transcript',
    ],
  },
  {
    name: 'states in another order',
    step: 'watch',
    ours: [{ status: 'IN_PROGRESS' }, { status: 'STOPPED' }, { status: 'FAILED' }],
    theirs: [{ status: 'IN_PROGRESS' }, { status: 'FAILED' }, { status: 'STOPPED' }],
    found: [
      'status order IN_PROGRESS → STOPPED → FAILED in the simulator, IN_PROGRESS → FAILED → STOPPED in the recorded transcript',
    ],
  },
  {
    name: 'no state that a poll missed, and no count of a poll',
    step: 'watch',
    ours: [
      { status: 'PENDING', failedTasks: 1 },
      { status: 'IN_PROGRESS', failedTasks: 3 },
    ],
    theirs: [{ status: 'IN_PROGRESS', failedTasks: 2 }],
    found: [],
  },
  {
    name: 'nothing that only one side saw on the way',
    step: 'watch',
    ours: [{ reason: 'rolling back', rollback: {} }, { reason: 'completed' }],
    theirs: [{ reason: 'completed' }],
    found: [],
  },
  {
    name: 'what both saw on the way, in other words',
    step: 'watch',
    ours: [{ reason: 'rolling back.' }, { reason: 'completed' }],
    theirs: [{ reason: 'rolling back' }, { reason: 'completed' }],
    found: [
      'reason value "rolling back." only in the simulator',
      'reason value "rolling back" missing in the simulator',
    ],
  },
  {
    name: 'no state of something in motion, and nothing that its end brings',
    step: 'list',
    ours: [{ status: 'IN_PROGRESS', arn: 'a' }],
    theirs: [{ status: 'SUCCESSFUL', finishedAt: '+9s', arn: 'b' }],
    found: ['arn value "a" only in the simulator', 'arn value "b" missing in the simulator'],
  },
  {
    name: 'a final state that differs',
    step: 'watch',
    ours: [{ status: 'IN_PROGRESS' }, { status: 'SUCCESSFUL' }],
    theirs: [{ status: 'IN_PROGRESS' }, { status: 'STOPPED' }],
    found: [
      'status value "SUCCESSFUL" only in the simulator',
      'status value "STOPPED" missing in the simulator',
    ],
  },
  {
    name: 'in a capture only what it has',
    ours: [{ services: [{ status: 'ACTIVE', name: 'web', tags: [] }] }],
    theirs: [{ services: [{ status: 'DRAINING', name: 'text', roleArn: 'text' }] }],
    isPartial: true,
    found: [
      'services[].status value "DRAINING" missing in the simulator',
      'services[].roleArn member missing in the simulator',
    ],
  },
  {
    name: 'a step that only one side reached',
    ours: [],
    theirs: [{ status: 'ACTIVE' }],
    found: [' step missing in the simulator'],
  },
]

test.each(rows)('finds $name', ({ step = 'read', ours, theirs, isPartial, found }) => {
  const { differences } = compareTranscripts(world, {
    simulated: transcriptOf(step, ours),
    recorded: transcriptOf(step, theirs, isPartial),
  })
  expect(differences.map(({ path, rule, detail }) => `${path} ${rule} ${detail}`)).toStrictEqual(found)
})

test('a known difference is that of its path and rule, in its world and step', () => {
  const difference = { world: 'web', step: 'read', path: 'a.b', rule: 'member', detail: '' } as const
  const row = { path: 'a.b', rule: 'member', reason: 'x' } as const
  expect(isKnown(difference, [row])).toBe(true)
  expect(isKnown(difference, [{ ...row, world: 'web', step: 'read' }])).toBe(true)
  expect(isKnown(difference, [{ ...row, world: 'api' }])).toBe(false)
  expect(isKnown(difference, [{ ...row, rule: 'value' }])).toBe(false)
  expect(isKnown(difference, [])).toBe(false)
})
