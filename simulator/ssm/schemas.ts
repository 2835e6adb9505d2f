/** systems-manager/latest/APIReference */
import type { OperationSchema } from '../protocol/schema/sdk-schemas.js'
import { flag, number, schemaWriter, text, time } from '../protocol/schema/written-schema.js'

const { structure, list } = schemaWriter('com.amazonaws.ssm')

const names = list('ParameterNameList', text)
const parameter = structure(
  'Parameter',
  {},
  {
    ...{ Name: text, Type: text, Value: text, Version: number, Selector: text, SourceResult: text },
    ...{ LastModifiedDate: time, ARN: text, DataType: text },
  },
)

export const schemas: ReadonlyMap<string, OperationSchema> = new Map([
  [
    'GetParameter',
    {
      input: structure('GetParameterRequest', { Name: text }, { WithDecryption: flag }),
      output: structure('GetParameterResult', {}, { Parameter: parameter }),
    },
  ],
  [
    'GetParameters',
    {
      input: structure('GetParametersRequest', { Names: names }, { WithDecryption: flag }),
      output: structure(
        'GetParametersResult',
        {},
        { Parameters: list('ParameterList', parameter), InvalidParameters: names },
      ),
    },
  ],
])
