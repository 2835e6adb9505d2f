/** AWS takes tasks away that did nothing wrong: no failure of the revision, and the reason if nothing is left of the wait. */
import { expect, test } from '@jest/globals'
import { type Interruption, interrupt } from '../../simulator/ecs/behavior/interruptions.js'
import type { Task } from '../../simulator/ecs/state/task.js'
import type { World } from '../../simulator/ecs/world.js'
import { playWeb, text, verdict, webOf } from '../support/web-stories.js'

const oursIn = (world: World): Task[] =>
  world.tasksOf(webOf(world)).filter(({ taskDefinition }) => taskDefinition.arn.endsWith('web:8'))

const keepInterrupting = (how: Interruption) => (world: World) => {
  const sweep = () => {
    for (const task of oursIn(world)) {
      if (task.lastStatus === 'RUNNING' && world.now - (task.startedAt ?? 0) > 10_000)
        interrupt(world, task, how)
    }
    world.after(5_000, sweep)
  }
  world.after(5_000, sweep)
}

const kinds: readonly { readonly how: Interruption; readonly why: RegExp }[] = [
  { how: 'spot', why: /\d+ tasks were interrupted by Spot/ },
  { how: 'spot-notice', why: /\d+ tasks were interrupted by Spot/ },
  { how: 'retirement', why: /\d+ tasks were retired for maintenance of the host/ },
  { how: 'host-failure', why: /\d+ tasks were lost with a host/ },
  { how: 'host-draining', why: /\d+ tasks were lost with a host/ },
]

test.each(kinds)('$how of every task: timed out, and that is why', async ({ how, why }) => {
  const played = await playWeb({
    also: keepInterrupting(how),
    inputs: { 'wait-for-minutes': '5', 'fail-fast-after': '1' },
  })
  expect(played.outputs).toMatchObject({ outcome: 'timed-out', 'failure-class': 'placement' })
  expect(verdict(played)).toMatch(why)
})

test.each(kinds)('$how of one task: its successor makes it a success', async ({ how }) => {
  const played = await playWeb({
    also: world =>
      world.after(60_000, () =>
        oursIn(world)
          .slice(0, 1)
          .map(task => interrupt(world, task, how)),
      ),
    inputs: { 'fail-fast-after': '1' },
  })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(text(played)).not.toMatch(/tasks? (?:\w+ )?failed/)
  expect(played.annotations).toEqual([])
})
