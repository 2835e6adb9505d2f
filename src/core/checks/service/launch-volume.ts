/**
 * A volume with `configuredAtLaunch` gets its size and role from the service.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceVolumeConfiguration.html
 */
import { quote } from '../../errors/problem.js'
import { listedIn, type Placed } from '../../task-definition/containers.js'
import { text } from '../../text/json.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const launchVolume = defineCheck({ id: 'launch-volume', alwaysEnforced: true, run })

function run(context: CheckContext): Findings {
  const { definition, observed } = context
  if (!observed) return undefined
  const configured = observed.service.launchVolumes
  const volumes = listedIn({ value: definition, path: [] }, 'volumes')
  const atLaunch = volumes.filter(isAtLaunch)
  if (configured.length === 0 && atLaunch.length === 0) return undefined
  // What serves could not do without it either: the answer lacks it (docs/adr/0026).
  const isServing = listedIn({ value: observed.live, path: [] }, 'volumes').some(isAtLaunch)
  if (configured.length === 0 && isServing) return undefined
  return [
    ...atLaunch
      .filter(({ value }) => !configured.includes(text(value.name) ?? ''))
      .map(volume => unconfigured(context, volume)),
    ...configured
      .filter(name => !atLaunch.some(({ value }) => value.name === name))
      .map(name => unmatched(context, name, volumes)),
  ]
}

function isAtLaunch({ value }: Placed): boolean {
  return value.configuredAtLaunch === true
}

function unconfigured({ positionOf, observed }: CheckContext, { value, path }: Placed): CheckFinding {
  const service = observed?.service.name
  return {
    result: 'refused',
    text: `the volume ${quote(text(value.name) ?? '')} is configured at launch, but service ${service} has no volumeConfigurations for it`,
    next: `Configure the volume once with aws ecs update-service --volume-configurations, or remove configuredAtLaunch.`,
    position: positionOf(path),
  }
}

/** ECS: "Volume configuration provided but no matching configuredAtLaunch volume found in task definition." */
function unmatched(
  { positionOf, observed }: CheckContext,
  name: string,
  volumes: readonly Placed[],
): CheckFinding {
  const volume = volumes.find(({ value }) => value.name === name)
  return {
    result: 'refused',
    text: `service ${observed?.service.name} configures the volume ${quote(name)} at launch, but ${volume ? 'it has no configuredAtLaunch: true in the task definition' : 'the task definition has no such volume'}`,
    next: `${volume ? 'Set configuredAtLaunch: true of that volume' : 'Add that volume with configuredAtLaunch: true'}, or take it from the service first with aws ecs update-service --volume-configurations.`,
    position: positionOf(volume?.path ?? ['volumes']),
  }
}
