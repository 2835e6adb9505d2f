/**
 * References are never shown: people put secrets there by mistake.
 * Secrets Manager: an ARN alone or with all of `:json-key:version-stage:version-id`; otherwise the task stops with
 * "unexpected ARN format with parameters". Else the name of an SSM parameter in the same region ("The Systems Manager
 * parameter name specified for secret X is invalid. […] letters and symbols: a-zA-Z0-9_.-").
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
 */
import { isRegion, parseArn as placeOfArn } from '../../ecs/arn.js'
import { containersOf, secretsIn } from '../../task-definition/containers.js'
import { placeholderIn } from '../../task-definition/placeholder.js'
import { text } from '../../text/json.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { locate } from '../locate.js'

export const secretReference = defineCheck({ id: 'secret-reference', run })

function run(context: CheckContext): Findings {
  const secrets = containersOf(context.definition).flatMap(container => {
    const { own, logging } = secretsIn(container)
    return [...own, ...logging].map(secret => ({ container: container.name, ...secret }))
  })
  if (secrets.length === 0) return undefined
  const service = placeOfArn(context.observed?.service.arn ?? '')
  return secrets.flatMap(({ container, value, path }) => {
    const reference = text(value.valueFrom)
    const doubt = reference === undefined ? nowhere : doubtIn(reference, service)
    // The check placeholder reports it.
    if (!doubt || placeholderIn(reference ?? '')) return []
    const { result, what, next } = doubt
    const name = text(value.name)
    // No colon after the name: what follows one is masked as the value of a secret.
    const subject = name ? `the secret ${name}` : 'a secret without a name'
    return {
      result,
      text: `container ${container}: ${subject} ${what}`,
      next,
      ...locate(context, [...path, 'valueFrom']),
    }
  })
}

interface ReferenceDoubt {
  readonly result: CheckFinding['result']
  /** after the secret: `has no valueFrom` */
  readonly what: string
  readonly next: string
}

/** ECS: "containerDefinitions[0].secrets[0].valueFrom is required". */
const nowhere: ReferenceDoubt = {
  result: 'refused',
  what: 'has no valueFrom',
  next: 'Set valueFrom to the ARN of a secret in Secrets Manager, or to the ARN or name of an SSM parameter.',
}

type Place = ReturnType<typeof placeOfArn>

function doubtIn(reference: string, service: Place): ReferenceDoubt | undefined {
  if (!reference.startsWith('arn:')) return doubtInName(reference)
  const [, partition = '', provider = '', region = '', account = '', ...resource] = reference.split(':')
  if (provider !== 'secretsmanager' && provider !== 'ssm')
    return {
      result: 'warning',
      what: 'has an ARN of neither Secrets Manager nor SSM, and ECS reads secrets only from these',
      next: 'Use the ARN of a secret or a parameter.',
    }
  const isPlaced = /^aws[a-z-]*$/.test(partition) && isRegion(region) && /^\d{12}$/.test(account)
  if (!isPlaced || !(provider === 'ssm' ? isParameter(resource) : isSecret(resource)))
    return {
      result: 'warning',
      what: `has an ARN that is not ${forms[provider]}`,
      next: 'Correct it: a task that cannot read its secrets does not start.',
    }
  return service && doubtInRegion(partition, region, service)
}

const forms = {
  secretsmanager:
    'that of a secret, alone or followed by :json-key:version-stage:version-id with all three colons',
  ssm: 'of the form arn:aws:ssm:eu-west-1:123456789012:parameter/NAME',
} as const

/**
 * A secret that a service of AWS manages has an exclamation mark: `rds!db-…`.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/service-linked-secrets.html
 */
function isSecret([kind, name, ...more]: readonly string[]): boolean {
  return (
    kind === 'secret' && !!name && /^[\w/+=.@!-]+$/.test(name) && (more.length === 0 || more.length === 3)
  )
}

function isParameter(resource: readonly string[]): boolean {
  return /^parameter\/[\w./-]+(?::[\w.-]+)?$/.test(resource.join(':'))
}

function doubtInName(name: string): ReferenceDoubt | undefined {
  if (/^[\w./-]{1,2048}$/.test(name)) return undefined
  const next = 'Use the ARN of a secret in Secrets Manager, or the ARN or name of an SSM parameter.'
  if (name === '') return { result: 'warning', what: 'has an empty valueFrom', next }
  // SSM knows NAME:VERSION; whether ECS does is not documented.
  const isVersioned = /^[\w./-]+:[\w.:-]*$/.test(name)
  return {
    result: isVersioned ? 'warning' : 'refused',
    what: 'has a valueFrom that is no ARN, with characters that the name of an SSM parameter cannot contain',
    next,
  }
}

/** Credentials of one partition do not work in another. */
function doubtInRegion(
  partition: string,
  region: string,
  service: NonNullable<Place>,
): ReferenceDoubt | undefined {
  if (partition !== service.partition)
    return {
      result: 'warning',
      what: `is in the partition ${partition}, but the service runs in ${service.partition}, where roles cannot read it`,
      next: `Use a secret of the partition ${service.partition}.`,
    }
  if (region === service.region) return undefined
  return {
    result: 'notice',
    what: `is in ${region}, but the service runs in ${service.region}`,
    next: `If this is not intended, use one in ${service.region}.`,
  }
}
