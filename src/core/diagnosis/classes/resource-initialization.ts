/** Texts: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html */
import { revisionName } from '../../ecs/arn.js'
import { containersOf, memberOf } from '../../task-definition/containers.js'
import type { JsonObject } from '../../text/json.js'
import { text } from '../../text/json.js'
import type { ClassRow } from '../class-row.js'
import { executionRole } from '../container-definition.js'
import type { Explanation, FailureEvidence, ServiceEvidence } from '../evidence.js'
import { noExplanation } from '../evidence.js'
import { reasonText } from '../reason-text.js'
import { createSecretStep, findReference, isParameter, secretArnIn, secretText } from '../secret-reference.js'

export const resourceInitialization = {
  id: 'resource-initialization',
  matchesTask: end => /ResourceInitializationError|Fetching secret data/.test(end.text),
  matchesDeployment: () => false,
  describe: ({ failure }, detail) => `could not start${detail ? '' : `: ${reasonText(failure.reason)}`}`,
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
  if (accessDenied.test(reason)) return explainDeniedAction(evidence)
  if (/deadline exceeded|time(d )?out|dial tcp|no such host|connection issue/i.test(reason)) {
    return {
      detail: 'AWS could not be reached from the subnets of the task',
      next: 'Connect the subnets to AWS: a NAT gateway, a public IP address, or VPC endpoints for what the task needs (secretsmanager, ssm, logs, ecr).',
      position: undefined,
    }
  }
  if (/mount|\bEFS\b|file system/i.test(reason)) {
    return {
      detail: 'a volume could not be mounted',
      next: 'Check the file system, its mount targets in these subnets, and the security groups on port 2049.',
      position: undefined,
    }
  }
  return noExplanation
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
  const action =
    secret !== undefined && isParameter(secret) ? 'ssm:GetParameters' : 'secretsmanager:GetSecretValue'
  return {
    detail: `${roleName(definition)} may not read ${what}${hasSameRole(serving, definition) ? servingNeedsIt(serving, secret) : ''}`,
    next: `Allow ${executionRole(definition)} to call ${action} on ${secret ?? 'it'} (and kms:Decrypt if it is encrypted with a key of your own).`,
    position,
  }
}

function explainDeniedAction({ definition, failure }: FailureEvidence): Explanation {
  const action = /not authorized to perform:? ([\w-]+:\w+)/.exec(failure.reason)?.[1]
  return {
    detail: action ? `${roleName(definition)} may not call ${action}` : undefined,
    next: `Allow ${executionRole(definition)} to call ${action ?? 'the action that ECS names'}.`,
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
  const named = names.join(' or ') || 'the log group'
  const path = names.length === 1 ? groups[0]?.path : undefined
  return {
    detail: `the log group does not exist (${named})`,
    next: `Create ${named}, or set awslogs-create-group to true and allow ${executionRole(definition)} to call logs:CreateLogGroup.`,
    position: path && positionOf?.(path),
  }
}

function servingNeedsIt(serving: ServiceEvidence['serving'], secret: string | undefined): string {
  if (!serving || !secret || findReference(serving.definition, secret) === undefined) return ''
  return `; ${revisionName(serving.revision)} needs it, too: no new task of it could start either`
}

function hasSameRole(serving: ServiceEvidence['serving'], definition: JsonObject): boolean {
  const role = text(definition.executionRoleArn)
  return role !== undefined && serving?.definition.executionRoleArn === role
}
