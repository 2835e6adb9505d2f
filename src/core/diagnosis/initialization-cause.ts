/**
 * Why a task could not be prepared: secrets, log groups, file systems.
 *
 * Texts: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html
 */
import { revisionName, shortenEveryArn } from '../ecs/arn.js'
import { containersOf, listedIn, memberOf } from '../task-definition/containers.js'
import type { JsonObject, Path } from '../text/json.js'
import { text } from '../text/json.js'
import { executionRole } from './container.js'
import type { Explanation, FailureEvidence } from './explanation.js'

export function initializationCause(evidence: FailureEvidence): Explanation {
  const { definition, live } = evidence
  const { reason } = evidence.group
  if (/log group does not exist/i.test(reason)) return logGroupCause(evidence)
  const secret = /arn:[\w-]+:(?:secretsmanager|ssm):[^\s,;"')]+/.exec(reason)?.[0]?.replace(/[:.]+$/, '')
  const role = executionRole(definition)
  const who = definition.executionRoleArn ? role : 'the role that starts the task'
  const denied = /not authorized to perform:? ([\w-]+:\w+)/.exec(reason)?.[1]
  const isOfSecret =
    secret !== undefined || /secret|\bssm\b|parameter/i.test(reason.replace(/secrets or registry auth/gi, ''))
  const held = secret === undefined ? undefined : variableOf(definition, secret)
  const what = secret ? secretText(secret, held) : 'a secret of the task definition'
  if (isOfSecret && /ResourceNotFound|can't find|ParameterNotFound|invalid parameters/i.test(reason)) {
    return {
      detail: `${what} does not exist${alsoNamed(live, secret)}`,
      next: toCreate(secret),
      position: held && evidence.positionOf?.(held.path),
    }
  }
  if (/AccessDenied|not authorized|UnauthorizedOperation/i.test(reason)) {
    if (!isOfSecret) {
      return {
        detail: denied ? `${who} may not call ${denied}` : undefined,
        next: `Allow ${denied ?? 'the action that ECS names'} to ${role}.`,
      }
    }
    const actions = secret?.includes(':ssm:') ? 'ssm:GetParameters' : 'secretsmanager:GetSecretValue'
    return {
      detail: `${who} may not read ${what}${hasSameRole(live, definition) ? alsoNamed(live, secret) : ''}`,
      next: `Allow ${actions} on ${secret ?? 'it'} (and kms:Decrypt where a key of your own is used) to ${role}.`,
      position: held && evidence.positionOf?.(held.path),
    }
  }
  if (/deadline exceeded|time(d )?out|dial tcp|no such host|connection issue/i.test(reason)) {
    return {
      detail: 'AWS could not be reached from the subnets of the task',
      next: 'Give the subnets a way out: a NAT gateway, a public IP address, or VPC endpoints for what the task needs (secretsmanager, ssm, logs, ecr).',
    }
  }
  if (/mount|\bEFS\b|file system/i.test(reason)) {
    return {
      detail: 'a volume could not be mounted',
      next: 'Check the file system, its mount targets in these subnets, and the security groups on port 2049.',
    }
  }
  return {}
}

function logGroupCause({ definition, positionOf }: FailureEvidence): Explanation {
  const groups = containersOf(definition).flatMap(container => {
    const { value, path } = memberOf(memberOf(container, 'logConfiguration'), 'options')
    const group = text(value['awslogs-group'])
    return group ? [{ group, path: [...path, 'awslogs-group'] }] : []
  })
  const [first, ...others] = [...new Set(groups.map(({ group }) => group))]
  const named = first ? [first, ...others].join(' or ') : 'the log group'
  const [place] = others.length === 0 ? groups : []
  return {
    detail: `the log group does not exist (${named})`,
    next: `Create ${named}, or set awslogs-create-group to true and allow logs:CreateLogGroup to ${executionRole(definition)}.`,
    position: place && positionOf?.(place.path),
  }
}

/** `the secret web/database-url-8Zk2Qp (DATABASE_URL of app)`, where the definition tells which variable it is for. */
function secretText(secret: string, held: Held | undefined): string {
  const kind = secret.includes(':ssm:') ? 'parameter' : 'secret'
  return `the ${kind} ${shortenEveryArn(secret)}${held ? ` (${held.who})` : ''}`
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
function alsoNamed(live: FailureEvidence['live'], secret: string | undefined): string {
  if (!live || !secret || variableOf(live.definition, secret) === undefined) return ''
  return `; ${revisionName(live.revision)} names it, too: no new task of it could start either`
}

function hasSameRole(live: FailureEvidence['live'], definition: JsonObject): boolean {
  const role = text(definition.executionRoleArn)
  return role !== undefined && live?.definition.executionRoleArn === role
}

/** The variable that a secret is for. */
interface Held {
  /** `DATABASE_URL of app` */
  readonly who: string
  readonly path: Path
}

function variableOf(definition: JsonObject, secret: string): Held | undefined {
  for (const container of containersOf(definition)) {
    const held = listedIn(container, 'secrets').find(({ value: { valueFrom } }) => {
      const arn = text(valueFrom)
      return arn !== undefined && (arn.startsWith(secret) || secret.startsWith(arn))
    })
    if (held) return { who: `${text(held.value.name)} of ${container.name}`, path: held.path }
  }
  return undefined
}
