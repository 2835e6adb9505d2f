/** dist/index.js goes back to the revision before, in a process of its own. */
import { expect, test } from '@jest/globals'
import { healthy } from '../../simulator/scenarios/healthy.js'
import { cluster } from '../../simulator/scenarios/web-service.js'
import { playStep } from '../support/play-step.js'

test('rollback: previous', async () => {
  const inputs = { cluster, service: 'web', rollback: 'previous' }
  const { main, post } = await playStep({ ...healthy, inputs })
  expect(main.outputs).toMatchObject({
    outcome: 'succeeded',
    'task-definition-arn': expect.stringMatching(/web:6$/),
    'serving-task-definition-arn': expect.stringMatching(/web:6$/),
  })
  expect(main.summary).toContain('rollback: previous means `web:6`')
  expect(JSON.parse(main.outputs.result ?? '')).toMatchObject({ asIs: true, rollback: true })
  expect(post?.exitCode).toBe(0)
})
