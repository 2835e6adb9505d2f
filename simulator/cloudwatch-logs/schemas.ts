/** AmazonCloudWatchLogs/latest/APIReference. Times are milliseconds, not timestamps. */
import type { OperationSchema } from '../protocol/schema/sdk-schemas.js'
import { flag, number, schemaWriter, text } from '../protocol/schema/written-schema.js'
import { groupSchemas } from './group-schemas.js'

const { structure, list } = schemaWriter('com.amazonaws.cloudwatchlogs')

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

const filtered = structure(
  'FilteredLogEvent',
  {},
  { logStreamName: text, timestamp: number, message: text, ingestionTime: number, eventId: text },
)

const searched = structure('SearchedLogStream', {}, { logStreamName: text, searchedCompletely: flag })

export const schemas: ReadonlyMap<string, OperationSchema> = new Map([
  ...groupSchemas,
  [
    'FilterLogEvents',
    {
      input: structure(
        'FilterLogEventsRequest',
        {},
        {
          ...group,
          logStreamNames: list('InputLogStreamNames', text),
          logStreamNamePrefix: text,
          startTime: number,
          endTime: number,
          filterPattern: text,
          nextToken: text,
          limit: number,
          interleaved: flag,
          startFromHead: flag,
          unmask: flag,
        },
      ),
      output: structure(
        'FilterLogEventsResponse',
        {},
        {
          events: list('FilteredLogEvents', filtered),
          searchedLogStreams: list('SearchedLogStreams', searched),
          nextToken: text,
        },
      ),
    },
  ],
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
