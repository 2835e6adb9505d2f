/** For each class of failure a story whose summary names the class, the cause, the evidence and one next step. */
import { expect, test } from '@jest/globals'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { type Played, play } from '../support/play.js'

/** The parts of a summary that a person reads first, as text. */
function partsOf({ summary }: Played) {
  const part = (name: string) => new RegExp(`^\\*\\*${name}(.*)$`, 'm').exec(summary)?.[1] ?? ''
  return { why: part('Why'), next: part('Next:'), rest: summary.slice(summary.indexOf('**Next:')) }
}

const stories = [
  {
    failureClass: 'image-pull',
    scenario: 'image-missing',
    why: /could not pull web:9be21c5; .*\/web has no tag 9be21c5/,
    evidence: /\| `image-pull` \|/,
    next: /tag/,
  },
  {
    failureClass: 'resource-initialization',
    scenario: 'secret-missing',
    why: /could not start; the secret web\/database-url-8Zk2Qp \(DATABASE\\_URL of app\) does not exist/,
    evidence: /\| `resource-initialization` \|.*TaskFailedToStart/,
    next: /Create the secret, or correct valueFrom/,
  },
  {
    failureClass: 'container-exit',
    scenario: 'crash-at-start',
    why: /app exited with code 1; its log ends with "KeyError: 'FEATURE\\_X'"/,
    evidence: /```\nKeyError: 'FEATURE_X'\n```/,
    next: /Read the log of app/,
  },
  {
    failureClass: 'container-exit',
    scenario: 'exec-format',
    why: /built for another architecture than X86\\_64/,
    evidence: /exec format error/,
    next: /Build the image for linux\/amd64/,
  },
  {
    failureClass: 'out-of-memory',
    scenario: 'out-of-memory',
    why: /app ran out of memory; the task is limited to 1024 MiB/,
    evidence: /\| `out-of-memory` \|.*app `137` \|/,
    next: /Raise memory of the task above 1024 MiB/,
  },
  {
    failureClass: 'health-check',
    scenario: 'port-mismatch',
    why: /404 on GET :5001\/health\); the container listens on 5201/,
    evidence: /Running on http:\/\/0\.0\.0\.0:5201/,
    next: /Make the app listen on 5001/,
  },
  {
    failureClass: 'placement',
    scenario: 'no-capacity',
    why: /ECS could not place a task \d+ times since 0:\d\d: capacity is unavailable at this time/,
    evidence: /Timeline<\/summary>[\s\S]*was unable to place a task/,
    next: /Add capacity.* to stop it: `aws ecs stop-service-deployment --service-deployment-arn arn:\S+ --stop-type ROLLBACK`$/,
  },
  {
    failureClass: 'alarm',
    scenario: 'alarm-rollback',
    why: /The alarm web-5xx went off/,
    evidence: /Timeline<\/summary>[\s\S]*web-5xx/,
    next: /Look at the alarm/,
  },
  {
    failureClass: 'lifecycle-hook',
    scenario: 'pause-hook',
    why: /pause hook timed out/,
    evidence: /Timeline<\/summary>[\s\S]*pause/i,
    next: /continue it/,
  },
  {
    failureClass: 'other',
    scenario: 'stopped-by-somebody',
    why: /a rollback was requested/,
    evidence: /Timeline<\/summary>[\s\S]*rolling back/,
    next: /events of the service/,
  },
]

test.each(stories)('$failureClass: $scenario', async ({ failureClass, scenario, why, evidence, next }) => {
  const played = await play(scenarios[scenario] as (typeof scenarios)[string])
  const parts = partsOf(played)
  expect(parts.why.startsWith(` (\`${failureClass}\`):** `)).toBe(true)
  expect(parts.why).toMatch(why)
  expect(parts.next).toMatch(next)
  expect(parts.rest).toMatch(evidence)
})

test('permissions: denied-update', async () => {
  const { summary, outputs } = await play(scenarios['denied-update'] as (typeof scenarios)[string])
  expect(outputs['failure-class']).toBe('permissions')
  expect(summary).toContain('### ❌ web: refused, the service was not changed\n\nweb:8 is registered.')
  expect(summary).toMatch(/^- `permissions` the role may not call ecs:UpdateService on arn:.*: allow it$/m)
})
