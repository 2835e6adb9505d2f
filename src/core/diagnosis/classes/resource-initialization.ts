/** Texts: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html */
import { revisionName } from '../../ecs/arn.js'
import { denialOf } from '../../errors/denial.js'
import { containersOf, memberOf } from '../../task-definition/containers.js'
import { alternatives } from '../../text/enumerate.js'
import type { JsonObject } from '../../text/json.js'
import { text } from '../../text/json.js'
import type { ClassRow } from '../class-row.js'
import { executionRole } from '../container-definition.js'
import type { Explanation, FailureEvidence, ServiceEvidence } from '../evidence.js'
import { noExplanation } from '../evidence.js'
import { describeStart } from '../reason-text.js'
import { createSecretStep, findReference, isParameter, secretArnIn, secretText } from '../secret-reference.js'
import { explainStart, startFailureClass } from '../start-failures.js'

export const resourceInitialization = {
  id: 'resource-initialization',
  matchesTask: ({ text, stopCode, exitCode }) => {
    const hasEnded = stopCode === 'EssentialContainerExited' && exitCode !== undefined
    const startClass = hasEnded ? undefined : startFailureClass(text)
    if (startClass) return startClass === 'resource-initialization'
    return /ResourceInitializationError|Fetching secret data/.test(text)
  },
  matchesDeployment: () => false,
  describe: describeStart,
  explain: explainInitialization,
  nextStep: () =>
    'Check the secrets and log settings of the task definition, and what the execution role may read.',
  hasLogs: false,
  countsForFailFast: true,
} as const satisfies ClassRow

const notFound = /ResourceNotFound|can't find|ParameterNotFound|invalid parameters/i
const accessDenied = /AccessDenied|not authorized|UnauthorizedOperation/i

function explainInitialization(evidence: FailureEvidence): Explanation {
  const { reason } = evidence.failure
  if (/log group does not exist/i.test(reason)) return explainLogGroup(evidence)
  const isAboutSecret =
    secretArnIn(reason) !== undefined ||
    /secret|\bssm\b|parameter/i.test(reason.replace(/secrets or registry auth/gi, ''))
  if (isAboutSecret && (notFound.test(reason) || accessDenied.test(reason))) return explainSecret(evidence)
  if (/\bEFS\b|mount\.nfs/.test(reason)) return explainFileSystem(reason)
  if (accessDenied.test(reason)) return explainDeniedAction(evidence)
  const start = explainStart(evidence)
  if (start !== noExplanation) return start
  if (/deadline exceeded|time(d )?out|dial tcp|no such host|connection issue/i.test(reason)) {
    return {
      detail: 'AWS could not be reached from the subnets of the task',
      next: 'Connect the subnets to AWS: a NAT gateway, a public IP address, or VPC endpoints for what the task needs (secretsmanager, ssm, logs, ecr).',
      position: undefined,
    }
  }
  return /mount|file system/i.test(reason) ? explainFileSystem(reason) : noExplanation
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html */
function explainFileSystem(reason: string): Explanation {
  const id = /\bfs-[0-9a-f]+\b/.exec(reason)?.[0]
  const detail = id ? `the EFS file system ${id} could not be mounted` : 'a volume could not be mounted'
  if (/access denied/i.test(reason)) {
    const next =
      'Let the task role mount it (elasticfilesystem:ClientMount), and check its policy and access point.'
    return { detail, next, position: undefined }
  }
  const next =
    'Check the file system, its mount targets in these subnets, and the security groups on port 2049.'
  return { detail, next, position: undefined }
}

function explainSecret(evidence: FailureEvidence): Explanation {
  const { definition, failure } = evidence
  const serving = evidence.service?.serving
  const secret = secretArnIn(failure.reason)
  const reference = secret === undefined ? undefined : findReference(definition, secret)
  const what = secret ? secretText(secret, reference) : 'a secret of the task definition'
  const position = reference && evidence.positionOf?.(reference.path)
  if (notFound.test(failure.reason)) {
    return {
      detail: `${what} does not exist${servingNeedsIt(serving, secret)}`,
      next: createSecretStep(secret),
      position,
    }
  }
  const isShared = hasSameRole(serving, definition)
  return {
    ...explainDeniedSecret(evidence, {
      secret,
      what,
      servingToo: isShared ? servingNeedsIt(serving, secret) : '',
    }),
    position,
  }
}

interface DeniedSecret {
  readonly secret: string | undefined
  readonly what: string
  readonly servingToo: string
}

function explainDeniedSecret(
  { definition, failure }: FailureEvidence,
  { secret, what, servingToo }: DeniedSecret,
): Omit<Explanation, 'position'> {
  const read =
    secret !== undefined && isParameter(secret) ? 'ssm:GetParameters' : 'secretsmanager:GetSecretValue'
  const { action, clause, remedy } = denialOf({ message: failure.reason, operation: read })
  const role = executionRole(definition)
  const detail = `${roleName(definition)} may not read ${what}${clause}${servingToo}`
  const isKey = action === 'kms:Decrypt' || /Access to KMS is not allowed/i.test(failure.reason)
  if (clause) return { detail, next: `For ${action} on ${isKey ? 'its key' : (secret ?? 'it')}: ${remedy}.` }
  if (isKey) return { detail, next: `Allow ${role} to call kms:Decrypt on the key that encrypts it.` }
  const key = 'and kms:Decrypt if it is encrypted with a key of your own'
  return { detail, next: `Allow ${role} to call ${read} on ${secret ?? 'it'} (${key}).` }
}

function explainDeniedAction({ definition, failure }: FailureEvidence): Explanation {
  const { action, clause, remedy } = denialOf({ message: failure.reason, operation: '' })
  const allow = `Allow ${executionRole(definition)} to call ${action || 'the action that ECS names'}.`
  return {
    detail: action ? `${roleName(definition)} may not call ${action}${clause}` : undefined,
    next: clause ? `For ${action}: ${remedy}.` : allow,
    position: undefined,
  }
}

function roleName(definition: JsonObject): string {
  return definition.executionRoleArn ? executionRole(definition) : 'the role that starts the task'
}

function explainLogGroup({ definition, positionOf }: FailureEvidence): Explanation {
  const groups = containersOf(definition).flatMap(container => {
    const { value, path } = memberOf(memberOf(container, 'logConfiguration'), 'options')
    const group = text(value['awslogs-group'])
    return group ? [{ group, path: [...path, 'awslogs-group'] }] : []
  })
  const names = [...new Set(groups.map(({ group }) => group))]
  const named = alternatives(names) || 'the log group'
  const path = names.length === 1 ? groups[0]?.path : undefined
  return {
    detail: `the log group does not exist (${named})`,
    next: `Create ${named}, or set awslogs-create-group to true and allow ${executionRole(definition)} to call logs:CreateLogGroup.`,
    position: path && positionOf?.(path),
  }
}

function servingNeedsIt(serving: ServiceEvidence['serving'], secret: string | undefined): string {
  if (!serving || !secret || findReference(serving.definition, secret) === undefined) return ''
  return `; ${revisionName(serving.revision)} needs it, too, so no new task of that revision could start either`
}

function hasSameRole(serving: ServiceEvidence['serving'], definition: JsonObject): boolean {
  const role = text(definition.executionRoleArn)
  return role !== undefined && serving?.definition.executionRoleArn === role
}
