import type { Document } from '../state/document.js'
import { asList, type Container } from './rule.js'

/** Messages seen from ECS (badmintoncryer/cdk-preflight, rules/ecs) unless a comment says otherwise. */
export function volumeRefusal(definition: Document, containers: readonly Container[]): string | undefined {
  const volumes = asList(definition.volumes)
  const duplicate = duplicateOf(volumes)
  if (duplicate !== undefined) return `The volume name '${duplicate}' is used multiple times.`
  for (const volume of volumes) {
    const message = nameRefusal(volume) ?? kindRefusal(volume) ?? dockerRefusal(volume) ?? efsRefusal(volume)
    if (message !== undefined) return message
  }
  return mountRefusal(volumes, containers) ?? launchRefusal(volumes, containers)
}

function nameRefusal({ name, host }: Document): string | undefined {
  // Seen in openfresh/ecs-formation, pull request 22.
  if (name !== undefined && !/^[\w-]{1,255}$/.test(String(name)))
    return 'volume.name contains invalid characters.'
  // Seen in aws/amazon-ecs-cli, issue 11.
  return (host as Document | undefined)?.sourcePath === ''
    ? 'host.sourcePath should not be blank.'
    : undefined
}

/** The wording of this and the next is ours. */
function duplicateOf(volumes: readonly Document[]): unknown {
  const names = volumes.map(({ name }) => name).filter(name => name !== undefined)
  return names.find((name, index) => names.indexOf(name) !== index)
}

function kindRefusal({ name, host, configuredAtLaunch, ...others }: Document): string | undefined {
  const onHost = (host as Document | undefined)?.sourcePath !== undefined
  const configured = Object.keys(others).filter(member => member.endsWith('Configuration'))
  const kinds = configured.length + Number(onHost) + Number(configuredAtLaunch === true)
  return kinds > 1 ? `The volume '${name}' has more than one configuration.` : undefined
}

function dockerRefusal({ dockerVolumeConfiguration }: Document): string | undefined {
  const { scope = 'task', autoprovision, driver } = (dockerVolumeConfiguration ?? {}) as Document
  // Seen in aws/amazon-ecs-cli, issue 927; that a driver can be left out is documented.
  if (driver === '') return 'volume.dockerVolumeConfiguration.driver should not be null or empty.'
  // Seen in hashicorp/terraform-provider-aws, pull request 5907, and aws/aws-cdk, issue 26697.
  return scope === 'task' && autoprovision === false
    ? "When 'scope' parameter is 'task', 'autoprovision' must either not be specified or set to 'True'."
    : undefined
}

function efsRefusal({ efsVolumeConfiguration }: Document): string | undefined {
  if (efsVolumeConfiguration === undefined) return undefined
  const { rootDirectory, transitEncryption, transitEncryptionPort, authorizationConfig } =
    efsVolumeConfiguration as Document
  const { accessPointId, iam } = (authorizationConfig ?? {}) as Document
  const isEncrypted = transitEncryption === 'ENABLED'
  if (accessPointId && rootDirectory !== undefined && rootDirectory !== '/') {
    return 'When using an EFS access point, the root directory must either be set to "/" or be omitted.'
  }
  // Documented for accessPointId (API_EFSAuthorizationConfig); the wording is ours.
  if (accessPointId && !isEncrypted) return 'EFS access points require TransitEncryption to be enabled.'
  if (iam === 'ENABLED' && !isEncrypted) {
    return 'EFS IAM authorization requires TransitEncryption to be enabled.'
  }
  if (transitEncryptionPort === undefined) return undefined
  if (!isEncrypted) return 'TransitEncryptionPort requires that TransitEncryption is enabled.'
  // Documented (API_EFSVolumeConfiguration); the wording is ours.
  const port = Number(transitEncryptionPort)
  return port < 0 || port > 65_535 ? 'TransitEncryptionPort must be between 0 and 65535.' : undefined
}

function mountRefusal(volumes: readonly Document[], containers: readonly Container[]): string | undefined {
  const names = new Set(volumes.map(({ name }) => name))
  for (const { mountPoints, volumesFrom } of containers) {
    const mount = asList(mountPoints).find(({ sourceVolume }) => !names.has(sourceVolume))
    if (mount !== undefined) return `Unknown volume '${mount.sourceVolume}'.`
    // The wording is ours.
    if (asList(mountPoints).some(({ containerPath }) => !containerPath))
      return 'A mount point must have a containerPath.'
    const source = asList(volumesFrom).find(
      ({ sourceContainer }) => !containers.some(({ name }) => name === sourceContainer),
    )
    if (source !== undefined)
      return `Invalid 'volumesFrom' setting. Unknown container: '${source.sourceContainer}'.`
  }
  return undefined
}

function launchRefusal(volumes: readonly Document[], containers: readonly Container[]): string | undefined {
  const atLaunch = volumes.filter(({ configuredAtLaunch }) => configuredAtLaunch === true)
  // Documented (API_Volume); the wording is ours.
  if (atLaunch.length > 1) return 'Only one volume can be configured at launch.'
  const mounted = new Set(
    containers.flatMap(({ mountPoints }) => asList(mountPoints).map(({ sourceVolume }) => sourceVolume)),
  )
  const unused = atLaunch.find(({ name }) => !mounted.has(name))
  return unused && `Volumes [${unused.name}] are not referenced by any of the containers`
}
