/** Endings that no scenario of the demo has, through the bundles, the parts that are loaded late included. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { resourceIdOf } from '../../simulator/ecs/behavior/auto-scaling.js'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { changesIn } from '../support/play.js'
import { playStep } from '../support/play-step.js'
import { type StoryOverrides, update, webOf, webStory } from '../support/web-stories.js'

const keep = { 'circuit-breaker': 'keep' }

test.each<
  StoryOverrides & { readonly name: string; readonly outcome: string; readonly changes: readonly string[] }
>([
  {
    name: 'a raised count is put back after a success',
    inputs: { 'bump-desired-count': '3' },
    outcome: 'succeeded',
    changes: ['RegisterTaskDefinition', 'UpdateService', 'UpdateService'],
  },
  {
    name: 'fail-fast where the breaker is off',
    software: { exitsAfterSeconds: 1, exitCode: 1 },
    inputs: keep,
    outcome: 'rolled-back',
    changes: ['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment'],
  },
  {
    name: 'on-timeout: rollback',
    software: movedSoftware,
    inputs: { ...keep, 'fail-fast-after': '0', 'wait-for-minutes': '2', 'on-timeout': 'rollback' },
    outcome: 'timed-out',
    changes: ['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment'],
  },
  {
    name: 'an alarm of the input alarms goes off',
    inputs: { alarms: 'web-5xx' },
    also: world => {
      world.setAlarm('web-5xx', 'OK')
      world.after(150_000, () => world.setAlarm('web-5xx', 'ALARM'))
    },
    outcome: 'rolled-back',
    changes: ['RegisterTaskDefinition', 'UpdateService'],
  },
  {
    name: "above Application Auto Scaling's maximum",
    inputs: { 'bump-desired-count': '7' },
    also: world => {
      const resourceId = resourceIdOf(webOf(world))
      world.scalableTargets.register({ resourceId, min: 2, max: 6 }, world.now)
    },
    outcome: 'refused',
    changes: [],
  },
  {
    name: 'in-flight: fail',
    inputs: { 'in-flight': 'fail' },
    also: world => update(world, { forceNewDeployment: true }),
    outcome: 'refused',
    changes: [],
  },
  {
    name: 'a revision and a deployment whose answers were lost',
    faults: [
      { kind: 'truncated-response', operations: ['RegisterTaskDefinition'], times: 1 },
      { kind: 'connection-reset', when: 'after-effect', operations: ['UpdateService'], times: 1 },
    ],
    outcome: 'succeeded',
    changes: ['RegisterTaskDefinition', 'UpdateService'],
  },
])('$name: $outcome', async ({ outcome, changes, ...unusual }) => {
  const { main, post, requests, world } = await playStep(webStory(unusual))
  expect(main.outputs.outcome).toBe(outcome)
  expect(main.exitCode).toBe(outcome === 'succeeded' ? 0 : 1)
  expect(changesIn(requests)).toEqual(changes)
  expect(webOf(world).desiredCount).toBe(2)
  expect(post).toMatchObject({ exitCode: 0, log: '' })
})

test('a post step with nothing to do loads little: no client and no toolkit', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'post-alone-'))
  try {
    const files = ['post.js', 'undici-on-demand.cjs', 'package.json']
    for (const file of files) await copyFile(join('dist', file), join(folder, file))
    const child = spawn(process.execPath, [join(folder, 'post.js')], { env: {} })
    expect((await once(child, 'exit'))[0]).toBe(0)
    const sizes = await Promise.all(files.map(async file => (await stat(join('dist', file))).size))
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(50_000)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
