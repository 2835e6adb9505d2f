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
    if (!doubt) return []
    const { result, what, next } = doubt
    return {
      result,
      text: `container ${container}, secret ${text(value.name) || '(no name)'}: ${what}`,
      next,
      ...locate(context, [...path, 'valueFrom']),
    }
  })
}

interface ReferenceDoubt {
  readonly result: CheckFinding['result']
  readonly what: string
  readonly next: string
}

/** ECS: "containerDefinitions[0].secrets[0].valueFrom is required". */
const nowhere: ReferenceDoubt = {
  result: 'refused',
  what: 'it has no valueFrom',
  next: 'Say with valueFrom where it is kept: the ARN of a secret in Secrets Manager, or the ARN or the name of an SSM parameter.',
}

type Place = ReturnType<typeof placeOfArn>

function doubtIn(reference: string, service: Place): ReferenceDoubt | undefined {
  if (!reference.startsWith('arn:')) return doubtInName(reference)
  const [, partition = '', provider = '', region = '', account = '', ...resource] = reference.split(':')
  if (provider !== 'secretsmanager' && provider !== 'ssm')
    return {
      result: 'warning',
      what: 'its ARN is of neither Secrets Manager nor SSM, and ECS reads secrets from nowhere else',
      next: 'Give the ARN of a secret or of a parameter.',
    }
  const isPlaced = /^aws[a-z-]*$/.test(partition) && isRegion(region) && /^\d{12}$/.test(account)
  if (!isPlaced || !(provider === 'ssm' ? isParameter(resource) : isSecret(resource)))
    return {
      result: 'warning',
      what: `its ARN is not of the form ${forms[provider]}`,
      next: 'Correct it: a task that cannot read its secrets does not start.',
    }
  return service && doubtInRegion(partition, region, service)
}

const forms = {
  secretsmanager:
    'arn:PARTITION:secretsmanager:REGION:ACCOUNT:secret:NAME, alone or followed by :json-key:version-stage:version-id with all three colons',
  ssm: 'arn:PARTITION:ssm:REGION:ACCOUNT:parameter/NAME',
} as const

function isSecret([kind, name, ...more]: readonly string[]): boolean {
  return kind === 'secret' && !!name && /^[\w/+=.@-]+$/.test(name) && (more.length === 0 || more.length === 3)
}

function isParameter(resource: readonly string[]): boolean {
  return /^parameter\/[\w./-]+(?::[\w.-]+)?$/.test(resource.join(':'))
}

function doubtInName(name: string): ReferenceDoubt | undefined {
  if (/^[\w./-]{1,2048}$/.test(name)) return undefined
  const next = 'Give the ARN of a secret in Secrets Manager, or the ARN or the name of an SSM parameter.'
  if (name === '') return { result: 'warning', what: 'valueFrom is empty', next }
  // SSM knows NAME:VERSION; whether ECS does is not documented.
  const isVersioned = /^[\w./-]+:[\w.:-]*$/.test(name)
  return {
    result: isVersioned ? 'warning' : 'refused',
    what: 'valueFrom is no ARN and has characters that the name of an SSM parameter cannot have',
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
      what: `it is in the partition ${partition}, the service runs in ${service.partition}, whose roles cannot read it`,
      next: `Give a secret of the partition ${service.partition}.`,
    }
  if (region === service.region) return undefined
  return {
    result: 'notice',
    what: `it is in ${region}, the service runs in ${service.region}`,
    next: `Give one in ${service.region} if that is not meant.`,
  }
}
