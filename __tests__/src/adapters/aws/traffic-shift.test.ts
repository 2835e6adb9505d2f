/** How long traffic shifts, by https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
import { expect, test } from '@jest/globals'
import { toShiftMinutes } from '../../../../src/adapters/aws/deployment-configuration-mapping.js'

test.each([
  {
    name: 'a canary',
    configuration: { strategy: 'CANARY' as const, canaryConfiguration: { canaryBakeTimeInMinutes: 3 } },
    minutes: 3,
  },
  {
    name: 'a canary by the defaults of the API',
    configuration: { strategy: 'CANARY' as const },
    minutes: 10,
  },
  {
    name: 'a linear shift in four steps, the last of which waits for nothing',
    configuration: {
      strategy: 'LINEAR' as const,
      linearConfiguration: { stepPercent: 30, stepBakeTimeInMinutes: 5 },
    },
    minutes: 15,
  },
  {
    name: 'a linear shift by the defaults of the API',
    configuration: { strategy: 'LINEAR' as const },
    minutes: 54,
  },
  { name: 'all traffic at once', configuration: { strategy: 'BLUE_GREEN' as const }, minutes: 0 },
  { name: 'no traffic that shifts', configuration: {}, minutes: 0 },
])('$name takes $minutes minutes', ({ configuration, minutes }) => {
  expect(toShiftMinutes(configuration as Parameters<typeof toShiftMinutes>[0])).toBe(minutes)
})
