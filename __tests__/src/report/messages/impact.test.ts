/** What is counted decides the words: tasks that run, or those that are healthy. */
import { expect, test } from '@jest/globals'
import type { Counted, Shortage } from '../../../../src/core/outcome/impact.js'
import { impactSentence } from '../../../../src/report/messages/impact.js'
import { anObserved, anOutcome, aServicePlan, complete } from '../../../support/rollout-builders.js'
import { aService, revisionArn } from '../../../support/service-builders.js'

interface Row {
  readonly kind?: Shortage['kind']
  readonly counted: Counted
  readonly least?: number
  readonly lasts?: boolean
  readonly text: string
}

test.each<Row>([
  { counted: 'tasks', text: 'capacity was reduced at 0:30: 1 task ran instead of 3.' },
  { counted: 'healthy-tasks', text: 'capacity was reduced at 0:30: 1 task was healthy instead of 3.' },
  {
    counted: 'healthy-tasks',
    least: 2,
    lasts: true,
    text: 'capacity is reduced since 0:30: 2 tasks are healthy instead of 3.',
  },
  {
    counted: 'targets',
    least: 2,
    text: 'capacity was reduced at 0:30: 2 targets were healthy instead of 3.',
  },
  { kind: 'outage', counted: 'tasks', least: 0, text: 'no task was running.' },
  { kind: 'outage', counted: 'healthy-tasks', least: 0, text: 'no running task was healthy.' },
  { kind: 'outage', counted: 'healthy-tasks', least: 0, lasts: true, text: 'no running task is healthy.' },
])('without a load balancer: $text', ({ kind = 'reduced', counted, least = 1, lasts = false, text }) => {
  const spans = [{ from: 30_000, to: 30_000 }]
  const impact: Shortage = { kind, counted, least, of: 3, lasts, spans }
  const plan = aServicePlan({ observed: anObserved({ service: aService() }) })
  const outcome = anOutcome({ kind: 'rolled-back', serving: revisionArn('web:7') }, { impact, plan })
  expect(impactSentence(complete(outcome))).toBe(text)
})
