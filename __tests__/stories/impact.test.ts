/** How bad it was: the same words in the heading, the log, the annotation and the result, and only what was seen. */
import { expect, test } from '@jest/globals'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { play, type Story } from '../support/play.js'
import { playWeb, verdict } from '../support/web-stories.js'

const unhealthy = { listens: { 5001: { '/': 200 } } }
const percents = (minimumHealthyPercent: number) => ({
  service: { deploymentConfiguration: { minimumHealthyPercent, maximumPercent: 100 } },
})

test.each<{
  readonly name: string
  readonly played: () => ReturnType<typeof play>
  readonly heading: RegExp
  readonly first: RegExp
  readonly impact: object
}>([
  {
    name: 'users noticed nothing',
    played: () => play(scenarios['port-mismatch'] as Story),
    heading: /^### ❌ web on prod: rolled back, `web:7` serves$/,
    first: /^Users were not affected: 2 tasks of `web:7` ran all the time\.$/,
    impact: { kind: 'unaffected', from: null, least: null },
  },
  {
    name: 'one of two tasks had to make room',
    played: () => playWeb({ software: unhealthy, history: percents(50), inputs: { preflight: 'warn' } }),
    heading: /^### 🔻 web on prod: rolled back, `web:7` serves$/,
    first:
      /^Capacity was reduced (\d times )?from \d:\d\d to \d:\d\d: 1 (task ran|target was healthy) instead of 2\.$/,
    impact: { kind: 'reduced', least: 1, of: 2 },
  },
  {
    name: 'all tasks had to make room',
    played: () => playWeb({ software: unhealthy, history: percents(0), inputs: { preflight: 'warn' } }),
    heading:
      /^### 🚨 web on prod: rolled back, `web:7` serves; nothing healthy served (\d times )?from \d:\d\d to \d:\d\d$/,
    first: /^No (task was running: users got errors|target of the load balancer was healthy: .*)\.$/,
    impact: { kind: 'outage', least: 0, of: 2 },
  },
  {
    name: 'a first deployment that never became healthy',
    played: () => play(scenarios['first-deployment'] as Story),
    heading: /^### 🚨 web on prod: failed, 1 task of `web:2` still runs; nothing healthy serves$/,
    first:
      /^No target of the load balancer is healthy: it sends requests to unhealthy tasks, and users may get errors now\.$/,
    impact: { kind: 'outage', to: null, counted: 'targets', of: 0 },
  },
  {
    name: 'an alarm: the new tasks took requests',
    played: () => play(scenarios['alarm-rollback'] as Story),
    heading: /^### ❓ web on prod: rolled back, `web:7` serves$/,
    first: /^Whether users were affected is not known: an alarm was triggered\.$/,
    impact: { kind: 'unknown', from: null },
  },
])('$name', async ({ played: playStory, heading, first, impact }) => {
  const played = await playStory()
  const [title = '', , sentence = ''] = played.summary.split('\n\n')
  expect(title).toMatch(heading)
  expect(sentence).toMatch(first)
  const text = `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`.replaceAll('`', '')
  expect(verdict(played)).toContain(`  impact      ${text}`)
  expect(played.annotations[0]?.message).toContain(`\n  impact      ${text}\n`)
  expect(JSON.parse(played.outputs.result ?? '').services[0].deployment.impact).toMatchObject(impact)
})
