import { AwsError } from '../../aws-error.js'
import { definedMembers } from '../../defined-members.js'
import { answerPause } from '../behavior/hooks.js'
import { requestRollback } from '../behavior/requested-rollback.js'
import type { Operation } from '../operation.js'
import type { Service } from '../state/service.js'
import { isTerminal, type ServiceDeployment } from '../state/service-deployment.js'
import { serviceDeploymentBrief, serviceDeploymentShape } from '../wire/service-deployment-shape.js'
import { serviceRevisionShape } from '../wire/service-revision-shape.js'
import type { World } from '../world.js'
import { checkRegion, findCluster, findService } from './find.js'
import { page } from './page.js'

/** Newest first; a new deployment appears with a delay. */
const ListServiceDeployments: Operation = (world, input) => {
  const cluster = input.cluster ?? clusterIn(input.service)
  const service = findService(world, findCluster(world, cluster), input.service)
  const { status = [], createdAt = {} } = input
  const after = createdAt.after === undefined ? Number.NEGATIVE_INFINITY : createdAt.after * 1000
  const before = createdAt.before === undefined ? Number.POSITIVE_INFINITY : createdAt.before * 1000
  const found = service.serviceDeployments
    .filter(deployment => deployment.listedAt <= world.now)
    .filter(deployment => status.length === 0 || status.includes(deployment.status))
    .filter(deployment => deployment.createdAt >= after && deployment.createdAt <= before)
    .toReversed()
  const { items, nextToken } = page(found, input, 20)
  return definedMembers({
    serviceDeployments: items.map(deployment => serviceDeploymentBrief(world, service, deployment)),
    nextToken,
  })
}

const DescribeServiceDeployments: Operation = (world, { serviceDeploymentArns: arns }) => {
  if (arns.length > 20)
    throw new AwsError('InvalidParameterException', 'serviceDeploymentArns cannot be longer than 20.')
  const serviceDeployments: object[] = []
  const failures: object[] = []
  for (const arn of arns) {
    const found = lookup(world, arn)
    if (found === undefined) failures.push({ arn, reason: 'MISSING' })
    else serviceDeployments.push(serviceDeploymentShape(world, found.service, found.deployment))
  }
  return { serviceDeployments, failures }
}

const DescribeServiceRevisions: Operation = (world, { serviceRevisionArns: arns }) => {
  if (arns.length > 20)
    throw new AwsError('InvalidParameterException', 'serviceRevisionArns cannot be longer than 20.')
  const serviceRevisions: object[] = []
  const failures: object[] = []
  for (const arn of arns) {
    checkRegion(world, arn)
    const service = [...world.services.values()].find(({ arn: owner }) =>
      arn.startsWith(revisionPrefix(owner)),
    )
    const revision = service?.revisions.find(({ digits }) => arn === revisionPrefix(service.arn) + digits)
    if (service === undefined || revision === undefined) failures.push({ arn, reason: 'MISSING' })
    else serviceRevisions.push(serviceRevisionShape(world, service, revision))
  }
  return { serviceRevisions, failures }
}

/** ECS accepts only ROLLBACK and repeated requests (stop-service-deployment). */
const StopServiceDeployment: Operation = (world, { serviceDeploymentArn, stopType = 'ROLLBACK' }) => {
  if (stopType !== 'ROLLBACK') {
    throw new AwsError(
      'UnsupportedFeatureException',
      `ECS StopServiceDeployment API with ${stopType} stopType is not supported`,
    )
  }
  const found = find(world, serviceDeploymentArn)
  if (isTerminal(found.deployment)) {
    throw new AwsError(
      'ConflictException',
      'Stopping a service deployment is not allowed for service deployment in terminal states.',
    )
  }
  requestRollback(world, found.service, found.deployment)
  return { serviceDeploymentArn }
}

/** Messages from "Troubleshooting Amazon ECS blue/green deployments". */
const ContinueServiceDeployment: Operation = (
  world,
  { serviceDeploymentArn, hookId, action = 'CONTINUE' },
) => {
  const found = find(world, serviceDeploymentArn)
  if (isTerminal(found.deployment)) {
    throw new AwsError(
      'InvalidParameterException',
      'Continuing a service deployment is not allowed for service deployment in terminal states.',
    )
  }
  if (!/^ecs-[a-z]+-.+$/.test(hookId)) {
    throw new AwsError(
      'InvalidParameterException',
      'Invalid hookId: hookId must follow the format: ecs-{hookType}-{id}',
    )
  }
  const run = found.deployment.hooks.find(hook => hook.hookId === hookId && hook.status === 'AWAITING_ACTION')
  if (run === undefined || found.deployment.status !== 'IN_PROGRESS') {
    throw new AwsError(
      'InvalidParameterException',
      'Provided hookId is either completed, unavailable, or not associated with the given Resource ARN',
    )
  }
  answerPause(world, found.service, { run, action })
  return { serviceDeploymentArn }
}

export const serviceDeployments = {
  ListServiceDeployments,
  DescribeServiceDeployments,
  DescribeServiceRevisions,
  StopServiceDeployment,
  ContinueServiceDeployment,
}

/** A service ARN suffices, as in the example of `aws ecs list-service-deployments help`. */
function clusterIn(service: string): string | undefined {
  return /:service\/([^/]+)\/[^/]+$/.exec(service)?.[1]
}

function lookup(world: World, arn: string): { service: Service; deployment: ServiceDeployment } | undefined {
  checkRegion(world, arn)
  for (const service of world.services.values()) {
    const deployment = service.serviceDeployments.find(candidate => candidate.arn === arn)
    if (deployment !== undefined) return { service, deployment }
  }
  return undefined
}

function find(world: World, arn: string): { service: Service; deployment: ServiceDeployment } {
  const found = lookup(world, arn)
  if (found === undefined) {
    throw new AwsError('ServiceDeploymentNotFoundException', 'The service deployment does not exist.')
  }
  return found
}

function revisionPrefix(serviceArn: string): string {
  return `${serviceArn.replace(':service/', ':service-revision/')}/`
}
