/** The JSON of an Amazon EBS volume, and what is wrong with it. */
import {
  EBSTagSpecification$,
  ServiceManagedEBSVolumeConfiguration$,
  TaskFilesystemType,
  TaskManagedEBSVolumeConfiguration$,
} from '@aws-sdk/client-ecs'
import { expect, test } from '@jest/globals'
import { NormalizedSchema } from '@smithy/core/schema'
import {
  filesystemTypes,
  parseServiceVolume,
  parseTaskVolume,
  serviceVolumeMembers,
  tagSpecificationMembers,
  taskVolumeMembers,
} from '../../../src/inputs/parse-volume.js'

const roleArn = 'arn:aws:iam::123456789012:role/ecsInfrastructure'
const valid = { roleArn, sizeInGiB: 20 }

function problemsOf(value: unknown, parse = parseServiceVolume): readonly string[] {
  const problems: string[] = []
  parse(typeof value === 'string' ? value : JSON.stringify(value), problem => problems.push(problem))
  return problems
}

test('all that ECS takes is taken as it is', () => {
  const volume = {
    ...valid,
    snapshotId: 'snap-0123456789abcdef0',
    volumeType: 'gp3',
    volumeInitializationRate: 100,
    iops: 3000,
    throughput: 125,
    encrypted: true,
    kmsKeyId: 'alias/data',
    filesystemType: 'ext4',
    tagSpecifications: [
      { resourceType: 'volume', propagateTags: 'SERVICE', tags: [{ key: 'a', value: 'b' }] },
    ],
    terminationPolicy: { deleteOnTermination: false },
  }
  expect([
    problemsOf(volume, parseTaskVolume),
    parseTaskVolume(JSON.stringify(volume), () => {}),
  ]).toStrictEqual([[], volume])
})

test.each([
  { value: 'size: 20', says: [/^is not a JSON object, such as \{"roleArn"/] },
  { value: '[]', says: [/^is not a JSON object/] },
  { value: { sizeInGiB: 20 }, says: [/^has no roleArn: set it to the role/] },
  { value: { ...valid, roleArn: 'role' }, says: [/^roleArn "role" is not the ARN of an IAM role/] },
  { value: { ...valid, roleArn: 5 }, says: [/^roleArn "5" is not a string/] },
  { value: { roleArn }, says: [/^has neither sizeInGiB nor snapshotId/] },
  { value: { ...valid, sizeInGiB: '20' }, says: [/^sizeInGiB "20" is not a whole number$/] },
  { value: { ...valid, sizeInGiB: 1.5 }, says: [/^sizeInGiB "1\.5" is not a whole number$/] },
  { value: { ...valid, iops: null }, says: [/^iops is not a whole number$/] },
  { value: { ...valid, encrypted: 'yes' }, says: [/^encrypted "yes" is not true or false$/] },
  { value: { ...valid, kmsKey: 'x' }, says: [/^kmsKey of the volume is not known; did you mean kmsKeyId\?/] },
  { value: { ...valid, terminationPolicy: {} }, says: [/^terminationPolicy of the volume is not known: ECS takes/] },
  { value: { ...valid, filesystemType: 'ext5' }, says: [/^filesystemType "ext5" .*; did you mean ext3\?/] },
  { value: { ...valid, volumeType: 'gp2', throughput: 125 }, says: [/^throughput is only for .* gp3, but volumeType is "gp2"/] },
  { value: { ...valid, volumeType: 'io2' }, says: [/^has no iops, which the volume type io2 needs/] },
  { value: { ...valid, volumeType: 'st1', iops: 3000 }, says: [/^iops is not for the volume type st1/] },
  { value: { ...valid, tagSpecifications: [{ tags: [] }] }, says: [/^resourceType of tagSpecifications is not "volume"/] },
  { value: { ...valid, tagSpecifications: [{ resourceType: 'volume', tag: [] }] }, says: [/^tag of tagSpecifications is not known; did you mean tags\?/] },
  { value: { sizeInGib: 20, encrypted: 1 }, says: [/^sizeInGib of/, /^encrypted "1"/, /^has no roleArn/, /^has neither/] },
])('$value', ({ value, says }) => {
  expect(problemsOf(value)).toStrictEqual(says.map(words => expect.stringMatching(words)))
}) // biome-ignore format: one row a line

test('a termination policy is one of tasks', () => {
  const policy = { deleteOnTermination: 'no', after: 1 }
  expect(problemsOf({ ...valid, terminationPolicy: policy }, parseTaskVolume)).toStrictEqual([
    expect.stringMatching(/^after of terminationPolicy is not known/),
    expect.stringMatching(/^deleteOnTermination "no" is not true or false$/),
  ])
})

test.each([
  { name: 'of services', schema: ServiceManagedEBSVolumeConfiguration$, members: serviceVolumeMembers },
  { name: 'of tasks', schema: TaskManagedEBSVolumeConfiguration$, members: taskVolumeMembers },
  { name: 'of tags', schema: EBSTagSpecification$, members: tagSpecificationMembers },
])('the members $name are those of the SDK', ({ schema, members }) => {
  const known = [...NormalizedSchema.of(schema).structIterator()].map(([name]) => name)
  expect(Object.keys(members).sort()).toStrictEqual(known.sort())
})

test('the file systems are those of the SDK', () => {
  expect([...filesystemTypes].sort()).toStrictEqual(Object.values(TaskFilesystemType).sort())
})
