import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { bakeTime } from '../../../../../src/core/checks/service/bake-time.js'
import type { WaitUntil } from '../../../../../src/core/options/watch-options.js'
import { aCheckContext } from '../../../../support/check-builders.js'
import { serviceOptions } from '../../../../support/option-builders.js'
import { aService } from '../../../../support/service-builders.js'

test.each<{ name: string; set?: number; shift?: number; before?: number; waitMinutes?: number | undefined; strategy?: string; managedBy?: 'ECS'; alarms?: readonly string[]; waitUntil?: WaitUntil; says?: string }>([
  { name: 'no bake time', set: 0 },
  { name: 'a shorter one', set: 29 },
  { name: 'one as long as the wait', set: 30, says: 'Set wait-for-minutes to 30 plus the minutes that the rollout takes' },
  { name: 'one that the service has', before: 45, waitMinutes: 40, says: 'Set wait-for-minutes to 45 plus' },
  { name: 'one that an input shortens', before: 45, set: 5 },
  { name: 'one that no wait can outlast', set: 1440, waitMinutes: 360, says: 'at most 360 minutes' },
  { name: 'a rolling deployment with alarms', set: 30, strategy: 'ROLLING', alarms: ['web-5xx'], says: 'Set wait-for-minutes' },
  { name: 'a rolling deployment without alarms', set: 30, strategy: 'ROLLING' },
  { name: 'a canary and a bake time of three minutes each, and five to wait', before: 3, shift: 3, strategy: 'CANARY', waitMinutes: 5, says: 'Set wait-for-minutes to 6 plus' },
  { name: 'the same, and seven to wait', before: 3, shift: 3, strategy: 'CANARY', waitMinutes: 7 },
  { name: 'a linear shift without bake time', shift: 54, strategy: 'LINEAR', says: 'Set wait-for-minutes to 54 plus the minutes that the rollout takes, or shorten the traffic shift of the service.' },
  { name: 'a shift that fits into the wait, and a bake time that does not', set: 20, shift: 20, strategy: 'LINEAR', says: 'or shorten bake-time-minutes.' },
  { name: 'a shift of an Express service that is as long as the wait', before: 3, shift: 30, strategy: 'CANARY', managedBy: 'ECS', says: 'or set wait-until to PRODUCTION_TRAFFIC_SHIFT.' },
  { name: 'the end of a shift that is as long as the wait', shift: 30, set: 10, strategy: 'CANARY', waitUntil: 'BAKE_TIME', says: 'Set wait-for-minutes to 30 plus' },
  { name: 'the end of a shift that fits into the wait', shift: 20, set: 20, strategy: 'CANARY', waitUntil: 'BAKE_TIME' },
  { name: 'a goal before the end of the shift', shift: 60, strategy: 'LINEAR', waitUntil: 'PRODUCTION_TRAFFIC_SHIFT' },
  { name: 'a deployment that is not watched', set: 60, waitMinutes: undefined },
])('$name: $says', ({ set, before = 0, shift = 0, strategy = 'BLUE_GREEN', managedBy, alarms = [], says, ...others }) => {
  const observed = { service: aService({ bakeTimeInMinutes: before, shiftMinutes: shift, strategy, alarms, ...(managedBy && { managedBy }) }) }
  const rollout = serviceOptions({ bakeTimeInMinutes: set })
  const refused = runCheck(bakeTime, aCheckContext({ observed, rollout, ...others })).filter(({ result }) => result !== 'passed')
  expect(refused).toEqual(says === undefined ? [] : [expect.objectContaining({ result: 'refused', next: expect.stringContaining(says) })])
}) // biome-ignore format: one table
