/** What a person sees of a rollout while it runs and afterwards: few lines, none of them twice, and a picture. */
import { describe, expect, test } from '@jest/globals'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { play, type Story } from '../support/play.js'

/** Rows of the picture, each with its marks without their times. */
function rowsOf(summary: string): string[] {
  const [, picture = ''] = /```mermaid\n([\s\S]*?)\n```/.exec(summary) ?? []
  const [, ...sections] = picture.split(/ {2}section /)
  return sections.map(section => {
    const [name, ...marks] = section.trimEnd().split('\n')
    return `${name}: ${marks.map(mark => mark.split(' :')[0]?.trim()).join(', ')}`
      .replaceAll('#58;', ':')
      .replaceAll('#160;', '-')
      .replace(/^task [0-9a-f]{8}/, 'task')
  })
}

const failed = 'task: -, runs, failed'

describe('the picture', () => {
  test.each([
    {
      name: 'port-mismatch',
      rows: [
        'rollout: -',
        'rollback: -',
        failed,
        failed,
        failed,
        'task: -, runs, stopped',
        'healthy targets: 2 of 4, 2 of 2',
        'breaker: 2 of 3, tripped',
        'end: web:7 serves',
      ],
    },
    {
      name: 'healthy',
      rows: ['rollout: -', 'task: starts, runs, healthy', 'task: starts, runs, healthy', 'end: completed'],
    },
    {
      name: 'superseded',
      rows: [
        'rollout: -',
        'task: starts, runs',
        'task: starts, runs',
        'healthy targets: 2 of 4',
        'end: web:9 took over',
      ],
    },
    {
      name: 'no-capacity',
      rows: ['rollout: -', 'healthy targets: 2 of 2', 'placement: failing', 'end: timed out'],
    },
  ])('$name', async ({ name, rows }) => {
    const { summary } = await play(scenarios[name] as Story)
    expect(rowsOf(summary)).toStrictEqual(rows)
  })

  test.each(['out-of-memory', 'canary-crash'])('%s: what ended while it started had run', async name => {
    const { summary } = await play(scenarios[name] as Story)
    const rows = rowsOf(summary)
    expect(rows).toContain('task: starts, failed')
    expect(rows).toContain('stop: stopped early')
    expect(summary).not.toContain('did not start')
  })
})

test('when it began by the clock stands once in the log and once in the summary', async () => {
  const { log, summary } = await play(scenarios['port-mismatch'] as Story)
  const begun = log.flatMap(line => /^ +started +ecs-svc\/\d+ at (\d\d:\d\d:\d\d UTC)$/.exec(line)?.[1] ?? [])
  expect(begun).toHaveLength(1)
  expect(begun[0]).toMatch(/^09:00:/)
  expect(summary.split(`<summary>Timeline since ${begun[0]}</summary>`)).toHaveLength(2)
})

describe('the log', () => {
  const watched = (log: readonly string[]) => log.filter(line => /^ +\d+:\d\d {2}/.test(line))
  const texts = (log: readonly string[]) => watched(log).map(line => line.replace(/^ +\d+:\d\d {2}/, ''))

  test('of a task without room: written in full once, then counted, and once in the timeline', async () => {
    const { log, summary } = await play(scenarios['no-capacity'] as Story)
    const [page = '', counts = '', full = '', ...again] = texts(log)
    expect(page).toMatch(/^in the AWS console: https/)
    expect(counts).toBe('web:8 0 running of 2 · web:7 2 running')
    expect(full).toMatch(/^the service was unable to place a task\. Reason: Capacity .+ availability zone$/)
    expect(again.length).toBeGreaterThan(2)
    expect(
      again.filter(line => !/^again: the service was unable to place a task \(\d+ times\)$/.test(line)),
    ).toEqual([])
    expect(summary.match(/was unable to place a task.*times\) \|/g)).toHaveLength(1)
  })

  test.each(['flaky', 'flapping', 'throttled', 'stale-reads', 'pause-hook'])(
    'of %s: no line that says what the one before says',
    async name => {
      const { log } = await play(scenarios[name] as Story)
      const lines = texts(log)
      expect(lines.length).toBeGreaterThan(3)
      expect(lines.filter((text, index) => text === lines[index - 1])).toEqual([])
    },
  )
})
