/**
 * Every secret exists unless the world says that it is missing, and has one value
 * (secretsmanager/latest/apireference/API_GetSecretValue.html).
 */
import { createHash } from 'node:crypto'
import { AwsError } from '../aws-error.js'
import { epoch } from '../ecs/wire/epoch.js'
import type { World } from '../ecs/world.js'

type Reference = { readonly SecretId: string }

/** That of an account of a simulated world. */
const createdAt = Date.UTC(2026, 0, 1)

export function getSecretValue(world: World, { SecretId }: Reference): object {
  const { arn, name, version } = find(world, SecretId)
  return {
    ...{ ARN: arn, Name: name, VersionId: version, SecretString: 'simulated' },
    ...{ VersionStages: ['AWSCURRENT'], CreatedDate: epoch(createdAt) },
  }
}

export function describeSecret(world: World, { SecretId }: Reference): object {
  const { arn, name, version } = find(world, SecretId)
  return {
    ...{ ARN: arn, Name: name, CreatedDate: epoch(createdAt), LastChangedDate: epoch(createdAt) },
    VersionIdsToStages: { [version]: ['AWSCURRENT'] },
  }
}

interface Secret {
  readonly arn: string
  readonly name: string
  readonly version: string
}

/** By name or ARN, with or without the six characters at its end. */
function find(world: World, reference: string): Secret {
  const prefix = `arn:aws:secretsmanager:${world.region}:${world.account}:secret:`
  const isArn = reference.startsWith('arn:')
  if (isArn && !reference.startsWith(prefix)) throw notFound()
  const id = isArn ? reference.slice(prefix.length) : reference
  const arn = knownArns(world).find(each => each === prefix + id || each.slice(0, -7) === prefix + id)
  const complete =
    arn ?? (isArn && /-\w{6}$/.test(id) ? reference : `${prefix}${id}-${digest(id).slice(0, 6)}`)
  if (world.secrets.find(complete) === 'missing') throw notFound()
  const name = complete.slice(prefix.length, -7)
  return { arn: complete, name, version: uuid(digest(complete)) }
}

/** Those that task definitions name, without a key, stage and version. */
function knownArns(world: World): string[] {
  return [...world.families.values()]
    .flat()
    .flatMap(({ containers }) => containers.flatMap(({ secrets = [] }) => secrets))
    .map(({ valueFrom }) => valueFrom.split(':').slice(0, 7).join(':'))
    .filter(arn => arn.startsWith('arn:aws:secretsmanager:'))
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function uuid(hex: string): string {
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

/** As it is in the stopped reasons of tasks (resource-initialization-error). */
function notFound(): AwsError {
  return new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.")
}
