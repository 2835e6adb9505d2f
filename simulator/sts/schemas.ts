import type { OperationSchema } from '../protocol/schema/sdk-schemas.js'

export const schemas: ReadonlyMap<string, OperationSchema> = new Map([
  [
    'GetCallerIdentity',
    {
      input: [3, 'com.amazonaws.sts', 'GetCallerIdentityRequest', 0, [], []],
      output: [
        3,
        'com.amazonaws.sts',
        'GetCallerIdentityResponse',
        0,
        ['UserId', 'Account', 'Arn'],
        [0, 0, 0],
      ],
    },
  ],
])
