/** A secret that no definition holds, in the words of ECS: the ENTRYPOINT of an image names its database. */
import { expect, test } from '@jest/globals'
import { playWeb, webOf } from '../support/web-stories.js'

test('a connection string in the reason of a task is redacted everywhere', async () => {
  const reason =
    'CannotStartContainerError: exec: "--db=postgres://shop:Sm7secret@db.internal/shop": not found'
  const { log, summary, outputs, annotations, state } = await playWeb({
    software: { exitsAfterSeconds: 3, exitCode: 1 },
    onAnswered: world => {
      for (const task of world.tasks.values()) {
        if (task.lastStatus !== 'STOPPED') continue
        task.stoppedReason = reason
        for (const container of task.containers) container.reason = reason
      }
      const service = webOf(world)
      service.events = service.events.map(event => ({ ...event, message: `(service web) ${reason}` }))
    },
  })
  const everything = JSON.stringify([log, summary, outputs, annotations, state])
  expect(outputs['failure-reason']).toContain('postgres://shop:***@db.internal/shop')
  expect(log.join('\n')).toContain('postgres://shop:***@db.internal/shop')
  expect(everything).not.toContain('Sm7secret')
})
