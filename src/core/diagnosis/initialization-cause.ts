/**
 * Why a task could not be prepared: secrets, log groups, file systems.
 *
 * Texts: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html
 */
import { revisionName, shortenAllArns } from '../arn.js'
import type { JsonObject } from '../json.js'
import { isObject, objectsIn, text } from '../json.js'
import { executionRole } from './container.js'
import type { Finding, Findings } from './findings.js'

export function initializationCause({ group: { reason }, definition, live }: Findings): Finding {
  if (/log group does not exist/i.test(reason)) return logGroupCause(definition)
  const secret = /arn:[\w-]+:(?:secretsmanager|ssm):[^\s,;"')]+/.exec(reason)?.[0]?.replace(/[:.]+$/, '')
  const role = executionRole(definition)
  const who = definition.executionRoleArn ? role : 'the role that starts the task'
  const denied = /not authorized to perform:? ([\w-]+:\w+)/.exec(reason)?.[1]
  const isOfSecret =
    secret !== undefined || /secret|\bssm\b|parameter/i.test(reason.replace(/secrets or registry auth/gi, ''))
  const what = secret ? secretText(definition, secret) : 'a secret of the task definition'
  if (isOfSecret && /ResourceNotFound|can't find|ParameterNotFound|invalid parameters/i.test(reason)) {
    return {
      insight: `${what} does not exist${alsoNamed(live, secret)}`,
      next: toCreate(secret),
    }
  }
  if (/AccessDenied|not authorized|UnauthorizedOperation/i.test(reason)) {
    if (!isOfSecret) {
      return {
        ...(denied ? { insight: `${who} may not call ${denied}` } : {}),
        next: `Allow ${denied ?? 'the action that ECS names'} to ${role}.`,
      }
    }
    const actions = secret?.includes(':ssm:') ? 'ssm:GetParameters' : 'secretsmanager:GetSecretValue'
    return {
      insight: `${who} may not read ${what}${hasSameRole(live, definition) ? alsoNamed(live, secret) : ''}`,
      next: `Allow ${actions} on ${secret ?? 'it'} (and kms:Decrypt where a key of your own is used) to ${role}.`,
    }
  }
  if (/deadline exceeded|time(d )?out|dial tcp|no such host|connection issue/i.test(reason)) {
    return {
      insight: 'AWS could not be reached from the subnets of the task',
      next: 'Give the subnets a way out: a NAT gateway, a public IP address, or VPC endpoints for what the task needs (secretsmanager, ssm, logs, ecr).',
    }
  }
  if (/mount|\bEFS\b|file system/i.test(reason)) {
    return {
      insight: 'a volume could not be mounted',
      next: 'Check the file system, its mount targets in these subnets, and the security groups on port 2049.',
    }
  }
  return {}
}

function logGroupCause(definition: JsonObject): Finding {
  const groups = objectsIn(definition.containerDefinitions).flatMap(({ logConfiguration }) => {
    const options = isObject(logConfiguration) ? logConfiguration.options : undefined
    return (isObject(options) ? text(options['awslogs-group']) : undefined) ?? []
  })
  const named = [...new Set(groups)].join(' or ') || 'the log group'
  return {
    insight: `the log group does not exist (${named})`,
    next: `Create ${named}, or set awslogs-create-group to true and allow logs:CreateLogGroup to ${executionRole(definition)}.`,
  }
}

/** `the secret web/database-url-8Zk2Qp (DATABASE_URL of app)`, where the definition tells which variable it is for. */
function secretText(definition: JsonObject, secret: string): string {
  const kind = secret.includes(':ssm:') ? 'parameter' : 'secret'
  const holder = variableOf(definition, secret)
  return `the ${kind} ${shortenAllArns(secret)}${holder ? ` (${holder})` : ''}`
}

/**
 * A secret that is created gets an ARN of its own, with six random characters at its end (Secrets Manager,
 * API_CreateSecret); that of a parameter is made of its name.
 */
function toCreate(secret: string | undefined): string {
  if (!secret) return 'Create the secret, or correct valueFrom in the task definition.'
  return secret.includes(':ssm:')
    ? `Create ${secret}, or correct valueFrom in the task definition.`
    : `Correct valueFrom in the task definition (${secret}), or create the secret and give its new ARN there.`
}

/** What serves keeps running, and cannot start again either. */
function alsoNamed(live: Findings['live'], secret: string | undefined): string {
  if (!live || !secret || variableOf(live.definition, secret) === undefined) return ''
  return `; ${revisionName(live.revision)} names it, too: no new task of it could start either`
}

function hasSameRole(live: Findings['live'], definition: JsonObject): boolean {
  const role = text(definition.executionRoleArn)
  return role !== undefined && live?.definition.executionRoleArn === role
}

function variableOf(definition: JsonObject, secret: string): string | undefined {
  for (const container of objectsIn(definition.containerDefinitions)) {
    const held = objectsIn(container.secrets).find(({ valueFrom }) => {
      const arn = text(valueFrom)
      return arn !== undefined && (arn.startsWith(secret) || secret.startsWith(arn))
    })
    if (held) return `${text(held.name)} of ${text(container.name)}`
  }
  return undefined
}
