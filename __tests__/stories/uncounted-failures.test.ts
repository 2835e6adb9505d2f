/** Tasks fail and the circuit breaker does not act: they are counted here all the same, and how to end it is said. */
import { expect, test } from '@jest/globals'
import { playWeb, type StoryOverrides, stops, verdict } from '../support/web-stories.js'

const crash = { exitsAfterSeconds: 1, exitCode: 1 }

const rows: readonly (StoryOverrides & { readonly name: string })[] = [
  {
    name: 'it counts, and never acts',
    software: crash,
    settings: { breakerFires: false },
  },
  {
    name: 'it does not count containers that exit after RUNNING',
    software: { ...crash, exitsAfterSeconds: 20 },
    history: { service: { loadBalancers: [] } },
  },
]

test.each(rows)('$name: timed out, with the command that ends it', async ({ name: _, ...story }) => {
  const played = await playWeb({ ...story, inputs: { 'fail-fast-after': '0', 'wait-for-minutes': '6' } })
  expect(played.outputs).toMatchObject({ outcome: 'timed-out', 'failure-class': 'container-exit' })
  expect(verdict(played)).toMatch(/(\d+) of \1 failed tasks of web:8 ended because app exited with code 1/)
  expect(verdict(played)).toMatch(
    /The circuit breaker has not acted on it, and ECS retries indefinitely; to stop it:\s+aws ecs stop-service-deployment /,
  )
})

test.each(rows)('$name: fail-fast-after ends it within minutes', async ({ name: _, ...story }) => {
  const played = await playWeb(story)
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'container-exit' })
  expect(stops(played)).toBe(1)
  expect(played.took).toBeLessThan(5 * 60_000)
})

test('an image that cannot be pulled, which ECS retries for ever', async () => {
  const played = await playWeb({
    also: world => world.images.expire('123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:9be21c4'),
    settings: { breakerFires: false },
    inputs: { preflight: 'warn', 'fail-fast-after': '0', 'wait-for-minutes': '30' },
  })
  expect(played.outputs).toMatchObject({ outcome: 'timed-out', 'failure-class': 'image-pull' })
  expect(verdict(played)).toContain('The circuit breaker has not acted on it')
})
