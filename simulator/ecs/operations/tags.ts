import { AwsError } from '../../aws-error.js'
import type { Operation } from '../operation.js'
import { tagRefusal } from '../rules/tag-rules.js'
import { mergeTags, type Tag } from '../state/document.js'
import type { World } from '../world.js'
import { checkRegion } from './find.js'

const TagResource: Operation = (world, { resourceArn, tags }) => {
  const resource = find(world, resourceArn)
  const merged = mergeTags(resource.tags, tags)
  const message = tagRefusal(merged)
  if (message !== undefined) throw new AwsError('InvalidParameterException', message)
  resource.tags = merged
  return {}
}

const UntagResource: Operation = (world, { resourceArn, tagKeys }) => {
  const resource = find(world, resourceArn)
  resource.tags = resource.tags.filter(({ key }) => !tagKeys.includes(key))
  return {}
}

const ListTagsForResource: Operation = (world, { resourceArn }) => ({ tags: find(world, resourceArn).tags })

export const tags = { TagResource, UntagResource, ListTagsForResource }

function find(world: World, arn: string): { tags: readonly Tag[] } {
  checkRegion(world, arn)
  const found =
    world.services.get(arn) ??
    world.tasks.get(arn) ??
    [...world.clusters.values()].find(cluster => cluster.arn === arn) ??
    [...world.families.values()].flat().find(definition => definition.arn === arn)
  if (found === undefined) {
    throw new AwsError('InvalidParameterException', `The specified resource was not found: ${arn}`)
  }
  return found
}
