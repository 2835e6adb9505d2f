/** The schema of GetCallerIdentity. */
import type { OperationSchema } from '../protocol/schema/sdk-schemas.js'

const text = 0
const members = ['UserId', 'Account', 'Arn']

export const schemas: ReadonlyMap<string, OperationSchema> = new Map([
  [
    'GetCallerIdentity',
    {
      input: [3, 'com.amazonaws.sts', 'GetCallerIdentityRequest', 0, [], []],
      output: [3, 'com.amazonaws.sts', 'GetCallerIdentityResponse', 0, members, members.map(() => text)],
    },
  ],
])
