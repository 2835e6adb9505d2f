import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { lifecycleStage } from '../../../../../src/core/checks/service/lifecycle-stage.js'
import type { WaitUntil } from '../../../../../src/core/options/watch-options.js'
import { aCheckContext, unobserved } from '../../../../support/check-builders.js'
import { aService } from '../../../../support/service-builders.js'

interface Row {
  readonly waitUntil: WaitUntil | undefined
  readonly strategy?: string
  readonly hasHooks?: boolean
}

function check({ waitUntil, strategy = 'ROLLING', hasHooks = false }: Row) {
  const service = aService({ strategy, hasHooks })
  return runCheck(lifecycleStage, aCheckContext({ observed: { service }, waitUntil }))
}

test.each<Row & { readonly says: string }>([
  { waitUntil: 'SCALE_UP', says: 'without lifecycle hooks may never show this stage' },
  { waitUntil: 'BAKE_TIME', says: 'without lifecycle hooks may never show this stage' },
  { waitUntil: 'BAKE_TIME', hasHooks: true, says: 'a rolling deployment may never show this stage' },
  { waitUntil: 'TEST_TRAFFIC_SHIFT', says: 'without lifecycle hooks may never show this stage' },
  {
    waitUntil: 'POST_PRODUCTION_TRAFFIC_SHIFT',
    hasHooks: true,
    says: 'a rolling deployment may never show this stage',
  },
  { waitUntil: 'CLEAN_UP', hasHooks: true, says: 'a rolling deployment may never show this stage' },
])('$waitUntil of a rolling deployment (hooks: $hasHooks) is not certain: a warning', ({ says, ...row }) => {
  const [found] = check(row)
  expect(found).toMatchObject({ result: 'warning', text: expect.stringContaining(says) })
  expect(found?.text).toContain(`wait-until is ${row.waitUntil}`)
})

test.each<Row>([
  { waitUntil: 'RECONCILE_SERVICE', hasHooks: true },
  { waitUntil: 'POST_SCALE_UP', hasHooks: true },
  { waitUntil: 'TEST_TRAFFIC_SHIFT', strategy: 'BLUE_GREEN' },
  { waitUntil: 'BAKE_TIME', strategy: 'LINEAR' },
  { waitUntil: 'CLEAN_UP', strategy: 'CANARY' },
])('$waitUntil passes where the deployment has it', row => {
  expect(check(row)).toMatchObject([{ result: 'passed' }])
})

test.each<Row>([{ waitUntil: 'completed' }, { waitUntil: 'paused' }, { waitUntil: undefined }])(
  'wait-until: $waitUntil is no stage',
  row => {
    expect(check(row)).toEqual([])
  },
)

test('has nothing to say without a service', () => {
  expect(runCheck(lifecycleStage, unobserved(aCheckContext({ waitUntil: 'BAKE_TIME' })))).toEqual([])
})
