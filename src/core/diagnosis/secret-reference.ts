import { shortenEveryArn } from '../ecs/arn.js'
import { containersOf, listedIn } from '../task-definition/containers.js'
import type { JsonObject, Path } from '../text/json.js'
import { text } from '../text/json.js'

export interface SecretReference {
  /** `DATABASE_URL of app` */
  readonly variable: string
  readonly path: Path
}

export function findReference(definition: JsonObject, secret: string): SecretReference | undefined {
  for (const container of containersOf(definition)) {
    const reference = listedIn(container, 'secrets').find(({ value: { valueFrom } }) => {
      const arn = text(valueFrom)
      return arn !== undefined && (arn.startsWith(secret) || secret.startsWith(arn))
    })
    if (reference)
      return { variable: `${text(reference.value.name)} of ${container.name}`, path: reference.path }
  }
  return undefined
}

export function secretArnIn(reason: string): string | undefined {
  return /arn:[\w-]+:(?:secretsmanager|ssm):[^\s,;"')]+/.exec(reason)?.[0]?.replace(/(?<![:.])[:.]+$/, '')
}

export function isParameter(secret: string): boolean {
  return secret.includes(':ssm:')
}

/** `the secret web/database-url-8Zk2Qp (DATABASE_URL of app)` */
export function secretText(secret: string, reference: SecretReference | undefined): string {
  const kind = isParameter(secret) ? 'parameter' : 'secret'
  return `the ${kind} ${shortenEveryArn(secret)}${reference ? ` (${reference.variable})` : ''}`
}

/**
 * A new secret gets six random characters at the end of its ARN (Secrets Manager, API_CreateSecret); the ARN of a
 * parameter ends with its name.
 */
export function createSecretStep(secret: string | undefined): string {
  if (!secret) return 'Create the secret, or correct valueFrom in the task definition.'
  return isParameter(secret)
    ? `Create ${secret}, or correct valueFrom in the task definition.`
    : `Correct valueFrom in the task definition (${secret}), or create the secret and set valueFrom to its new ARN.`
}
