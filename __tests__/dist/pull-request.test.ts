/** The comment on a pull request and the record of a deployment, through the bundles: the client is loaded late there. */
import { expect, test } from '@jest/globals'
import { codeRepository, pullRequest } from '../../simulator/scenarios/code-repository.js'
import { playStep } from '../support/play-step.js'
import { testUnless } from '../support/test-unless.js'
import { webStory } from '../support/web-stories.js'

/** What readAction fills in for `github.token`. */
const token = 'simulated-github-token'

test('a plan on a pull request becomes a comment', async () => {
  const inputs = { 'dry-run': 'true', 'pr-comment': 'true' }
  const { main, world } = await playStep({ ...webStory({ inputs }), event: pullRequest(17) })
  expect([main.exitCode, main.outputs.outcome]).toEqual([0, 'planned'])
  expect(world.github.open(codeRepository).comments.map(({ body }) => body)).toEqual([
    expect.stringMatching(
      /^<!-- ecs-safe-deploy prod\/web -->\n\*\*web on prod: plan\*\*[^\n]*\n\n[^\n]*updated for `4d0c1b2`/,
    ),
  ])
  expect(`${main.log}${main.summary}${JSON.stringify(main.outputs)}`).not.toContain(token)
})

test('a deployment leaves a record that is closed', async () => {
  const { main, world } = await playStep(webStory({ inputs: { environment: 'production' } }))
  expect(main.outputs.outcome).toBe('succeeded')
  const [record] = world.github.open(codeRepository).deployments
  expect(record?.statuses.map(({ state }) => state)).toEqual(['in_progress', 'success'])
})

const testSignals = testUnless(process.platform === 'win32', 'Windows has no signals to send')

testSignals('a cancelled deployment leaves a record that says so, before the runner kills', async () => {
  const story = webStory({ inputs: { environment: 'production', 'bump-desired-count': '3' } })
  const { main, world, endedAfter } = await playStep(story, {
    when: { matches: /has started/, act: running => running.cancel() },
  })
  expect(main.outputs.outcome).toBe('cancelled')
  expect(endedAfter).toBeLessThan(7_500)
  const [record] = world.github.open(codeRepository).deployments
  expect(record?.statuses.map(({ state }) => state)).toEqual(['in_progress', 'error'])
})
