import { AwsError } from '../../aws-error.js'
import { definedMembers } from '../../defined-members.js'
import type { Operation } from '../operation.js'
import { containersOf, fillDefaults } from '../rules/task-definition-defaults.js'
import { refusal } from '../rules/task-definition-rules.js'
import type { TaskDefinition } from '../state/task-definition.js'
import { taskDefinitionShape } from '../wire/task-definition-shape.js'
import type { World } from '../world.js'
import { lookupDefinition } from './find.js'
import { checkList } from './identifiers.js'
import { page } from './page.js'

/** Not idempotent. */
const RegisterTaskDefinition: Operation = (world, input) => {
  // Seen in aws-actions/amazon-ecs-deploy-task-definition, issue 630.
  if (!input.family.trim()) throw new AwsError('ClientException', 'Family can not be blank.')
  // Seen in aws/amazon-ecs-cli, issue 37; whether a long one has a message of its own is not known.
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(input.family)) {
    throw new AwsError('ClientException', 'Family contains invalid characters.')
  }
  const message = refusal(input)
  if (message !== undefined) throw new AwsError('ClientException', message)
  const revisions = world.families.get(input.family) ?? []
  const definition = registered(world, input, revisions.length + 1)
  world.families.set(input.family, [...revisions, definition])
  return definedMembers({
    taskDefinition: taskDefinitionShape(definition),
    tags: definition.tags.length > 0 ? definition.tags : undefined,
  })
}

const DescribeTaskDefinition: Operation = (world, { taskDefinition, include = [] }) => {
  const definition = find(world, taskDefinition)
  return definedMembers({
    taskDefinition: taskDefinitionShape(definition),
    tags: include.includes('TAGS') ? definition.tags : undefined,
  })
}

const DeregisterTaskDefinition: Operation = (world, { taskDefinition }) => {
  if (!/:\d+$/.test(taskDefinition)) {
    throw new AwsError('ClientException', 'The task definition must be specified as family:revision.')
  }
  const definition = find(world, taskDefinition)
  if (definition.status === 'ACTIVE') {
    definition.status = 'INACTIVE'
    definition.deregisteredAt = world.now
  }
  return { taskDefinition: taskDefinitionShape(definition) }
}

/**
 * Only INACTIVE ones. They stay in DELETE_IN_PROGRESS "until all the associated tasks and services have been terminated"
 * (delete-task-definition-v2); when they are gone after that is not documented, and here they stay.
 */
const DeleteTaskDefinitions: Operation = (world, { taskDefinitions: references }) => {
  checkList('Task definitions', references, 10)
  const deleted: object[] = []
  const failures: object[] = []
  for (const reference of references) {
    const definition = /:\d+$/.test(reference) ? lookupDefinition(world, reference) : undefined
    if (definition === undefined) {
      failures.push({ arn: reference, reason: 'The specified task definition does not exist.' })
    } else if (definition.status === 'ACTIVE') {
      failures.push({ arn: definition.arn, reason: stillActive })
    } else {
      definition.status = 'DELETE_IN_PROGRESS'
      definition.deleteRequestedAt ??= world.now
      deleted.push(taskDefinitionShape(definition))
    }
  }
  return { taskDefinitions: deleted, failures }
}

/** As in the tests of getmoto/moto (test_ecs.py). */
const stillActive =
  'The specified task definition is still in ACTIVE status. Please deregister the target and try again.'

const ListTaskDefinitions: Operation = (world, input) => {
  const { familyPrefix, status = 'ACTIVE', sort = 'ASC' } = input
  const families = [...world.families.keys()].filter(
    family => familyPrefix === undefined || family === familyPrefix,
  )
  const arns = families
    .toSorted()
    .flatMap(family => (world.families.get(family) ?? []).filter(definition => definition.status === status))
    .map(({ arn }) => arn)
  const { items, nextToken } = page(sort === 'DESC' ? arns.toReversed() : arns, input)
  return definedMembers({ taskDefinitionArns: items, nextToken })
}

const ListTaskDefinitionFamilies: Operation = (world, input) => {
  const { familyPrefix = '', status = 'ALL' } = input
  const families = [...world.families]
    .filter(([family, revisions]) => {
      const isActive = revisions.some(definition => definition.status === 'ACTIVE')
      return family.startsWith(familyPrefix) && (status === 'ALL' || isActive === (status === 'ACTIVE'))
    })
    .map(([family]) => family)
  const { items, nextToken } = page(families.toSorted(), input)
  return definedMembers({ families: items, nextToken })
}

export const taskDefinitions = {
  RegisterTaskDefinition,
  DescribeTaskDefinition,
  DeregisterTaskDefinition,
  DeleteTaskDefinitions,
  ListTaskDefinitions,
  ListTaskDefinitionFamilies,
}

function registered(world: World, input: Parameters<Operation>[1], revision: number): TaskDefinition {
  const document = fillDefaults(input)
  return {
    arn: world.arn(`task-definition/${input.family}:${revision}`),
    family: input.family,
    revision,
    registeredAt: world.now,
    registeredBy: `arn:aws:sts::${world.account}:assumed-role/GitHubActions/deploy`,
    document,
    containers: containersOf(document),
    tags: input.tags ?? [],
    status: 'ACTIVE',
    deregisteredAt: undefined,
    deleteRequestedAt: undefined,
  }
}

function find(world: World, reference: string): TaskDefinition {
  const definition = lookupDefinition(world, reference)
  if (definition === undefined) throw new AwsError('ClientException', 'Unable to describe task definition.')
  return definition
}
