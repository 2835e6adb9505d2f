/** STS/latest/APIReference */
import type { OperationSchema } from '../protocol/schema/sdk-schemas.js'
import { number, schemaWriter, text, time } from '../protocol/schema/written-schema.js'

const { structure, list } = schemaWriter('com.amazonaws.sts')

const credentials = structure('Credentials', {
  AccessKeyId: text,
  SecretAccessKey: text,
  SessionToken: text,
  Expiration: time,
})
const assumedRoleUser = structure('AssumedRoleUser', { AssumedRoleId: text, Arn: text })
const policyArns = list('policyDescriptorListType', structure('PolicyDescriptorType', {}, { arn: text }))
const context = structure('ProvidedContext', {}, { ProviderArn: text, ContextAssertion: text })

export const schemas: ReadonlyMap<string, OperationSchema> = new Map([
  [
    'GetCallerIdentity',
    {
      input: structure('GetCallerIdentityRequest', {}),
      output: structure('GetCallerIdentityResponse', {}, { UserId: text, Account: text, Arn: text }),
    },
  ],
  [
    'AssumeRole',
    {
      input: structure(
        'AssumeRoleRequest',
        { RoleArn: text, RoleSessionName: text },
        {
          PolicyArns: policyArns,
          Policy: text,
          DurationSeconds: number,
          Tags: list('tagListType', structure('Tag', { Key: text, Value: text })),
          TransitiveTagKeys: list('tagKeyListType', text),
          ExternalId: text,
          SerialNumber: text,
          TokenCode: text,
          SourceIdentity: text,
          ProvidedContexts: list('ProvidedContextsListType', context),
        },
      ),
      output: structure(
        'AssumeRoleResponse',
        {},
        {
          Credentials: credentials,
          AssumedRoleUser: assumedRoleUser,
          PackedPolicySize: number,
          SourceIdentity: text,
        },
      ),
    },
  ],
  [
    'AssumeRoleWithWebIdentity',
    {
      input: structure(
        'AssumeRoleWithWebIdentityRequest',
        { RoleArn: text, RoleSessionName: text, WebIdentityToken: text },
        { ProviderId: text, PolicyArns: policyArns, Policy: text, DurationSeconds: number },
      ),
      output: structure(
        'AssumeRoleWithWebIdentityResponse',
        {},
        {
          Credentials: credentials,
          SubjectFromWebIdentityToken: text,
          AssumedRoleUser: assumedRoleUser,
          PackedPolicySize: number,
          Provider: text,
          Audience: text,
          SourceIdentity: text,
        },
      ),
    },
  ],
])
