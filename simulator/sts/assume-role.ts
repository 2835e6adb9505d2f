/** Every role can be assumed (STS/latest/APIReference/API_AssumeRole.html). */
import { createHash } from 'node:crypto'
import { AwsError } from '../aws-error.js'
import { epoch } from '../ecs/wire/epoch.js'
import type { World } from '../ecs/world.js'

export interface AssumeRoleInput {
  readonly RoleArn: string
  readonly RoleSessionName: string
  readonly DurationSeconds?: number
  readonly SourceIdentity?: string
}

export function assumeRole(world: World, input: AssumeRoleInput): object {
  const { SourceIdentity } = input
  return SourceIdentity === undefined
    ? openSession(world, input)
    : { ...openSession(world, input), SourceIdentity }
}

export function openSession(world: World, input: AssumeRoleInput): object {
  const { RoleArn, RoleSessionName, DurationSeconds = 3600 } = input
  const [, account, path] = /^arn:aws[\w-]*:iam::(\d{12}):role\/(.+)$/.exec(RoleArn) ?? []
  // https://github.com/crossplane-contrib/provider-aws/issues/517
  if (account === undefined || path === undefined) throw invalid('Request ARN is invalid')
  if (!/^[\w+=,.@-]{2,64}$/.test(RoleSessionName)) {
    throw constraint(RoleSessionName, 'roleSessionName', 'satisfy regular expression pattern: [\\w+=,.@-]*')
  }
  if (DurationSeconds < 900)
    throw constraint(DurationSeconds, 'durationSeconds', 'have value greater than or equal to 900')
  if (DurationSeconds > 43_200)
    throw constraint(DurationSeconds, 'durationSeconds', 'have value less than or equal to 43200')
  const role = path.slice(path.lastIndexOf('/') + 1)
  const arn = `arn:aws:sts::${account}:assumed-role/${role}/${RoleSessionName}`
  const roleId = `AROA${letters(RoleArn)}`
  const AccessKeyId = `ASIA${letters(`${arn} ${world.now}`)}`
  world.sessions.open(AccessKeyId, { account, roleId, arn })
  return {
    Credentials: {
      AccessKeyId,
      SecretAccessKey: 'simulated-secret-access-key',
      SessionToken: 'simulated-session-token',
      Expiration: epoch(world.now + DurationSeconds * 1000),
    },
    AssumedRoleUser: { AssumedRoleId: `${roleId}:${RoleSessionName}`, Arn: arn },
  }
}

/** Sixteen capital letters that derive from the text, so that they change no other id of the world. */
function letters(seed: string): string {
  const digest = createHash('sha256').update(seed).digest()
  return [...digest.subarray(0, 16)].map(byte => String.fromCharCode(65 + (byte % 26))).join('')
}

function constraint(value: string | number, member: string, what: string): AwsError {
  return invalid(
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must ${what}`,
  )
}

function invalid(message: string): AwsError {
  return new AwsError('ValidationError', message)
}
