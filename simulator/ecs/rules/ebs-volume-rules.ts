/**
 * What an Amazon EBS volume of a service or a task needs (API_ServiceManagedEBSVolumeConfiguration,
 * API_TaskManagedEBSVolumeConfiguration, API_Volume). The wording is ours.
 */
import type { Document } from '../state/document.js'
import { asList } from './rule.js'

export function ebsVolumeRefusal({ volumeConfigurations }: Document): string | undefined {
  const configurations = asList(volumeConfigurations)
  if (configurations.length > 1) return 'Only one volume can be configured at launch.'
  return configurations.map(volumeRefusal).find(message => message !== undefined)
}

function volumeRefusal({ name, managedEBSVolume }: Document): string | undefined {
  if (managedEBSVolume === undefined) return undefined
  const { iops, sizeInGiB, snapshotId, throughput, volumeType } = managedEBSVolume as Document
  const volume = `managedEBSVolume of volume ${name}`
  if (sizeInGiB === undefined && snapshotId === undefined)
    return `${volume} must have a sizeInGiB or a snapshotId.`
  const type = String(volumeType ?? 'gp3')
  if (throughput !== undefined && type !== 'gp3') return `${volume}: throughput is only supported for gp3.`
  if (iops === undefined && ['io1', 'io2'].includes(type)) return `${volume}: iops is required for ${type}.`
  if (iops !== undefined && ['st1', 'sc1', 'standard'].includes(type))
    return `${volume}: iops is not supported for ${type}.`
  return undefined
}
