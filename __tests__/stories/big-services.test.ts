/** Services of more tasks than ECS keeps events (100). */
import { expect, test } from '@jest/globals'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { playWeb, text, verdict } from '../support/web-stories.js'

test('150 tasks that fail in the same way are one row, although ECS keeps 100 events', async () => {
  const played = await playWeb({
    software: movedSoftware,
    history: { desiredCount: 150 },
    inputs: { 'circuit-breaker': 'keep', 'fail-fast-after': '150', 'wait-for-minutes': '20' },
  })
  expect(verdict(played)).toMatch(
    /why +(\d{3,}) of \1 failed tasks of web:8 failed the load balancer health check \(404 on GET :5001\/health\)/,
  )
  const ways = text(played).match(/tasks? failed: .*/g) ?? []
  expect(ways).toHaveLength(1)
})
