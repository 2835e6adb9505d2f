/** The pictures of rollouts, read by Mermaid's own parser. */
import { describe, expect, test } from '@jest/globals'
import type { Outcome } from '../../../../src/core/outcome/outcome.js'
import type { Rollout } from '../../../../src/core/outcome/rollout.js'
import type { TimelineEntry, TimelineEvent } from '../../../../src/core/watch/timeline-event.js'
import { diagram } from '../../../../src/report/summary/diagram.js'
import { read } from '../../../support/diagram.js'
import { outcomes } from '../../../support/outcomes.js'
import { aRollout, aSpan, aTracked, serving } from '../../../support/rollout-builders.js'
import { aCompetingDeployment, revisionArn } from '../../../support/service-builders.js'
import { taskArn } from '../../../support/task-builders.js'

const succeeded = { kind: 'succeeded', running: 2 } as const
const rolledBack = { kind: 'rolled-back', serving: revisionArn('web:7') } as const
const timedOut = { kind: 'timed-out', minutes: 5, rollback: { kind: 'left' } } as const
const entry = (at: number, event: TimelineEvent, text = ''): TimelineEntry => ({
  at: at * 1_000,
  text,
  event,
})

const endedIn = (outcome: Outcome | undefined) =>
  outcome?.services.filter(service => service.kind === 'ended') ?? []

const ended = Object.entries(outcomes).flatMap(([name, outcome]) =>
  endedIn(outcome).map(service => ({ name, ...service })),
)

test.each(ended)('$name is drawn, and Mermaid reads it', async ({ rollout, result }) => {
  const rows = await read(diagram(rollout, result))
  expect(Object.keys(rows)[0]).toBe('rollout')
  expect(rows.end).toHaveLength(1)
})

test('a rollback: the tasks, the counts, the trip, and the way back', async () => {
  const [service] = endedIn(outcomes['rolled-back'])
  if (!service) throw new Error('it ended')
  expect(await read(diagram(service.rollout, service.result))).toStrictEqual({
    rollout: ['00:00:00-00:03:24 '],
    rollback: ['00:03:24-00:04:02 '],
    'task 3e7a1395': ['00:00:14-00:00:47 ', '00:00:47-00:01:49 runs !', '00:01:49 failed !'],
    'task 5e1c383c': ['00:00:14-00:00:48 ', '00:00:48-00:01:52 runs !', '00:01:52 failed !'],
    'task 6a127288': ['00:02:01-00:02:30 ', '00:02:30-00:03:24 runs !', '00:03:24 failed !'],
    'healthy targets': ['00:03:24 2 of 2'],
    breaker: ['00:01:49 ', '00:01:52 2 of 3', '00:03:24 tripped !'],
    end: ['00:04:02 web:7 serves'],
  })
})

