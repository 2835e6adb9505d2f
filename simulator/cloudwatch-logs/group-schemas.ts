/** Operations that change log groups and streams, and their tags (AmazonCloudWatchLogs/latest/APIReference). */
import type { $SchemaRef } from '@smithy/types'
import type { OperationSchema } from '../protocol/schema/sdk-schemas.js'
import { flag, number, schemaWriter, text } from '../protocol/schema/written-schema.js'

const { structure, list, map } = schemaWriter('com.amazonaws.cloudwatchlogs')

const nothing = structure('Unit', {})
const name = { logGroupName: text }
const tags = map('Tags', text)

type Members = Readonly<Record<string, $SchemaRef>>

function change(
  operation: string,
  required: Members,
  optional: Members = {},
): readonly [string, OperationSchema] {
  return [operation, { input: structure(`${operation}Request`, required, optional), output: nothing }]
}

const event = structure('InputLogEvent', { timestamp: number, message: text })
const entity = structure(
  'Entity',
  {},
  { keyAttributes: map('EntityKeyAttributes', text), attributes: map('EntityAttributes', text) },
)
const rejectedEvents = structure(
  'RejectedLogEventsInfo',
  {},
  { tooNewLogEventStartIndex: number, tooOldLogEventEndIndex: number, expiredLogEventEndIndex: number },
)

export const groupSchemas: readonly (readonly [string, OperationSchema])[] = [
  change('CreateLogGroup', name, {
    ...{ kmsKeyId: text, tags, logGroupClass: text },
    deletionProtectionEnabled: flag,
  }),
  change('DeleteLogGroup', name),
  change('PutRetentionPolicy', { ...name, retentionInDays: number }),
  change('DeleteRetentionPolicy', name),
  change('TagResource', { resourceArn: text, tags }),
  change('UntagResource', { resourceArn: text, tagKeys: list('TagKeyList', text) }),
  change('CreateLogStream', { ...name, logStreamName: text }),
  [
    'ListTagsForResource',
    {
      input: structure('ListTagsForResourceRequest', { resourceArn: text }),
      output: structure('ListTagsForResourceResponse', {}, { tags }),
    },
  ],
  [
    'PutLogEvents',
    {
      input: structure(
        'PutLogEventsRequest',
        { ...name, logStreamName: text, logEvents: list('InputLogEvents', event) },
        { sequenceToken: text, entity },
      ),
      output: structure(
        'PutLogEventsResponse',
        {},
        {
          nextSequenceToken: text,
          rejectedLogEventsInfo: rejectedEvents,
          rejectedEntityInfo: structure('RejectedEntityInfo', { errorType: text }),
        },
      ),
    },
  ],
]
