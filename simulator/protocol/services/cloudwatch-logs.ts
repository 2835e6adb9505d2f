/** JSON 1.1. */
import { describeLogGroups } from '../../cloudwatch-logs/describe-log-groups.js'
import { describeLogStreams } from '../../cloudwatch-logs/describe-log-streams.js'
import { filterLogEvents } from '../../cloudwatch-logs/filter-log-events.js'
import { arnOf } from '../../cloudwatch-logs/find-log-group.js'
import { getLogEvents } from '../../cloudwatch-logs/get-log-events.js'
import {
  createLogGroup,
  deleteLogGroup,
  deleteRetentionPolicy,
  listTagsForResource,
  putRetentionPolicy,
  tagResource,
  untagResource,
} from '../../cloudwatch-logs/log-groups.js'
import { createLogStream, putLogEvents } from '../../cloudwatch-logs/log-streams.js'
import { schemas } from '../../cloudwatch-logs/schemas.js'
import type { World } from '../../ecs/world.js'
import { jsonRpc } from '../dialects/json-rpc.js'
import type { Service } from '../service.js'
import { type Operations, operationsOf } from './world-operations.js'

const operations: Operations<World> = {
  GetLogEvents: getLogEvents,
  DescribeLogStreams: describeLogStreams,
  DescribeLogGroups: describeLogGroups,
  FilterLogEvents: filterLogEvents,
  CreateLogGroup: createLogGroup,
  DeleteLogGroup: deleteLogGroup,
  PutRetentionPolicy: putRetentionPolicy,
  DeleteRetentionPolicy: deleteRetentionPolicy,
  ListTagsForResource: listTagsForResource,
  TagResource: tagResource,
  UntagResource: untagResource,
  CreateLogStream: createLogStream,
  PutLogEvents: putLogEvents,
}

export function cloudWatchLogsService(world: World, validateResponses: boolean): Service {
  return jsonRpc({
    name: 'logs',
    targetPrefix: 'Logs_20140328',
    schemas,
    ...operationsOf(world, operations),
    resource: (_, input) => resourceOf(world, input),
    validateResponses,
  })
}

function resourceOf(world: World, input: unknown): string {
  const { logGroupName, logStreamName } = (input ?? {}) as {
    readonly logGroupName?: string
    readonly logStreamName?: string
  }
  return `${arnOf(world, logGroupName ?? '')}:log-stream:${logStreamName ?? ''}`
}
