/**
 * A volume with `configuredAtLaunch` gets its size and role from the service, or from the inputs.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceVolumeConfiguration.html
 */
import { closest, quote } from '../../errors/problem.js'
import { listedIn, type Placed } from '../../task-definition/containers.js'
import { hasVolume, launchVolumesIn } from '../../task-definition/launch-volumes.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const launchVolume = defineCheck({ id: 'launch-volume', alwaysEnforced: true, run })

function run(context: CheckContext): Findings {
  const { definition, observed } = context
  const configured = configuredNames(context)
  if (!configured) return undefined
  const atLaunch = launchVolumesIn(definition)
  if (configured.length === 0 && atLaunch.length === 0) return undefined
  // What serves could not do without it either: the answer lacks it (docs/adr/0026).
  if (configured.length === 0 && launchVolumesIn(observed?.live ?? {}).length > 0) return undefined
  return [
    ...atLaunch.filter(name => !configured.includes(name)).map(name => unconfigured(context, name)),
    ...configured.filter(name => !atLaunch.includes(name)).map(name => unmatched(context, name)),
  ]
}

/** Undefined: not known. */
function configuredNames({ observed, rollout, serviceUnavailable }: CheckContext) {
  if (observed) return observed.settings.after.volumes.map(({ name }) => name)
  return serviceUnavailable && rollout.volume ? [rollout.volume.name] : undefined
}

function volumeIn({ definition }: CheckContext, name: string): Placed | undefined {
  return listedIn({ value: definition, path: [] }, 'volumes').find(({ value }) => value.name === name)
}

function unconfigured(context: CheckContext, name: string): CheckFinding {
  const { observed, positionOf, rollout } = context
  const who = rollout.volume ? 'the inputs configure' : `service ${observed?.service.name} has`
  const what = rollout.volume ? 'another one' : 'no volumeConfigurations for it'
  return {
    result: 'refused',
    text: `the volume ${quote(name)} is configured at launch, but ${who} ${what}`,
    next: `Set service-managed-ebs-volume-name to ${name} and service-managed-ebs-volume to its size and role, or remove configuredAtLaunch.`,
    position: positionOf(volumeIn(context, name)?.path ?? ['volumes']),
  }
}

/** ECS: "Volume configuration provided but no matching configuredAtLaunch volume found in task definition." */
function unmatched(context: CheckContext, name: string): CheckFinding {
  const { definition, observed, positionOf, rollout } = context
  const isThere = hasVolume(definition, name)
  const position = positionOf(volumeIn(context, name)?.path ?? ['volumes'])
  const add = isThere
    ? 'Set configuredAtLaunch: true of that volume'
    : 'Add that volume with configuredAtLaunch: true'
  if (rollout.volume) {
    const meant = isThere ? undefined : closest(name, launchVolumesIn(definition))
    const lacks = isThere
      ? `the volume ${quote(name)} has no configuredAtLaunch: true in the task definition`
      : `the task definition has no volume ${quote(name)}${meant ? `; did you mean ${meant}?` : ''}`
    const next = `${add}, or remove service-managed-ebs-volume-name and service-managed-ebs-volume.`
    return { result: 'refused', text: lacks, next, position, input: 'service-managed-ebs-volume-name' }
  }
  const why = isThere
    ? 'it has no configuredAtLaunch: true in the task definition'
    : 'the task definition has no such volume'
  return {
    result: 'refused',
    text: `service ${observed?.service.name} configures the volume ${quote(name)} at launch, but ${why}`,
    next: `${add}, or take it from the service first with aws ecs update-service --volume-configurations '[]'.`,
    position,
  }
}