describe('a decision', () => {
  const unplaced = 'was unable to place a task. Reason: Capacity is unavailable'
  test.each<{
    name: string
    timeline: TimelineEntry[]
    result?: Parameters<typeof diagram>[1]
    draws: Record<string, string[]>
  }>([
    {
      name: 'an alarm, and the way back',
      timeline: [
        entry(60, { kind: 'alarm', names: ['web-5xx', 'web-slow'] }),
        entry(60, { kind: 'rolling-back', to: 'web:7' }),
        entry(190, { kind: 'ended', as: 'rolled-back' }),
      ],
      result: rolledBack,
      draws: {
        rollout: ['00:00:00-00:01:00 '],
        rollback: ['00:01:00-00:03:10 '],
        alarm: ['00:01:00 web-5xx, web-slow !'],
        end: ['00:03:10 web:7 serves'],
      },
    },
    {
      name: 'our stop, with an unknown target',
      timeline: [entry(60, { kind: 'stopped-early' }), entry(70, { kind: 'rolling-back' })],
      result: rolledBack,
      draws: {
        rollout: ['00:00:00-00:01:10 '],
        rollback: ['00:01:10-00:03:24 '],
        stop: ['00:01:00 stopped early !'],
        end: ['00:03:24 web:7 serves'],
      },
    },
    {
      name: 'a requested stop',
      timeline: [entry(60, { kind: 'stopping' })],
      result: { kind: 'failed', running: 1, reason: 'it was stopped' },
      draws: {
        rollout: ['00:00:00-00:03:24 '],
        stop: ['00:01:00 stop requested !'],
        end: ['00:03:24 failed !'],
      },
    },
    {
      name: 'a deployment that took over, without a task of ours',
      timeline: [],
      result: { kind: 'superseded', by: aCompetingDeployment(), stateWhenSuperseded: 'undecided' },
      draws: {
        rollout: ['00:00:00-00:03:24 '],
        end: ['00:03:24 web:9 took over !'],
      },
    },
    {
      name: 'no room for a task until the end',
      timeline: [
        entry(17, { kind: 'placement-failed' }, unplaced),
        entry(
          67,
          { kind: 'repeated', of: unplaced, times: 3 },
          'again: was unable to place a task (3 times)',
        ),
      ],
      result: timedOut,
      draws: {
        rollout: ['00:00:00-00:03:24 '],
        placement: ['00:00:17-00:03:24 failing !'],
        end: ['00:03:24 timed out !'],
      },
    },
    {
      name: 'no room for a task for a while',
      timeline: [
        entry(10, { kind: 'started' }),
        entry(17, { kind: 'placement-failed' }, unplaced),
        entry(
          67,
          { kind: 'repeated', of: unplaced, times: 3 },
          'again: was unable to place a task (3 times)',
        ),
        entry(97, { kind: 'started' }),
      ],
      draws: {
        rollout: ['00:00:00-00:03:24 '],
        placement: ['00:00:17-00:01:37 failing !'],
        end: ['00:03:24 completed'],
      },
    },
    {
      name: 'no room for a task until one started: another refusal that comes again is none of that',
      timeline: [
        entry(17, { kind: 'placement-failed' }, unplaced),
        entry(40, { kind: 'started' }),
        entry(
          90,
          {
            kind: 'repeated',
            of: 'was unable to place a task. Reason: CannotPullContainerError: x',
            times: 2,
          },
          'again: was unable to place a task (2 times)',
        ),
      ],
      draws: {
        rollout: ['00:00:00-00:03:24 '],
        placement: ['00:00:17-00:00:40  !'],
        end: ['00:03:24 completed'],
      },
    },
    {
      name: 'the stages of a strategy, and a hook that needed a person',
      timeline: [
        entry(20, { kind: 'stage', stage: 'scale up' }),
        entry(60, { kind: 'stage', stage: 'test traffic shift' }),
        entry(80, { kind: 'stage', stage: 'test traffic shift' }),
        entry(80, { kind: 'hook', status: 'waiting' }),
        entry(120, { kind: 'hook', status: 'timed out' }),
        entry(120, { kind: 'rolling-back', to: 'web:7' }),
      ],
      result: rolledBack,
      draws: {
        rollout: ['00:00:00-00:02:00 '],
        rollback: ['00:02:00-00:03:24 '],
        stage: ['00:00:20-00:01:00 scale up', '00:01:00-00:02:00 '],
        hook: ['00:01:20-00:02:00 waiting', '00:02:00 timed out !'],
        end: ['00:03:24 web:7 serves'],
      },
    },
    {
      name: 'a hook that a person continued',
      timeline: [
        entry(80, { kind: 'hook', status: 'waiting' }),
        entry(180, { kind: 'hook', status: 'continued' }),
      ],
      draws: {
        rollout: ['00:00:00-00:03:24 '],
        hook: ['00:01:20-00:03:00 waiting', '00:03:00 continued'],
        end: ['00:03:24 completed'],
      },
    },
    {
      name: 'a short rollback',
      timeline: [entry(200, { kind: 'rolling-back', to: 'web:7' })],
      result: rolledBack,
      draws: {
        rollout: ['00:00:00-00:03:20 '],
        rollback: ['00:03:20-00:03:24 '],
        end: ['00:03:24 web:7 serves'],
      },
    },
    {
      name: 'a count with a threshold that only ECS knows',
      timeline: [entry(60, { kind: 'breaker', failures: 1 })],
      draws: {
        rollout: ['00:00:00-00:03:24 '],
        breaker: ['00:01:00 1'],
        end: ['00:03:24 completed'],
      },
    },
    {
      name: 'that it is cancelled and rolled back',
      timeline: [],
      result: { kind: 'cancelled', rollback: { kind: 'rollback-requested' } },
      draws: {
        rollout: ['00:00:00-00:03:24 '],
        end: ['00:03:24 cancelled, rollback requested !'],
      },
    },
  ])('$name', async ({ timeline, result = succeeded, draws }) => {
    const rollout = aRollout({
      timeline,
      serving: serving(result.kind === 'rolled-back' ? 'web:7' : 'web:8'),
    })
    expect(await read(diagram(rollout, result))).toStrictEqual(draws)
  })
})

