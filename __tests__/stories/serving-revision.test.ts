/** What the job summary says of the tasks that are left: counted when it was seen, and only then. */
import { expect, test } from '@jest/globals'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { play, type Story } from '../support/play.js'

const scenario = (name: string) => play(scenarios[name] as Story)
/** Of the table above the picture. */
const results = (summary: string) => {
  const rows = [...summary.matchAll(/^\| (?:\*\*)?\[`([^`]+)`\][^|]* \| ([^|]*) \|/gm)].reverse()
  return Object.fromEntries(rows.map(([, revision = '', result = '']) => [revision, result]))
}

test.each([
  {
    name: 'port-mismatch',
    heading: 'rolled back, `web:7` serves',
    serves: { 'web:7': '**serves**, 2 of 2 healthy' },
  },
  {
    name: 'breaker-off',
    heading: 'timed out, `web:7` still serves',
    serves: { 'web:7': '**serves**, 2 of 2 healthy' },
  },
  {
    name: 'healthy',
    heading: '`web:8` serves',
    serves: {
      'web:8': expect.stringMatching(/^\*\*serves\*\*, 2 of 2 healthy by \d:\d\d, completed after \d:\d\d$/),
    },
  },
  {
    name: 'superseded',
    heading: 'superseded by `web:9`, `web:7` serves',
    serves: { 'web:7': '**serves**, 2 of 2 healthy' },
  },
])('$name: $heading', async ({ name, heading, serves }) => {
  const { summary } = await scenario(name)
  expect(summary.split('\n')[0]).toMatch(new RegExp(`^### . web on prod: ${heading}$`, 'u'))
  expect(results(summary)).toMatchObject(serves)
})

test('a first deployment that failed: a task that ECS stops is none that still runs, and none is healthy', async () => {
  const { summary, outputs } = await scenario('first-deployment')
  expect(summary).toContain(
    '### 🚨 web on prod: failed, 1 task of `web:2` still runs; nothing healthy serves\n',
  )
  expect(results(summary)).toMatchObject({
    'web:2': expect.stringMatching(/^failed after \d:\d\d, 0 of 2 healthy$/),
    'web:1': 'deployed before, 0 running',
  })
  expect(JSON.parse(outputs.result ?? '').what).toContain('; 1 task of web:2 still runs.')
})

test('a load balancer that answers late delays no success: it took as long as its decision', async () => {
  const late = { kind: 'latency', ms: 4_500, operations: ['DescribeTargetHealth'] } as const
  const { log, summary } = await play({ ...(scenarios.healthy as Story), faults: [late] })
  const decided = / (\d:\d\d) {2}web:8 completed/.exec(log.join('\n'))?.[1]
  expect(results(summary)['web:8']).toMatch(new RegExp(`, completed after ${decided}$`))
})

test('where the tasks may not be looked at, what ECS counts has to do', async () => {
  const story = scenarios['first-deployment'] as Story
  const faults = [...(story.faults ?? []), { kind: 'access-denied', operations: ['ListTasks'] }] as const
  const { summary } = await play({ ...story, faults })
  expect(summary).toContain(
    '### 🚨 web on prod: failed, 2 tasks of `web:2` still run; nothing healthy serves\n',
  )
})
