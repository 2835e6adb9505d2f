/**
 * Settings that UpdateService takes as the user gives them, by their names there, with the defaults of ECS. A row is
 * all that it takes to read a setting, to know it before and after the update, and to send it.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */

export const serviceDefaults = {
  desiredCount: 0,
  /** seconds in which ECS ignores an unhealthy task after its start */
  healthCheckGracePeriodSeconds: 0,
  enableECSManagedTags: false,
  propagateTags: 'NONE' as 'SERVICE' | 'TASK_DEFINITION' | 'NONE',
}

/** In `deploymentConfiguration`. */
export const deploymentDefaults = {
  minimumHealthyPercent: 100,
  maximumPercent: 200,
  bakeTimeInMinutes: 0,
}

type ServiceMembers = Readonly<typeof serviceDefaults>
type DeploymentMembers = Readonly<typeof deploymentDefaults>

export interface PlainSettings extends ServiceMembers, DeploymentMembers {}

export type PlainSetting = keyof PlainSettings

/** Undefined: no change. */
export type OptionsOf<Settings> = { readonly [Name in keyof Settings]: Settings[Name] | undefined }

export type PlainOptions = OptionsOf<PlainSettings>

/** API_DeploymentConfiguration */
export const daemonPercents: Percents = { minimumHealthyPercent: 0, maximumPercent: 100 }

/** Of the desired count. */
export type Percents = Pick<PlainSettings, 'minimumHealthyPercent' | 'maximumPercent'>

export const plainSettings = Object.keys({ ...serviceDefaults, ...deploymentDefaults }) as PlainSetting[]
