/** secretsmanager/latest/apireference */
import type { OperationSchema } from '../protocol/schema/sdk-schemas.js'
import { schemaWriter, text, time } from '../protocol/schema/written-schema.js'

const { structure, list, map } = schemaWriter('com.amazonaws.secretsmanager')

const stages = list('SecretVersionStagesType', text)

export const schemas: ReadonlyMap<string, OperationSchema> = new Map([
  [
    'GetSecretValue',
    {
      input: structure('GetSecretValueRequest', { SecretId: text }, { VersionId: text, VersionStage: text }),
      output: structure(
        'GetSecretValueResponse',
        {},
        {
          ...{ ARN: text, Name: text, VersionId: text, SecretString: text },
          ...{ VersionStages: stages, CreatedDate: time },
        },
      ),
    },
  ],
  [
    'DescribeSecret',
    {
      input: structure('DescribeSecretRequest', { SecretId: text }),
      output: structure(
        'DescribeSecretResponse',
        {},
        {
          ...{ ARN: text, Name: text, CreatedDate: time, LastChangedDate: time },
          VersionIdsToStages: map('SecretVersionsToStagesMapType', stages),
        },
      ),
    },
  ],
])
