/** What helps against errors that come back until somebody changes the workflow or the runner. */
import type { ApiErrorKind } from '../../core/errors/api-error.js'
import { knownRegions, meantRegion } from '../../core/errors/regions.js'
import { certificateCode, certificateRemedy } from '../certificate-error.js'

type Environment = Readonly<Record<string, string | undefined>>

export interface Remedied {
  readonly kind: ApiErrorKind
  /** undefined: that of the error */
  readonly message: string | undefined
  readonly remedy: string
}

interface SaidError {
  readonly kind: ApiErrorKind
  readonly message: string
  readonly error: unknown
}

export function remedyOf({ kind, message, error }: SaidError, env: Environment): Remedied | undefined {
  const certificate = certificateCode(error)
  const certificateHelp = certificateRemedy(certificate)
  if (certificate && certificateHelp) {
    const said = `the certificate of the host is not accepted (${certificate}: ${message})`
    return { kind: 'unreachable', message: said, remedy: certificateHelp }
  }
  return unknownRegion(error) ?? credentials(kind, message, env)
}

/** Before the domain of AWS: https://docs.aws.amazon.com/general/latest/gr/rande.html */
const regionInHost =
  /([a-z\d-]+)\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|api\.aws|api\.amazonwebservices\.com\.cn)$/

/** A region that this release does not know and that has no host; for a moment without DNS, see EAI_AGAIN. */
function unknownRegion(error: unknown): Remedied | undefined {
  const { code, hostname } = (error ?? {}) as { readonly code?: unknown; readonly hostname?: unknown }
  if (code !== 'ENOTFOUND' || typeof hostname !== 'string') return undefined
  const region = regionInHost.exec(hostname)?.[1]
  if (region === undefined || knownRegions.includes(region)) return undefined
  const meant = meantRegion(region)
  const question = meant ? `; did you mean ${meant}?` : ''
  return {
    kind: 'unreachable',
    message: `there is no host ${hostname} for the region ${region}${question}`,
    remedy: 'correct the region (AWS_REGION, or aws-region of aws-actions/configure-aws-credentials)',
  }
}

/** The SDK skips the keys where a profile is set: credential-provider-node, "AWS_PROFILE is set, skipping fromEnv". */
function credentials(kind: ApiErrorKind, message: string, env: Environment): Remedied | undefined {
  if (kind === 'unconfigured' && /^Region is missing/.test(message) && env.AWS_DEFAULT_REGION) {
    const remedy =
      'set AWS_REGION; AWS_DEFAULT_REGION is set, but the AWS SDK for JavaScript does not read it'
    return { kind, message: undefined, remedy }
  }
  // A region that is empty in the environment reaches the SDK as one.
  if (kind === 'unconfigured' && message.startsWith('Region not accepted: region=""')) {
    const remedy = 'set aws-region of aws-actions/configure-aws-credentials, or AWS_REGION'
    return { kind, message: 'AWS_REGION is empty', remedy }
  }
  const absent = kind === 'unconfigured' && !message.startsWith('Region ') ? absentKeys(env) : undefined
  if (absent) return { kind, message: undefined, remedy: absent }
  const hasBoth = env.AWS_PROFILE && env.AWS_ACCESS_KEY_ID && env.AWS_SECRET_ACCESS_KEY
  if (!hasBoth || (kind !== 'unconfigured' && kind !== 'expired')) return undefined
  const remedy =
    'AWS_PROFILE is set beside AWS_ACCESS_KEY_ID, so the profile is used and the keys are not: remove AWS_PROFILE from the env of this step to use the keys'
  return { kind, message: undefined, remedy }
}

/** The SDK takes no keys if one is missing, as after a secret that does not exist. */
function absentKeys(env: Environment): string | undefined {
  if (env.AWS_PROFILE && !env.AWS_ACCESS_KEY_ID)
    return 'AWS_PROFILE is set, but the profile gives no credentials on this runner: remove AWS_PROFILE from the env of this step, and run aws-actions/configure-aws-credentials before it'
  if (env.AWS_PROFILE) return undefined
  const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const
  const [set, ...more] = names.filter(name => env[name])
  if (set === undefined || more.length > 0) return undefined
  const empty = names.find(name => name !== set)
  return `${set} is set, but ${empty} is empty: check the secret that gives its value`
}
