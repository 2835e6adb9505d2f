/** AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html */
import { offsetIn, pageFrom } from '../continuation.js'
import { definedMembers } from '../defined-members.js'
import type { LogGroup } from '../ecs/resources/logs.js'
import type { World } from '../ecs/world.js'
import { arnOf, checkLimit, invalid, nameOf } from './find-log-group.js'

export interface DescribeLogGroupsInput {
  readonly logGroupNamePrefix?: string
  readonly logGroupNamePattern?: string
  /** Names or ARNs. */
  readonly logGroupIdentifiers?: readonly string[]
  readonly nextToken?: string
  readonly limit?: number
}

export function describeLogGroups(world: World, input: DescribeLogGroupsInput): object {
  const { logGroupNamePrefix: prefix, logGroupNamePattern: pattern } = input
  const names = input.logGroupIdentifiers?.map(nameOf)
  const limit = checkLimit(input.limit ?? 50, 50)
  if (prefix !== undefined && pattern !== undefined) {
    throw invalid('LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.')
  }
  // "The only other filter … is includeLinkedAccounts"; the text of the error is not documented.
  if (names !== undefined && (prefix !== undefined || pattern !== undefined)) {
    throw invalid('logGroupIdentifiers cannot be combined with a prefix or a pattern.')
  }
  const from = offsetIn(input.nextToken)
  if (from === undefined) throw invalid('The specified nextToken is invalid.')
  const found = world.logs
    .all()
    .filter(({ name }) => names === undefined || names.includes(name))
    .filter(({ name }) => name.startsWith(prefix ?? ''))
    .filter(({ name }) => name.toLowerCase().includes((pattern ?? '').toLowerCase()))
  const { items, nextToken } = pageFrom(found, { from, size: limit })
  return definedMembers({ logGroups: items.map(group => shapeOf(world, group)), nextToken })
}

function shapeOf(world: World, { name, createdAt, retentionInDays, kmsKeyId, groupClass }: LogGroup): object {
  const arn = arnOf(world, name)
  return definedMembers({
    logGroupName: name,
    creationTime: createdAt,
    retentionInDays,
    metricFilterCount: 0,
    arn: `${arn}:*`,
    storedBytes: 0,
    kmsKeyId,
    logGroupClass: groupClass,
    logGroupArn: arn,
  })
}
