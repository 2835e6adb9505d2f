/** What is known of a rollout before it begins: whether it can move, how fast a failure shows, what it can go back to. */
import { expect, test } from '@jest/globals'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { changesIn, play, type Story } from '../support/play.js'
import { playWeb, type StoryOverrides, text, verdict } from '../support/web-stories.js'

function percents(minimumHealthyPercent: number, maximumPercent: number, desiredCount: number) {
  const deploymentConfiguration = { minimumHealthyPercent, maximumPercent }
  return { desiredCount, service: { deploymentConfiguration } }
}

/** web:1 could be created and web:2 to web:7 could not replace it: only the first release ever ran. */
const stuck = percents(100, 150, 1)

test('a deployment that can never move is refused before anything is registered, with the arithmetic', async () => {
  const played = await playWeb({ history: stuck })
  expect(played.outputs.outcome).toBe('refused')
  expect(changesIn(played.requests)).toEqual([])
  for (const printed of [verdict(played), played.summary])
    expect(printed).toContain(
      'of 1 desired, at least ceil(100% × 1) = 1 must stay healthy, and at most floor(150% × 1) = 1 may run',
    )
  expect(verdict(played)).toContain('Set maximum-percent to at least 200')
})

test('and so it is: deployed all the same, it waits for ever', async () => {
  const inputs = { preflight: 'warn', 'wait-for-minutes': '15' }
  const played = await playWeb({ history: stuck, inputs })
  expect(played.outputs.outcome).toBe('timed-out')
  expect(text(played)).toContain('⚠ percent-stuck')
  const titles = played.annotations.filter(({ level }) => level === 'warning').map(({ title }) => title)
  expect(titles).toContain('percent-stuck')
  expect(text(played)).toContain('was unable to stop or start tasks during a deployment')
})

test.each<StoryOverrides & { readonly name: string }>([
  { name: 'the input gives it room', history: stuck, inputs: { 'maximum-percent': '200' } },
  { name: 'the other input does', history: stuck, inputs: { 'minimum-healthy-percent': '0' } },
  { name: 'a second task for the rollout does', history: stuck, inputs: { 'bump-desired-count': '2' } },
  { name: 'two tasks have room', history: percents(50, 100, 2) },
])('a deployment moves where $name', async ({ history, inputs = {} }) => {
  const played = await playWeb({ ...(history && { history }), inputs })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(text(played)).not.toContain('percent-stuck')
})

test('a percentage that ECS would refuse with the one of the service is refused before', async () => {
  const played = await playWeb({ history: percents(100, 200, 2), inputs: { 'maximum-percent': '100' } })
  expect(played.outputs.outcome).toBe('refused')
  expect(changesIn(played.requests)).toEqual([])
  expect(verdict(played)).toMatch(/percent-stuck .*both be 100, which ECS refuses/)
})

test('one task: the plan says that failures come one after another, as a notice', async () => {
  const played = await playWeb({ history: { desiredCount: 1 }, inputs: { 'dry-run': 'true' } })
  expect(played.outputs.outcome).toBe('planned')
  expect(played.annotations).toEqual([])
  expect(text(played)).not.toContain('breaker-slow')
  expect(played.summary).toMatch(
    /`breaker-slow`: it takes 3 failed tasks, one after another, to trip the circuit breaker/,
  )
  expect(played.summary).toContain('bump-desired-count starts more of them at once')
})

test.each<StoryOverrides & { readonly name: string; readonly together: number }>([
  { name: 'one task', history: { desiredCount: 1 }, together: 1 },
  { name: 'room for one more', history: percents(100, 150, 2), together: 1 },
])('and so they do: $name', async ({ history, together }) => {
  const played = await playWeb({
    ...(history && { history }),
    software: movedSoftware,
    inputs: { 'fail-fast-after': '0' },
  })
  expect(played.outputs.outcome).toBe('rolled-back')
  expect(played.summary).toContain('`breaker-slow`')
  const failed = played.log.flatMap(line => /^ +(\d+:\d\d) .*task \w+ failed/.exec(line)?.[1] ?? [])
  expect(failed.length).toBe(3)
  expect(failed.length / new Set(failed).size).toBe(together)
})

test.each<StoryOverrides & { readonly name: string }>([
  { name: 'two tasks', history: { desiredCount: 2 } },
  { name: 'a count of two', history: { desiredCount: 1 }, inputs: { 'circuit-breaker-threshold': '2' } },
  { name: 'three for the rollout', history: { desiredCount: 1 }, inputs: { 'bump-desired-count': '3' } },
])('a breaker that is not slow is not reported: $name', async ({ history, inputs }) => {
  const played = await playWeb({ ...(history && { history }), inputs: { ...inputs, 'dry-run': 'true' } })
  expect(played.outputs.outcome).toBe('planned')
  expect(played.summary).not.toContain('breaker-slow')
})

const plan = { 'dry-run': 'true' }

test.each<StoryOverrides & { readonly name: string; readonly warns: string }>([
  { name: 'a breaker that is off and kept', inputs: { 'circuit-breaker': 'keep' }, warns: 'breaker-off' },
  { name: 'no task wanted', inputs: { 'desired-count': '0' }, warns: 'desired-count' },
])('the plan warns of $name: $warns', async ({ inputs, warns }) => {
  const played = await playWeb({ inputs: { ...inputs, ...plan } })
  expect(played.outputs.outcome).toBe('planned')
  const warnings = played.annotations.filter(({ level }) => level === 'warning').map(({ title }) => title)
  expect(warnings).toEqual([warns])
})

test('the plan warns of a service where nothing ever worked: no rollback, and what is PRIMARY has FAILED', async () => {
  const first = scenarios['first-deployment'] as Story
  const played = await play({ ...first, inputs: { ...first.inputs, ...plan } })
  expect(played.outputs.outcome).toBe('planned')
  const warnings = played.annotations.filter(({ level }) => level === 'warning').map(({ title }) => title)
  expect(warnings).toEqual(['rollback-target', 'primary-failed'])
  expect(played.annotations[1]?.message).toContain('has FAILED: no task of the service is running\n')
})

test('the plan warns of none of these where they are in order', async () => {
  const played = await playWeb({ inputs: plan })
  expect(played.outputs.outcome).toBe('planned')
  expect(played.annotations).toEqual([])
})
