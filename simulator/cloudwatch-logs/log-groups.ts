/** Log groups and their tags (AmazonCloudWatchLogs/latest/APIReference); the texts of "exist" are those that AWS shows. */
import { AwsError } from '../aws-error.js'
import type { LogGroup } from '../ecs/resources/logs.js'
import type { World } from '../ecs/world.js'
import { findLogGroup, invalid, nameOf } from './find-log-group.js'

export interface CreateLogGroupInput {
  readonly logGroupName: string
  readonly kmsKeyId?: string
  readonly tags?: Readonly<Record<string, string>>
  readonly logGroupClass?: string
}

type Named = { readonly logGroupName: string }

export function createLogGroup(world: World, input: CreateLogGroupInput): object {
  const { logGroupName: name, tags = {}, kmsKeyId, logGroupClass = 'STANDARD' } = input
  if (!/^[\w./#-]{1,512}$/.test(name)) {
    throw invalid(
      `1 validation error detected: Value '${name}' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+`,
    )
  }
  if (world.logs.find(name) !== undefined) {
    throw new AwsError('ResourceAlreadyExistsException', 'The specified log group already exists')
  }
  world.logs.create(name, world.now, { tags, kmsKeyId, groupClass: logGroupClass })
  return {}
}

export function deleteLogGroup(world: World, { logGroupName }: Named): object {
  world.logs.deleteGroup(findLogGroup(world, { logGroupName }).name)
  return {}
}

/** API_PutRetentionPolicy */
const retentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
]

export function putRetentionPolicy(
  world: World,
  { logGroupName, retentionInDays }: Named & { readonly retentionInDays: number },
): object {
  if (!retentions.includes(retentionInDays)) {
    throw invalid(
      `1 validation error detected: Value '${retentionInDays}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [${retentions.join(', ')}]`,
    )
  }
  findLogGroup(world, { logGroupName }).retentionInDays = retentionInDays
  return {}
}

export function deleteRetentionPolicy(world: World, { logGroupName }: Named): object {
  findLogGroup(world, { logGroupName }).retentionInDays = undefined
  return {}
}

type Resource = { readonly resourceArn: string }

export function listTagsForResource(world: World, { resourceArn }: Resource): object {
  return { tags: groupOf(world, resourceArn).tags }
}

export function tagResource(
  world: World,
  { resourceArn, tags }: Resource & { readonly tags: Readonly<Record<string, string>> },
): object {
  const group = groupOf(world, resourceArn)
  group.tags = { ...group.tags, ...tags }
  return {}
}

export function untagResource(
  world: World,
  { resourceArn, tagKeys }: Resource & { readonly tagKeys: readonly string[] },
): object {
  const group = groupOf(world, resourceArn)
  group.tags = Object.fromEntries(Object.entries(group.tags).filter(([key]) => !tagKeys.includes(key)))
  return {}
}

/** The ARN may end in `:*`. */
function groupOf(world: World, arn: string): LogGroup {
  return findLogGroup(world, { logGroupName: nameOf(arn).replace(/:\*$/, '') })
}