describe('the axis', () => {
  test.each([
    { name: 'seconds', endedAt: 9_000, ticks: '1second', format: '%-M:%S', end: '00:00:09' },
    { name: 'half minutes', endedAt: 204_000, ticks: '30second', format: '%-M:%S', end: '00:03:24' },
    { name: 'minutes', endedAt: 600_000, ticks: '1minute', format: '%-M:%S', end: '00:10:00' },
    {
      name: 'whole seconds, as in the timeline',
      endedAt: 124_900,
      ticks: '15second',
      format: '%-M:%S',
      end: '00:02:04',
    },
    { name: 'hours', endedAt: 21_600_000, ticks: '1hour', format: '%-H:%M:%S', end: '06:00:00' },
    { name: 'no more than a day', endedAt: 90_000_000, ticks: '1hour', format: '%-H:%M:%S', end: '23:59:59' },
  ])('$name', async ({ endedAt, ticks, format, end }) => {
    const picture = diagram(aRollout({ endedAt }), succeeded)
    expect(picture).toContain(`  axisFormat ${format}\n  tickInterval ${ticks}\n`)
    expect((await read(picture)).end).toStrictEqual([`${end} completed`])
  })

  test('counts from the beginning of the deployment, whenever that was', async () => {
    const at = 1_795_316_033_356
    const rollout: Partial<Rollout> = { tracked: aTracked({ startedAt: at }), endedAt: at + 124_000 }
    expect((await read(diagram(aRollout(rollout), succeeded))).end).toStrictEqual(['00:02:04 completed'])
  })
})

test('thousands of tasks are a few rows and a count', async () => {
  const tasks = Array.from({ length: 5_000 }, (_, nth) =>
    aSpan({ arn: taskArn(nth.toString(16).padStart(8, '0')), createdAt: nth, startedAt: nth + 1 }),
  )
  const picture = diagram(aRollout({ tasks }), succeeded)
  expect(picture.length).toBeLessThan(3_000)
  const rows = await read(picture)
  expect(Object.keys(rows)).toHaveLength(19)
  expect(rows.and).toStrictEqual(['00:03:24 4984 more tasks'])
})

test('with too many tasks, the diagram shows those that failed', async () => {
  const tasks = Array.from({ length: 40 }, (_, nth) =>
    aSpan({
      arn: taskArn(`${nth + 10}`),
      createdAt: nth * 1_000,
      startedAt: 60_000,
      failed: nth >= 35,
      endedAt: nth >= 35 ? 120_000 : undefined,
    }),
  )
  const rows = await read(diagram(aRollout({ tasks }), succeeded))
  const drawn = Object.entries(rows).filter(([name]) => name.startsWith('task'))
  expect(drawn).toHaveLength(16)
  expect(drawn.filter(([, marks]) => marks.at(-1)?.includes('failed')).map(([name]) => name)).toStrictEqual([
    'task 45000000', 'task 46000000', 'task 47000000', 'task 48000000', 'task 49000000',
  ]) // biome-ignore format: one list
  expect(rows.and).toStrictEqual(['00:03:24 24 more tasks'])
})

test('a count that goes up and down for hours appears with its last value', async () => {
  const timeline = Array.from({ length: 2_000 }, (_, nth) =>
    entry(nth * 10, { kind: 'breaker', failures: 1 + (nth % 2), threshold: 3 }),
  )
  const picture = diagram(aRollout({ timeline: timeline, endedAt: 20_000_000 }), succeeded)
  expect(picture.length).toBeLessThan(3_000)
  expect((await read(picture)).breaker?.at(-1)).toBe('05:33:10 2 of 3')
})
