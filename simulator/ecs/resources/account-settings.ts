/** The account settings of one region, for the account and for each of its principals (ecs-account-settings). */

/** With the default of an account that never changed it first. */
const values = {
  serviceLongArnFormat: ['enabled', 'disabled'],
  taskLongArnFormat: ['enabled', 'disabled'],
  containerInstanceLongArnFormat: ['enabled', 'disabled'],
  awsvpcTrunking: ['disabled', 'enabled'],
  containerInsights: ['disabled', 'enabled', 'enhanced'],
  fargateFIPSMode: ['disabled', 'enabled'],
  tagResourceAuthorization: ['on', 'off'],
  fargateTaskRetirementWaitPeriod: ['7', '0', '14'],
  guardDutyActivate: ['off', 'on'],
  defaultLogDriverMode: ['non-blocking', 'blocking'],
  fargateEventWindows: ['disabled', 'enabled'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>

export type SettingName = keyof typeof values

export type AccountSetting = {
  readonly name: SettingName
  readonly value: string
  /** Undefined for the whole account. */
  readonly principal: string | undefined
}

export class AccountSettings {
  #stored: readonly AccountSetting[] = []

  static allowed(name: SettingName): readonly string[] {
    return values[name]
  }

  put(setting: AccountSetting): void {
    this.delete(setting.name, setting.principal)
    this.#stored = [...this.#stored, setting]
  }

  delete(name: SettingName, principal: string | undefined): void {
    this.#stored = this.#stored.filter(each => each.name !== name || each.principal !== principal)
  }

  stored(principal: string | undefined): readonly AccountSetting[] {
    return this.#stored.filter(each => each.principal === principal)
  }

  /** The principal's own, else that of the account. */
  effective(name: SettingName, principal?: string): AccountSetting {
    const own = (of: string | undefined) => this.stored(of).find(each => each.name === name)
    return own(principal) ?? own(undefined) ?? { name, value: values[name][0], principal: undefined }
  }

  allEffective(principal: string | undefined): readonly AccountSetting[] {
    return (Object.keys(values) as SettingName[]).map(name => this.effective(name, principal))
  }
}
