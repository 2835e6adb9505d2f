/**
 * An Amazon EBS volume that ECS creates for each task, as UpdateService and RunTask take it.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceVolumeConfiguration.html
 */
import { isObject, type Json, type JsonObject, objectsIn, text } from '../text/json.js'
import { resourceName } from './arn.js'

export interface VolumeConfiguration extends JsonObject {
  readonly name: string
}

/** With the values of tags hidden. */
export function withoutTagValues({ managedEBSVolume, ...volume }: VolumeConfiguration): JsonObject {
  if (!isObject(managedEBSVolume))
    return managedEBSVolume === undefined ? volume : { ...volume, managedEBSVolume }
  const { tagSpecifications, ...members } = managedEBSVolume
  if (tagSpecifications === undefined) return { ...volume, managedEBSVolume }
  const hidden = objectsIn(tagSpecifications).map(item =>
    item.tags === undefined ? item : { ...item, tags: objectsIn(item.tags).map(hideValue) },
  )
  return { ...volume, managedEBSVolume: { ...members, tagSpecifications: hidden } }
}

function hideValue(tag: JsonObject): JsonObject {
  return { ...tag, value: '***' }
}

/** `data: 20 GiB, gp3, with the role ecsInfrastructure` */
export function volumeText({ name, managedEBSVolume }: VolumeConfiguration): string {
  if (!isObject(managedEBSVolume)) return name
  const { filesystemType, roleArn, sizeInGiB, snapshotId, volumeType } = managedEBSVolume
  const parts = [
    sizeInGiB === undefined ? undefined : `${shown(sizeInGiB)} GiB`,
    text(volumeType),
    text(filesystemType),
    snapshotId === undefined ? undefined : `from ${shown(snapshotId)}`,
    `with the role ${resourceName(text(roleArn) ?? '')}`,
  ]
  return `${name}: ${parts.filter(part => part !== undefined).join(', ')}`
}

function shown(value: Json): string {
  return String(value)
}

/** Whatever the order of members. What ECS fills in counts as different. */
export function areSameVolumes(
  some: readonly VolumeConfiguration[],
  others: readonly VolumeConfiguration[],
): boolean {
  return JSON.stringify(sorted([...some])) === JSON.stringify(sorted([...others]))
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, member]) => [name, sorted(member)]))
}
