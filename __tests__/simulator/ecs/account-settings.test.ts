import { expect, test } from '@jest/globals'
import { Stage } from '../support/stage.js'

const root = 'arn:aws:iam::123456789012:root'
const somebody = 'arn:aws:iam::123456789012:user/somebody'

test('nothing is stored at first, and every setting has an effective value', () => {
  const stage = new Stage()

  expect(stage.call('ListAccountSettings').settings).toStrictEqual([])
  const { settings } = stage.call('ListAccountSettings', { effectiveSettings: true })
  expect(settings).toContainEqual({
    name: 'serviceLongArnFormat',
    value: 'enabled',
    principalArn: root,
    type: 'user',
  })
  expect(settings).toContainEqual(expect.objectContaining({ name: 'guardDutyActivate', type: 'aws_managed' }))
})

test('a principal has its own setting before that of the account, until it is deleted', () => {
  const stage = new Stage()
  const name = 'defaultLogDriverMode'
  const effective = () => {
    const request = { name, principalArn: somebody, effectiveSettings: true }
    return stage.call('ListAccountSettings', request).settings[0].value
  }
  stage.call('PutAccountSettingDefault', { name, value: 'blocking' })
  expect(effective()).toBe('blocking')
  const { setting } = stage.call('PutAccountSetting', {
    name,
    value: 'non-blocking',
    principalArn: somebody,
  })
  expect(setting).toStrictEqual({ name, value: 'non-blocking', principalArn: somebody, type: 'user' })
  expect(effective()).toBe('non-blocking')
  stage.call('DeleteAccountSetting', { name, principalArn: somebody })
  expect(effective()).toBe('blocking')
})

test('a new cluster gets the Container Insights of the account', () => {
  const stage = new Stage()
  stage.call('PutAccountSettingDefault', { name: 'containerInsights', value: 'enhanced' })

  expect(stage.call('CreateCluster', { clusterName: 'prod' }).cluster.settings).toStrictEqual([
    { name: 'containerInsights', value: 'enhanced' },
  ])
})

test('a value that the setting does not have is refused', () => {
  const input = { name: 'fargateTaskRetirementWaitPeriod', value: '3' }
  expect(() => new Stage().call('PutAccountSetting', input)).toThrow('must be one of 7, 0, 14')
})
