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
import { containersOf, isForFargate, memberOf, secretsIn } from '../../task-definition/containers.js'
import { registryOf } from '../../task-definition/image-registry.js'
import { enumerate } from '../../text/enumerate.js'
import type { Path } from '../../text/json.js'
import { isList, isObject, text } from '../../text/json.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { locate } from '../locate.js'

const roles = ['executionRoleArn', 'taskRoleArn'] as const

export const executionRole = defineCheck({ id: 'execution-role', run })

function run(context: CheckContext): Findings {
  const { definition } = context
  const needs = containersOf(definition).flatMap(container => needsOf(container, hostOf(context)))
  const optional = roles.filter(role => text(definition[role]))
  if (needs.length === 0 && optional.length === 0) return undefined
  return [
    ...(optional.includes('executionRoleArn') ? [] : missing(context, needs)),
    ...optional.flatMap(role => malformed(context, role, text(definition[role]) ?? '')),
  ]
}

interface Need {
  readonly what: string
  readonly path: Path
  /** ECS refuses without */
  readonly isCertain: boolean
}

type Host = 'fargate' | 'external' | 'instance'

function hostOf({ definition }: CheckContext): Host {
  const { requiresCompatibilities: compatible } = definition
  if (isForFargate(definition)) return 'fargate'
  return isList(compatible) && compatible.includes('EXTERNAL') ? 'external' : 'instance'
}

function needsOf(container: Container, host: Host): Need[] {
  const { name, value, path } = container
  const { own, logging } = secretsIn(container)
  const log = memberOf(container, 'logConfiguration')
  const onInstance = host === 'instance'
  const isCertain = host === 'fargate'
  return [
    ...own
      .slice(0, 1)
      .map(secret => ({ what: `the secrets of ${name}`, path: secret.path, isCertain: true })),
    ...(isObject(value.repositoryCredentials)
      ? [
          {
            what: `the credentials for the image of ${name}`,
            path: [...path, 'repositoryCredentials'],
            isCertain: true,
          },
        ]
      : []),
    ...logging
      .slice(0, 1)
      .map(secret => ({ what: `the secrets of the log of ${name}`, path: secret.path, isCertain: false })),
    ...(!onInstance && registryOf(text(value.image) ?? '')?.kind === 'ecr'
      ? [{ what: `the image of ${name} in ECR`, path: [...path, 'image'], isCertain }]
      : []),
    ...(!onInstance && log.value.logDriver === 'awslogs'
      ? [{ what: `the log of ${name} in CloudWatch`, path: [...log.path, 'logDriver'], isCertain }]
      : []),
  ]
}

function missing(context: CheckContext, needs: readonly Need[]): CheckFinding[] {
  if (needs.length === 0) return []
  const certain = needs.filter(({ isCertain }) => isCertain)
  const reported = certain.length > 0 ? certain : needs
  return [
    {
      result: certain.length > 0 ? 'refused' : 'warning',
      text: `there is no executionRoleArn; it is needed for ${enumerate(reported.map(({ what }) => what))}`,
      next: 'Give executionRoleArn (or the input execution-role-arn): a role with AmazonECSTaskExecutionRolePolicy, and what secrets need.',
      ...locate(context, reported[0]?.path ?? []),
    },
  ]
}

function malformed(context: CheckContext, role: (typeof roles)[number], value: string): CheckFinding[] {
  const place = locate(context, [role])
  // ECS also takes the name of a role in its own account.
  const isName = /^[\w+=,.@/-]{1,512}$/.test(value)
  const isArn = /^arn:aws[a-z-]*:iam::\d{12}:role\/[!-~]+$/.test(value)
  if (!isName && !isArn)
    return [
      {
        result: 'refused',
        text: `${role} ${quote(value)} is neither the ARN nor the name of an IAM role`,
        next: 'Give an ARN like arn:aws:iam::123456789012:role/NAME.',
        ...place,
      },
    ]
  const [own, service] = [placeOfArn(value), placeOfArn(context.observed?.service.arn ?? '')]
  if (!own || !service) return []
  if (own.partition === service.partition && own.account === service.account) return []
  return [
    {
      result: 'warning',
      text: `${role} is a role of ${own.partition} account ${own.account}, the service runs in ${service.partition} account ${service.account}`,
      next: 'Give a role of the account that the service runs in.',
      ...place,
    },
  ]
}
