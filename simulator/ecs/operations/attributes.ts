/** Custom attributes of container instances (API_PutAttributes); the wording is ours. */
import { AwsError } from '../../aws-error.js'
import { definedMembers } from '../../defined-members.js'
import { instancesOf } from '../behavior/container-instances.js'
import type { Operation } from '../operation.js'
import type { Cluster } from '../state/cluster.js'
import type { ContainerInstance } from '../state/container-instance.js'
import { attributesOf } from '../wire/container-instance-shape.js'
import type { World } from '../world.js'
import { findCluster } from './find.js'
import { checkList } from './identifiers.js'
import { page } from './page.js'

type Attribute = {
  readonly name: string
  readonly value?: string
  readonly targetType?: string
  readonly targetId?: string
}

/** "up to 10 custom attributes for each resource" */
const maxCustom = 10

const PutAttributes: Operation = (world, { cluster: reference, attributes }) => {
  const cluster = findCluster(world, reference)
  for (const attribute of checked(attributes)) {
    const { custom } = findTarget(world, cluster, attribute)
    if (!custom.has(attribute.name) && custom.size >= maxCustom) {
      const message = `A container instance can have at most ${maxCustom} custom attributes.`
      throw new AwsError('AttributeLimitExceededException', message)
    }
    custom.set(attribute.name, attribute.value)
  }
  return { attributes }
}

const DeleteAttributes: Operation = (world, { cluster: reference, attributes }) => {
  const cluster = findCluster(world, reference)
  for (const attribute of checked(attributes))
    findTarget(world, cluster, attribute).custom.delete(attribute.name)
  return { attributes }
}

const ListAttributes: Operation = (world, input) => {
  const { cluster: reference, attributeName, attributeValue } = input
  const cluster = findCluster(world, reference)
  const all = instancesOf(world, cluster).flatMap(instance =>
    Object.entries(attributesOf(world, instance)).map(([name, value]) => {
      return { name, value, targetType: 'container-instance', targetId: instance.arn }
    }),
  )
  const found = all
    .filter(({ name }) => attributeName === undefined || name === attributeName)
    .filter(({ value }) => attributeValue === undefined || value === attributeValue)
  const { items, nextToken } = page(found, input)
  return definedMembers({ attributes: items, nextToken })
}

export const attributes = { PutAttributes, DeleteAttributes, ListAttributes }

/** "between 1 and 128 characters" of letters, numbers and some marks (API_Attribute) */
function checked(attributes: readonly Attribute[]): readonly Attribute[] {
  checkList('Attributes', attributes, maxCustom)
  const wrong = attributes.find(({ name }) => !/^[\w\-./\\]{1,128}$/.test(name))
  if (wrong === undefined) return attributes
  throw new AwsError('InvalidParameterException', `The attribute name ${wrong.name} is invalid.`)
}

/** "If you specify the short form (ID), the target type must be specified." */
function findTarget(world: World, cluster: Cluster, { targetType, targetId }: Attribute): ContainerInstance {
  if (targetId === undefined) throw new AwsError('InvalidParameterException', 'targetId is required.')
  const isArn = targetId.startsWith('arn:')
  if (!isArn && targetType === undefined) {
    throw new AwsError(
      'InvalidParameterException',
      'targetType is required for a targetId that is not an ARN.',
    )
  }
  const id = targetId.split('/').at(-1)
  const found = instancesOf(world, cluster).find(({ arn }) =>
    isArn ? arn === targetId : arn.endsWith(`/${id}`),
  )
  if (found !== undefined) return found
  throw new AwsError('TargetNotFoundException', `The specified target wasn't found: ${targetId}`)
}
