/** Volumes in texts, without the values of their tags, and whether two are the same. */
import { expect, test } from '@jest/globals'
import {
  areSameVolumes,
  type VolumeConfiguration,
  volumeText,
  withoutTagValues,
} from '../../../../src/core/ecs/volume-configuration.js'
import type { JsonObject } from '../../../../src/core/text/json.js'

const roleArn = 'arn:aws:iam::123456789012:role/ecsInfrastructure'
const volumeWith = (members: JsonObject): VolumeConfiguration => ({
  name: 'data',
  managedEBSVolume: { roleArn, ...members },
})

test.each([
  { members: { sizeInGiB: 20 }, says: 'data: 20 GiB, with the role ecsInfrastructure' },
  {
    members: { snapshotId: 'snap-01', volumeType: 'gp3', filesystemType: 'xfs' },
    says: 'data: gp3, xfs, from snap-01, with the role ecsInfrastructure',
  },
])('$says', ({ members, says }) => {
  expect(volumeText(volumeWith(members))).toBe(says)
})

test('values of tags are hidden, and nothing else', () => {
  const tagged = (value: string) =>
    volumeWith({
      sizeInGiB: 20,
      tagSpecifications: [{ resourceType: 'volume', tags: [{ key: 'a', value }] }],
    })
  expect(withoutTagValues(tagged('b'))).toStrictEqual(tagged('***'))
  const propagated = volumeWith({ tagSpecifications: [{ resourceType: 'volume', propagateTags: 'SERVICE' }] })
  expect(withoutTagValues(propagated)).toStrictEqual(propagated)
  expect(withoutTagValues({ name: 'data' })).toStrictEqual({ name: 'data' })
})

test.each([
  { name: 'another order of members', one: { sizeInGiB: 20, iops: 3000 }, other: { iops: 3000, sizeInGiB: 20 }, same: true },
  { name: 'another size', one: { sizeInGiB: 20 }, other: { sizeInGiB: 30 }, same: false },
  { name: 'a member more', one: { sizeInGiB: 20 }, other: { sizeInGiB: 20, encrypted: true }, same: false },
])('$name: the same $same', ({ one, other, same }) => {
  expect(areSameVolumes([volumeWith(one)], [volumeWith(other)])).toBe(same)
}) // biome-ignore format: one row a line
