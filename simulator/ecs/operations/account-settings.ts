/** API_PutAccountSetting; the wording of the refusal is ours. The caller is the root user, as in ecs-account-settings. */
import { AwsError } from '../../aws-error.js'
import { definedMembers } from '../../defined-members.js'
import type { Operation } from '../operation.js'
import { type AccountSetting, AccountSettings, type SettingName } from '../resources/account-settings.js'
import type { World } from '../world.js'
import { page } from './page.js'

const PutAccountSetting: Operation = (world, { name, value, principalArn }) => {
  const principal = principalOf(world, principalArn)
  return { setting: put(world, { name, value, principal }) }
}

/** "for all users on an account" */
const PutAccountSettingDefault: Operation = (world, { name, value }) => ({
  setting: put(world, { name, value, principal: undefined }),
})

const DeleteAccountSetting: Operation = (world, { name, principalArn }) => {
  const principal = principalOf(world, principalArn)
  world.accountSettings.delete(name, principal)
  return { setting: shapeOf(world, { ...world.accountSettings.effective(name, principal), principal }) }
}

const ListAccountSettings: Operation = (world, input) => {
  const { name, value, principalArn, effectiveSettings = false } = input
  const principal = principalOf(world, principalArn)
  const all = effectiveSettings
    ? world.accountSettings.allEffective(principal)
    : world.accountSettings.stored(principal)
  const found = all
    .filter(setting => name === undefined || setting.name === name)
    .filter(setting => value === undefined || setting.value === value)
  const { items, nextToken } = page(found, input)
  return definedMembers({ settings: items.map(setting => shapeOf(world, setting)), nextToken })
}

export const accountSettings = {
  PutAccountSetting,
  PutAccountSettingDefault,
  DeleteAccountSetting,
  ListAccountSettings,
}

function put(world: World, setting: AccountSetting): object {
  const allowed = AccountSettings.allowed(setting.name as SettingName)
  if (!allowed.includes(setting.value)) {
    const message = `The value ${setting.value} of ${setting.name} must be one of ${allowed.join(', ')}.`
    throw new AwsError('InvalidParameterException', message)
  }
  world.accountSettings.put(setting)
  return shapeOf(world, setting)
}

/** The root user's own settings are those of the account. */
function principalOf(world: World, arn: string | undefined): string | undefined {
  return arn === rootOf(world) ? undefined : arn
}

function shapeOf(world: World, { name, value, principal }: AccountSetting): object {
  const type = name === 'guardDutyActivate' ? 'aws_managed' : 'user'
  return { name, value, principalArn: principal ?? rootOf(world), type }
}

function rootOf({ account }: World): string {
  return `arn:aws:iam::${account}:root`
}
