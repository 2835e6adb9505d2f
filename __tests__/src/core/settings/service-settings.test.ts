import { expect, test } from '@jest/globals'
import type { PlainSettings } from '../../../../src/core/ecs/plain-settings.js'
import type { Threshold } from '../../../../src/core/ecs/service.js'
import type { ServiceOptions } from '../../../../src/core/options/service-options.js'
import { defaultBreaker } from '../../../../src/core/settings/breaker.js'
import { bumpOf } from '../../../../src/core/settings/bump.js'
import { settingsOf } from '../../../../src/core/settings/service-settings.js'
import { serviceUpdate } from '../../../../src/core/settings/service-update.js'
import { breakerOptions, serviceOptions } from '../../../support/option-builders.js'
import { aService } from '../../../support/service-builders.js'

const bounded = (value: number): Threshold => ({ type: 'BOUNDED_PERCENT', value })
const count = (value: number): Threshold => ({ type: 'COUNT', value })

const live = {
  ...defaultBreaker,
  enable: true,
  rollback: false,
  threshold: count(7),
  resetOnHealthyTask: false,
}

test.each([
  {
    name: 'rollback switches the breaker on and leaves the rest as it is',
    request: { mode: 'rollback' as const },
    setting: { enable: true, rollback: true, resetOnHealthyTask: false, threshold: count(7) },
    update: { enable: true, rollback: true },
  },
  {
    name: 'stop switches it on without rollback',
    request: { mode: 'stop' as const },
    setting: { enable: true, rollback: false, resetOnHealthyTask: false, threshold: count(7) },
    update: { enable: true, rollback: false },
  },
  {
    name: 'keep sends nothing at all',
    request: { mode: 'keep' as const },
    setting: live,
    update: undefined,
  },
  {
    name: 'keep with a threshold sends it with the live settings, which the shape requires',
    request: { mode: 'keep' as const, threshold: bounded(25) },
    setting: { enable: true, rollback: false, resetOnHealthyTask: false, threshold: bounded(25) },
    update: { enable: true, rollback: false, thresholdConfiguration: bounded(25) },
  },
  {
    name: 'a false is sent as false',
    request: { mode: 'rollback' as const, resetOnHealthyTask: false },
    setting: { enable: true, rollback: true, resetOnHealthyTask: false, threshold: count(7) },
    update: { enable: true, rollback: true, resetOnHealthyTask: false },
  },
])('$name', ({ request, setting, update }) => {
  const options = serviceOptions({ breaker: breakerOptions(request) })
  const settings = settingsOf(aService({ breaker: live }), options)
  expect(settings.after.breaker).toStrictEqual(setting)
  expect(serviceUpdate(settings, options).deploymentConfiguration?.deploymentCircuitBreaker).toStrictEqual(
    update,
  )
})

interface CountRow {
  readonly name: string
  readonly options: Partial<ServiceOptions>
  /** the desired count during the rollout, then afterwards */
  readonly counts: readonly [number, number]
  readonly sent: number | undefined
}

test.each<CountRow>([
  { name: 'nothing', options: {}, counts: [20, 20], sent: undefined },
  { name: 'another desired count', options: { desiredCount: 4 }, counts: [4, 4], sent: 4 },
  { name: 'a bump', options: { bumpDesiredCount: 25 }, counts: [25, 20], sent: 25 },
  { name: 'a bump below what it wants', options: { bumpDesiredCount: 2 }, counts: [20, 20], sent: undefined },
  { name: 'both', options: { desiredCount: 2, bumpDesiredCount: 5 }, counts: [5, 2], sent: 5 },
])('a service of 20 tasks given $name', ({ options, counts, sent }) => {
  const all = serviceOptions(options)
  const settings = settingsOf(aService({ desiredCount: 20 }), all)
  expect([settings.after.rolloutCount, settings.after.desiredCount]).toStrictEqual(counts)
  expect(serviceUpdate(settings, all).desiredCount).toBe(sent)
  const [during, afterwards] = counts
  expect(bumpOf(settings)).toStrictEqual(
    during > afterwards ? { from: afterwards, to: during, found: 20 } : undefined,
  )
})

const plain: PlainSettings = {
  desiredCount: 4,
  healthCheckGracePeriodSeconds: 60,
  enableECSManagedTags: true,
  propagateTags: 'SERVICE',
  minimumHealthyPercent: 50,
  maximumPercent: 150,
  bakeTimeInMinutes: 5,
}

test('settings that the user does not set stay unchanged', () => {
  const managedEBSVolume = { roleArn: 'arn:aws:iam::123456789012:role/ecsInfrastructure', sizeInGiB: 20 }
  const volumes = [{ name: 'data', managedEBSVolume }]
  const configuration = { ...plain, breaker: live, alarms: ['web-5xx'], strategy: 'CANARY', volumes }
  const options = serviceOptions({ breaker: breakerOptions({ mode: 'keep' }) })
  const settings = settingsOf(aService(configuration), options)
  expect(settings.before).toStrictEqual({ ...configuration, rolloutCount: 4 })
  expect(settings.after).toStrictEqual(settings.before)
  expect(serviceUpdate(settings, options)).toStrictEqual({})
})

test('settings of the user are sent unchanged, and are the settings of the service afterward', () => {
  const options = serviceOptions({ ...plain, breaker: breakerOptions({ mode: 'keep' }) })
  const settings = settingsOf(aService(), options)
  expect(settings.after).toMatchObject({ ...plain, rolloutCount: 4 })
  const { minimumHealthyPercent, maximumPercent, bakeTimeInMinutes, ...members } = plain
  expect(serviceUpdate(settings, options)).toStrictEqual({
    deploymentConfiguration: { minimumHealthyPercent, maximumPercent, bakeTimeInMinutes },
    ...members,
  })
})
