import { expect, test } from '@jest/globals'
import { servingGap } from '../../../../../src/core/checks/service/serving-gap.js'
import type { Service } from '../../../../../src/core/ecs/service.js'
import type { ServiceOptions } from '../../../../../src/core/options/service-options.js'
import { aCheckContext, checkResults, runEach } from '../../../../support/check-builders.js'
import { serviceOptions } from '../../../../support/option-builders.js'
import { aService, thePrevious } from '../../../../support/service-builders.js'

const noRoom = { minimumHealthyPercent: 0, maximumPercent: 100 }

test.each<{ name: string; service: Partial<Service>; set?: Partial<ServiceOptions>; raises: readonly string[] }>([
  { name: 'the defaults', service: {}, raises: [] },
  { name: 'one task and no room', service: { ...noRoom, desiredCount: 1 }, raises: ['serving-gap warning'] },
  { name: 'several tasks and no room', service: { ...noRoom, desiredCount: 3 }, raises: ['serving-gap warning'] },
  { name: 'half of them must stay', service: { ...noRoom, minimumHealthyPercent: 50, desiredCount: 2 }, raises: [] },
  { name: 'an input makes room', service: { ...noRoom, desiredCount: 1 }, set: { maximumPercent: 200 }, raises: [] },
  { name: 'an input takes the room away', service: { desiredCount: 1 }, set: noRoom, raises: ['serving-gap warning'] },
  { name: 'nothing runs', service: { ...noRoom, desiredCount: 1, runningCount: 0 }, raises: [] },
  { name: 'a service that is scaled to zero', service: { ...noRoom, desiredCount: 0 }, raises: [] },
  { name: 'a DAEMON service', service: { ...noRoom, desiredCount: 2, scheduling: 'DAEMON' }, raises: [] },
  { name: 'traffic that shifts', service: { ...noRoom, desiredCount: 1, strategy: 'BLUE_GREEN' }, raises: [] },
])('$name: $raises', ({ service, set = {}, raises }) => {
  const running = thePrevious({ status: 'PRIMARY', runningCount: service.desiredCount ?? 2 })
  const observed = {
    service: aService({ deployments: [running], runningCount: service.desiredCount ?? 2, ...service }),
  }
  const context = aCheckContext({ observed, rollout: serviceOptions(set) })
  expect(checkResults(runEach([servingGap], context))).toStrictEqual(raises)
}) // biome-ignore format: one table
