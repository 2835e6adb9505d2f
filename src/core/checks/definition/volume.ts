/**
 * ECS: "volume.name contains invalid characters.", "EFS IAM authorization requires TransitEncryption to be enabled.",
 * "When using an EFS access point, the root directory must either be set to "/" or be omitted.", "TransitEncryptionPort
 * requires that TransitEncryption is enabled.", "Volumes [data] are not referenced by any of the containers".
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html
 */

import { quote } from '../../errors/problem.js'
import type { Placed } from '../../task-definition/containers.js'
import { containersOf, listedIn, memberOf } from '../../task-definition/containers.js'
import { placeholderIn } from '../../task-definition/placeholder.js'
import { isObject, text } from '../../text/json.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { type Flaw, toFinding } from '../flaw.js'

export const volume = defineCheck({ id: 'volume', run })

function run(context: CheckContext): Findings {
  const { definition } = context
  const volumes = listedIn({ value: definition, path: [] }, 'volumes')
  if (volumes.length === 0) return undefined
  const mounted = containersOf(definition).flatMap(container =>
    listedIn(container, 'mountPoints').map(({ value }) => value.sourceVolume),
  )
  const flaws = [
    ...volumes.flatMap(one => [...nameFlaws(one), ...efsFlaws(one)]),
    ...launchFlaws(volumes, name => mounted.includes(name)),
  ]
  return flaws.map(flaw => toFinding(context, flaw))
}

function nameFlaws({ value, path }: Placed): Flaw[] {
  const name = text(value.name)
  // The check placeholder reports it.
  if (name === undefined || /^[\w-]{1,255}$/.test(name) || placeholderIn(name)) return []
  return [
    {
      path: [...path, 'name'],
      text: `${quote(name)} is not a valid name of a volume: only letters, digits, hyphens and underscores are allowed, at most 255`,
      next: 'Rename the volume here and in mountPoints.',
    },
  ]
}

function efsFlaws(one: Placed): Flaw[] {
  if (!isObject(one.value.efsVolumeConfiguration)) return []
  const efs = memberOf(one, 'efsVolumeConfiguration')
  const { value, path } = efs
  const access = memberOf(efs, 'authorizationConfig')
  const name = text(one.value.name) ?? ''
  const flaws: Flaw[] = []
  const { rootDirectory } = value
  if (access.value.accessPointId && rootDirectory !== undefined && rootDirectory !== '/') {
    flaws.push({
      path: [...path, 'rootDirectory'],
      text: `volume ${quote(name)} has a rootDirectory besides an access point, which sets the directory itself`,
      next: 'Remove rootDirectory.',
    })
  }
  if (value.transitEncryption === 'ENABLED') return flaws
  const needs = [
    { needed: access.value.iam === 'ENABLED', path: [...access.path, 'iam'] },
    { needed: Boolean(access.value.accessPointId), path: [...access.path, 'accessPointId'] },
    { needed: value.transitEncryptionPort !== undefined, path: [...path, 'transitEncryptionPort'] },
  ]
  const unencrypted = needs
    .filter(({ needed }) => needed)
    .map(({ path: place }) => ({
      path: place,
      text: `volume ${quote(name)} has ${String(place.at(-1))}, which needs transitEncryption`,
      next: 'Set transitEncryption to ENABLED.',
    }))
  return [...flaws, ...unencrypted.slice(0, 1)]
}

function launchFlaws(volumes: readonly Placed[], isMounted: (name: string) => boolean): Flaw[] {
  const atLaunch = volumes.filter(({ value }) => value.configuredAtLaunch === true)
  const [, second] = atLaunch
  const unused = atLaunch
    .filter(({ value }) => !isMounted(text(value.name) ?? ''))
    .map(({ value, path }) => ({
      path,
      text: `volume ${quote(text(value.name) ?? '')} is configured at launch, but no container mounts it`,
      next: 'Mount it in a container, or remove it.',
    }))
  if (!second) return unused
  const tooMany = {
    path: second.path,
    text: 'more than one volume is configured at launch',
    next: 'Configure the others in the task definition.',
  }
  return [...unused, tooMany]
}
