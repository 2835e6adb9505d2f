/** AmazonCloudWatchLogs/latest/APIReference. Times are milliseconds, not timestamps. */
import type { $SchemaRef, StaticListSchema, StaticStructureSchema } from '@smithy/types'
import type { OperationSchema } from '../protocol/schema/sdk-schemas.js'

const text = 0
const number = 1
const flag = 2

type Members = Readonly<Record<string, $SchemaRef>>

function structure(name: string, required: Members, optional: Members = {}): StaticStructureSchema {
  const members = { ...required, ...optional }
  const count = Object.keys(required).length
  return [3, 'com.amazonaws.cloudwatchlogs', name, 0, Object.keys(members), Object.values(members), count]
}

function list(name: string, of: $SchemaRef): StaticListSchema {
  return [1, 'com.amazonaws.cloudwatchlogs', name, 0, of]
}

const group = { logGroupName: text, logGroupIdentifier: text }

const event = structure('OutputLogEvent', {}, { timestamp: number, message: text, ingestionTime: number })

const stream = structure(
  'LogStream',
  {},
  {
    logStreamName: text,
    creationTime: number,
    firstEventTimestamp: number,
    lastEventTimestamp: number,
    lastIngestionTime: number,
    uploadSequenceToken: text,
    arn: text,
    storedBytes: number,
  },
)

const logGroup = structure(
  'LogGroup',
  {},
  {
    logGroupName: text,
    creationTime: number,
    retentionInDays: number,
    metricFilterCount: number,
    arn: text,
    storedBytes: number,
    kmsKeyId: text,
    logGroupClass: text,
    logGroupArn: text,
    dataProtectionStatus: text,
    inheritedProperties: list('InheritedProperties', text),
    bearerTokenAuthenticationEnabled: flag,
    deletionProtectionEnabled: flag,
  },
)

export const schemas: ReadonlyMap<string, OperationSchema> = new Map([
  [
    'GetLogEvents',
    {
      input: structure(
        'GetLogEventsRequest',
        { logStreamName: text },
        {
          ...group,
          startTime: number,
          endTime: number,
          nextToken: text,
          limit: number,
          startFromHead: flag,
          unmask: flag,
        },
      ),
      output: structure(
        'GetLogEventsResponse',
        {},
        { events: list('OutputLogEvents', event), nextForwardToken: text, nextBackwardToken: text },
      ),
    },
  ],
  [
    'DescribeLogStreams',
    {
      input: structure(
        'DescribeLogStreamsRequest',
        {},
        {
          ...group,
          logStreamNamePrefix: text,
          orderBy: text,
          descending: flag,
          nextToken: text,
          limit: number,
        },
      ),
      output: structure(
        'DescribeLogStreamsResponse',
        {},
        { logStreams: list('LogStreams', stream), nextToken: text },
      ),
    },
  ],
  [
    'DescribeLogGroups',
    {
      input: structure(
        'DescribeLogGroupsRequest',
        {},
        {
          accountIdentifiers: list('AccountIds', text),
          logGroupIdentifiers: list('LogGroupIdentifiers', text),
          logGroupNamePrefix: text,
          logGroupNamePattern: text,
          nextToken: text,
          limit: number,
          includeLinkedAccounts: flag,
          logGroupClass: text,
        },
      ),
      output: structure(
        'DescribeLogGroupsResponse',
        {},
        { logGroups: list('LogGroups', logGroup), nextToken: text },
      ),
    },
  ],
])
