/** JSON 1.0 and CBOR for current SDKs and CLIs, Query for older ones. */
import * as sdk from '@aws-sdk/client-cloudwatch'
import { describeAlarms } from '../../cloudwatch/describe-alarms.js'
import { setAlarmState } from '../../cloudwatch/set-alarm-state.js'
import type { World } from '../../ecs/world.js'
import { jsonRpc } from '../dialects/json-rpc.js'
import { query } from '../dialects/query.js'
import { rpcCbor } from '../dialects/rpc-cbor.js'
import { operationSchemas } from '../schema/sdk-schemas.js'
import type { Service } from '../service.js'
import { type Operations, operationsOf } from './world-operations.js'

const operations: Operations<World> = { DescribeAlarms: describeAlarms, SetAlarmState: setAlarmState }
const schemas = operationSchemas(sdk)

export function cloudWatchServices(world: World, validateResponses: boolean): readonly Service[] {
  const service = {
    name: 'cloudwatch',
    schemas,
    ...operationsOf(world, operations),
    // Denials do not name a single alarm.
    resource: () => `arn:aws:cloudwatch:${world.region}:${world.account}:alarm:*`,
  }
  const shapeName = 'GraniteServiceVersion20100801'
  const json = jsonRpc({
    ...service,
    version: '1.0',
    targetPrefix: shapeName,
    errorNamespace: 'com.amazonaws.cloudwatch',
    queryCompatible: true,
    invalidRequest: 'ValidationException',
    validateResponses,
  })
  return [
    json,
    rpcCbor(json, { shapeName, schemas }),
    query({
      ...service,
      signingName: 'monitoring',
      version: '2010-08-01',
      xmlNamespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
      validateResponses,
    }),
  ]
}
