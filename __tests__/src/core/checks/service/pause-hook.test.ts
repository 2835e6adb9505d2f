import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { pauseHook } from '../../../../../src/core/checks/service/pause-hook.js'
import type { WaitUntil } from '../../../../../src/core/options/watch-options.js'
import { aCheckContext } from '../../../../support/check-builders.js'
import { aService } from '../../../../support/service-builders.js'

const test1 = 'POST_TEST_TRAFFIC_SHIFT'
const production = 'PRE_PRODUCTION_TRAFFIC_SHIFT'

test.each<{ name: string; waitUntil: WaitUntil | undefined; stages: readonly string[]; result?: string }>([
  { name: 'a pause that no hook makes', waitUntil: 'paused', stages: [], result: 'refused' },
  { name: 'a pause at a hook', waitUntil: 'paused', stages: [test1], result: 'passed' },
  { name: 'no hook, and no goal', waitUntil: 'completed', stages: [] },
  { name: 'a hook on the way to the end', waitUntil: 'completed', stages: [test1], result: 'notice' },
  { name: 'a hook before the stage', waitUntil: 'BAKE_TIME', stages: [production], result: 'notice' },
  { name: 'a hook at the stage', waitUntil: 'POST_TEST_TRAFFIC_SHIFT', stages: [test1], result: 'passed' },
  { name: 'a hook after the stage', waitUntil: 'TEST_TRAFFIC_SHIFT', stages: [production], result: 'passed' },
  { name: 'a deployment that is not watched', waitUntil: undefined, stages: [test1] },
])('$name: $result', ({ waitUntil, stages, result }) => {
  const context = aCheckContext({ observed: { service: aService({ pauseStages: stages }) }, waitUntil })
  expect(runCheck(pauseHook, context).map(check => check.result)).toEqual(result ? [result] : [])
})
