/**
 * The token must be a JWT that has not expired; nobody checks its signature
 * (STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html).
 */
import { AwsError } from '../aws-error.js'
import type { World } from '../ecs/world.js'
import { type AssumeRoleInput, openSession } from './assume-role.js'

export interface AssumeRoleWithWebIdentityInput extends AssumeRoleInput {
  readonly WebIdentityToken: string
}

export function assumeRoleWithWebIdentity(world: World, input: AssumeRoleWithWebIdentityInput): object {
  const { sub, aud, iss, exp } = claimsOf(input.WebIdentityToken)
  if (exp !== undefined && exp * 1000 < world.now) throw new AwsError('WebIdentityTokenExpired', expired)
  const audience = Array.isArray(aud) ? aud[0] : aud
  // https://github.com/aws-actions/configure-aws-credentials/issues/1309
  if (typeof audience !== 'string') throw new AwsError('InvalidIdentityToken', 'Incorrect token audience')
  return {
    ...openSession(world, input),
    SubjectFromWebIdentityToken: sub ?? '',
    Provider: iss ?? '',
    Audience: audience,
  }
}

/** As the error is documented. */
const expired =
  'The web identity token that was passed is expired or is not valid. Get a new identity token from the identity provider and then retry the request.'

interface Claims {
  readonly sub?: string
  readonly aud?: string | readonly string[] | null
  readonly iss?: string
  readonly exp?: number
}

function claimsOf(token: string): Claims {
  const [, payload, signature] = token.split('.')
  try {
    if (payload === undefined || signature === undefined) throw new SyntaxError('not three parts')
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
  } catch {
    // The wording is ours.
    throw new AwsError('InvalidIdentityToken', 'The ID Token provided is not a valid JWT.')
  }
}
