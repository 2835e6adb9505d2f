/** A runner whose log, files or state are broken: the deployment ends as it would, and the verdict is true. */
import { expect } from '@jest/globals'
import { changesIn } from '../support/play.js'
import { playStep } from '../support/play-step.js'
import { testUnless } from '../support/test-unless.js'
import { webOf, webStory } from '../support/web-stories.js'

const testDevices = testUnless(process.platform !== 'linux', 'only Linux has /dev/full')

const bumped = { 'bump-desired-count': '4' }
const full = (variable: string) => ({ environment: () => ({ [variable]: '/dev/full' }) })

testDevices.each([
  { variable: 'GITHUB_OUTPUT', title: 'No outputs' },
  { variable: 'GITHUB_STEP_SUMMARY', title: 'No job summary' },
])('$variable cannot be written: one warning, and the step passes', async ({ variable, title }) => {
  const { main, world } = await playStep(webStory({ inputs: bumped }), full(variable))
  expect(main.exitCode).toBe(0)
  expect(main.log).toContain('succeeded: ')
  expect(main.annotations.filter(({ level }) => level === 'warning')).toEqual([
    expect.objectContaining({ title }),
  ])
  expect(webOf(world).desiredCount).toBe(2)
})

testDevices('GITHUB_STATE cannot be written: refused before anything is changed', async () => {
  const { main, requests } = await playStep(webStory({ inputs: bumped }), full('GITHUB_STATE'))
  expect(main.exitCode).toBe(1)
  expect(main.outputs.outcome).toBe('refused')
  expect(changesIn(requests)).toEqual([])
  expect(main.log).toContain('leave out bump-desired-count')
})

const testStreams = testUnless(process.platform === 'win32', 'Windows has no EPIPE')

testStreams('nobody reads the log any more: the step goes on to its end', async () => {
  const step = await playStep(webStory({ inputs: bumped }), {
    when: { matches: /^ +started +ecs-svc/, act: main => main.closeLog() },
  })
  expect(step.main.exitCode).toBe(0)
  expect(step.main.outputs.outcome).toBe('succeeded')
  expect(step.main.summary).toContain('succeeded')
  expect(changesIn(step.requests)).toEqual(['RegisterTaskDefinition', 'UpdateService', 'UpdateService'])
  expect(webOf(step.world).desiredCount).toBe(2)
  expect(step.post).toMatchObject({ exitCode: 0, log: '' })
})
