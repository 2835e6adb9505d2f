/**
 * CloudWatch before one world, by two of its protocols: JSON 1.0, which newer SDKs and CLIs send, and Query, which older
 * ones do. The third, CBOR, is not spoken here.
 */
import * as sdk from '@aws-sdk/client-cloudwatch'
import { describeAlarms } from '../cloudwatch/describe-alarms.js'
import type { World } from '../ecs/world.js'
import { jsonRpc } from './json-rpc.js'
import { query } from './query.js'
import { operationSchemas } from './sdk-schemas.js'
import type { Service } from './service.js'
import { type Operations, operationsOf } from './world-operations.js'

const operations: Operations<World> = { DescribeAlarms: describeAlarms }
const schemas = operationSchemas(sdk)

export function cloudWatchServices(world: World, checkAnswers: boolean): readonly Service[] {
  const service = {
    name: 'cloudwatch',
    schemas,
    find: operationsOf(world, operations),
    // It names no single alarm in a denial.
    resource: () => `arn:aws:cloudwatch:${world.region}:${world.account}:alarm:*`,
  }
  return [
    jsonRpc({
      ...service,
      version: '1.0',
      targetPrefix: 'GraniteServiceVersion20100801',
      errorNamespace: 'com.amazonaws.cloudwatch',
      queryCompatible: true,
      invalidRequest: 'ValidationException',
      checkAnswers,
    }),
    query({
      ...service,
      signingName: 'monitoring',
      version: '2010-08-01',
      xmlNamespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
      checkAnswers,
    }),
  ]
}
