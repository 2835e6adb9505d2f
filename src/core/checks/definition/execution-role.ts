/**
 * ECS refuses: "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'",
 * "Private repository authentication requires that the task definition specify a value for executionRoleArn.", "Fargate
 * requires task definition to have execution role ARN to support ECR images." (or "log driver awslogs."), "Role is not
 * valid". On EC2, ECR and awslogs use the role of the instance.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 */
import { parseArn as placeOfArn } from '../../ecs/arn.js'
import { quote } from '../../errors/problem.js'
import type { Container } from '../../task-definition/containers.js'
import { containersOf, memberOf, secretsIn } from '../../task-definition/containers.js'
import { registryOf } from '../../task-definition/image-registry.js'
import { placeholderIn } from '../../task-definition/placeholder.js'
import { enumerate } from '../../text/enumerate.js'
import type { Path } from '../../text/json.js'
import { isList, isObject, text } from '../../text/json.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { locate } from '../locate.js'
import { isOnFargate } from './fargate.js'

const roles = ['executionRoleArn', 'taskRoleArn'] as const

export const executionRole = defineCheck({ id: 'execution-role', run })

function run(context: CheckContext): Findings {
  const { definition } = context
  const needs = containersOf(definition).flatMap(container => needsOf(container, hostOf(context)))
  const optional = roles.filter(role => text(definition[role]))
  if (needs.length === 0 && optional.length === 0) return undefined
  const findings = optional.flatMap(role => malformed(context, role, text(definition[role]) ?? ''))
  if (optional.includes('executionRoleArn')) return findings
  return [...missing(context, needs), ...findings]
}

interface Need {
  readonly what: string
  readonly path: Path
  /** ECS refuses without */
  readonly isCertain: boolean
}

type Host = 'fargate' | 'external' | 'instance'

function hostOf(context: CheckContext): Host {
  const { requiresCompatibilities: compatible } = context.definition
  if (isOnFargate(context)) return 'fargate'
  return isList(compatible) && compatible.includes('EXTERNAL') ? 'external' : 'instance'
}

function needsOf(container: Container, host: Host): Need[] {
  const { name, value, path } = container
  const { own, logging } = secretsIn(container)
  const [secret] = own
  const [logSecret] = logging
  const needs: Need[] = []
  if (secret) needs.push({ what: `the secrets of ${name}`, path: secret.path, isCertain: true })
  if (isObject(value.repositoryCredentials)) {
    const what = `the credentials for the image of ${name}`
    needs.push({ what, path: [...path, 'repositoryCredentials'], isCertain: true })
  }
  if (logSecret)
    needs.push({ what: `the secrets of the log of ${name}`, path: logSecret.path, isCertain: false })
  if (host === 'instance') return needs
  const isCertain = host === 'fargate'
  if (registryOf(text(value.image) ?? '')?.kind === 'ecr')
    needs.push({ what: `the image of ${name} in ECR`, path: [...path, 'image'], isCertain })
  const log = memberOf(container, 'logConfiguration')
  if (log.value.logDriver === 'awslogs')
    needs.push({ what: `the log of ${name} in CloudWatch`, path: [...log.path, 'logDriver'], isCertain })
  return needs
}

function missing(context: CheckContext, needs: readonly Need[]): CheckFinding[] {
  if (needs.length === 0) return []
  const certain = needs.filter(({ isCertain }) => isCertain)
  const reported = certain.length > 0 ? certain : needs
  return [
    {
      result: certain.length > 0 ? 'refused' : 'warning',
      text: `executionRoleArn is missing; it is required for ${enumerate(reported.map(({ what }) => what))}`,
      next: 'Set executionRoleArn (or the input execution-role-arn) to a role with AmazonECSTaskExecutionRolePolicy and permission to read the secrets.',
      ...locate(context, reported[0]?.path ?? []),
    },
  ]
}

function malformed(context: CheckContext, role: (typeof roles)[number], value: string): CheckFinding[] {
  const place = locate(context, [role])
  // ECS also takes the name of a role in its own account.
  const isName = /^[\w+=,.@/-]{1,512}$/.test(value)
  const isArn = /^arn:aws[a-z-]*:iam::\d{12}:role\/[!-~]+$/.test(value)
  // The check placeholder reports it.
  if (!isArn && placeholderIn(value)) return []
  if (!isName && !isArn)
    return [
      {
        result: 'refused',
        text: `${role} ${quote(value)} is neither the ARN nor the name of an IAM role`,
        next: 'Use an ARN such as arn:aws:iam::123456789012:role/NAME.',
        ...place,
      },
    ]
  const [own, service] = [placeOfArn(value), placeOfArn(context.observed?.service.arn ?? '')]
  if (!own || !service) return []
  if (own.partition === service.partition && own.account === service.account) return []
  return [
    {
      result: 'warning',
      text: `${role} belongs to ${accountOf(own)}, but the service runs in ${accountOf(service)}`,
      next: 'Use a role of the account that the service runs in.',
      ...place,
    },
  ]
}

/** `AWS account 123456789012`; other partitions have accounts of their own. */
function accountOf({ partition, account }: NonNullable<ReturnType<typeof placeOfArn>>): string {
  return partition === 'aws' ? `AWS account ${account}` : `account ${account} of ${partition}`
}
