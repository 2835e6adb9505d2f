/**
 * An Amazon EBS volume in JSON, as the official action takes it.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskManagedEBSVolumeConfiguration.html
 */
import { closest, quote } from '../core/errors/problem.js'
import { isList, isObject, type Json, type JsonObject, text } from '../core/text/json.js'
import { showName } from '../core/text/name.js'
import type { Report } from './input-row.js'
import { parseJson, reportMembers } from './json-value.js'

const kinds = {
  'a string': (value: Json) => typeof value === 'string' && value !== '',
  'true or false': (value: Json) => typeof value === 'boolean',
  'a whole number': (value: Json) => Number.isInteger(value) && Number(value) > 0,
  'a JSON object': (value: Json) => isObject(value),
  'an array of JSON objects': (value: Json) => isList(value) && value.every(isObject),
} as const

type Kinds = Readonly<Record<string, keyof typeof kinds>>

export const serviceVolumeMembers = {
  roleArn: 'a string',
  sizeInGiB: 'a whole number',
  snapshotId: 'a string',
  volumeType: 'a string',
  volumeInitializationRate: 'a whole number',
  iops: 'a whole number',
  throughput: 'a whole number',
  encrypted: 'true or false',
  kmsKeyId: 'a string',
  filesystemType: 'a string',
  tagSpecifications: 'an array of JSON objects',
} as const satisfies Kinds

export const taskVolumeMembers = {
  ...serviceVolumeMembers,
  terminationPolicy: 'a JSON object',
} as const satisfies Kinds

export function parseServiceVolume(value: string, report: Report): JsonObject | undefined {
  return parseVolume(value, serviceVolumeMembers, report)
}

export function parseTaskVolume(value: string, report: Report): JsonObject | undefined {
  const volume = parseVolume(value, taskVolumeMembers, report)
  const policy = volume?.terminationPolicy
  if (isObject(policy)) {
    reportMembers(policy, { which: 'terminationPolicy', allowed: ['deleteOnTermination'], report })
    reportKinds(policy, { deleteOnTermination: 'true or false' }, report)
  }
  return volume
}

function parseVolume(value: string, members: Kinds, report: Report): JsonObject | undefined {
  const volume = parseJson(value)
  if (!isObject(volume)) {
    report(
      'is not a JSON object, such as {"roleArn": "arn:aws:iam::123456789012:role/ecsInfrastructure", "sizeInGiB": 20}',
    )
    return undefined
  }
  reportMembers(volume, { which: 'the volume', allowed: Object.keys(members), report })
  reportKinds(volume, members, report)
  reportRole(volume, report)
  reportSize(volume, report)
  reportFilesystem(volume, report)
  for (const item of isList(volume.tagSpecifications) ? volume.tagSpecifications : [])
    if (isObject(item)) reportTags(item, report)
  return volume
}

function reportKinds(object: JsonObject, members: Kinds, report: Report): void {
  for (const [member, kind] of Object.entries(members)) {
    const value = object[member]
    if (value !== undefined && !kinds[kind](value)) report(`${member} ${shown(value)}is not ${kind}`)
  }
}

/** What is long or nested is not shown. */
function shown(value: Json): string {
  return value === null || typeof value === 'object' ? '' : `${quote(showName(String(value)))} `
}

function reportRole({ roleArn }: JsonObject, report: Report): void {
  if (roleArn === undefined || roleArn === '') {
    report('has no roleArn: set it to the role with which ECS manages the volume')
    return
  }
  const role = text(roleArn)
  if (role !== undefined && !/^arn:[^:]+:iam::\d{12}:role\/.+$/.test(role))
    report(`roleArn ${quote(role)} is not the ARN of an IAM role (arn:aws:iam::123456789012:role/name)`)
}

/** "You must specify either a volume size or a snapshot ID", and which types take iops and throughput: the API pages. */
function reportSize(volume: JsonObject, report: Report): void {
  const { iops, sizeInGiB, snapshotId, throughput } = volume
  const type = text(volume.volumeType)
  if (sizeInGiB === undefined && snapshotId === undefined)
    report('has neither sizeInGiB nor snapshotId: set one of them')
  if (type === undefined) return
  if (throughput !== undefined && type !== 'gp3')
    report(
      `throughput is only for the volume type gp3, but volumeType is ${quote(showName(type))}: remove one of them`,
    )
  if (iops === undefined && ['io1', 'io2'].includes(type))
    report(`has no iops, which the volume type ${type} needs`)
  if (iops !== undefined && ['st1', 'sc1', 'standard'].includes(type))
    report(`iops is not for the volume type ${type}: remove it`)
}

export const filesystemTypes = ['ext3', 'ext4', 'xfs', 'ntfs']

function reportFilesystem({ filesystemType }: JsonObject, report: Report): void {
  const type = text(filesystemType)
  if (!type || filesystemTypes.includes(type)) return
  const near = closest(type, filesystemTypes)
  report(
    `filesystemType ${quote(showName(type))} is not one of ${filesystemTypes.join(', ')}${near ? `; did you mean ${near}?` : ''}`,
  )
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EBSTagSpecification.html */
export const tagSpecificationMembers = {
  resourceType: 'a string',
  tags: 'an array of JSON objects',
  propagateTags: 'a string',
} as const satisfies Kinds

function reportTags(item: JsonObject, report: Report): void {
  const allowed = Object.keys(tagSpecificationMembers)
  reportMembers(item, { which: 'tagSpecifications', allowed, report })
  reportKinds(item, tagSpecificationMembers, report)
  if (item.resourceType !== 'volume') report('resourceType of tagSpecifications is not "volume"')
}
