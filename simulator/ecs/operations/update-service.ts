import { AwsError } from '../../aws-error.js'
import { beginRollout } from '../behavior/rollout.js'
import { scale } from '../behavior/scaling.js'
import type { Operation } from '../operation.js'
import { gracePeriodRefusal } from '../rules/grace-period-rules.js'
import { fillStrategy } from '../rules/strategy-rules.js'
import { type DeploymentConfiguration, mergeConfiguration } from '../state/deployment-configuration.js'
import type { Document } from '../state/document.js'
import { primaryOf, type Service } from '../state/service.js'
import type { TaskDefinition } from '../state/task-definition.js'
import { serviceShape } from '../wire/service-shape.js'
import type { World } from '../world.js'
import { findActiveDefinition, findCluster, findService } from './find.js'
import { revisionAttributes, updateAttributes } from './service-attributes.js'
import { checkConfiguration, checkCount, checkExecuteCommand, checkFit, refuse } from './service-checks.js'
import { keepStaleSnapshot } from './stale-snapshot.js'
import { checkCapacityProviders, checkDeployments, checkPlatform } from './update-limits.js'

type Input = Parameters<Operation>[1]

export const UpdateService: Operation = (world, input) => {
  const cluster = findCluster(world, input.cluster)
  const service = findService(world, cluster, input.service)
  if (service.status !== 'ACTIVE') throw new AwsError('ServiceNotActiveException', 'Service was not ACTIVE.')
  checkController(service, input)
  checkExpress(service, input)
  if (service.controller === 'EXTERNAL') {
    service.desiredCount = input.desiredCount ?? service.desiredCount
    return { service: serviceShape(world, service) }
  }
  const update = readUpdate(world, service, input)
  checkConfiguration(update.configuration, {
    schedulingStrategy: service.schedulingStrategy,
    loadBalancers: update.loadBalancers,
  })
  checkCount(service.schedulingStrategy, input.desiredCount)
  checkFit(world, update.definition, update)
  refuse(gracePeriodRefusal(input.healthCheckGracePeriodSeconds, update))
  if (input.taskDefinition !== undefined || input.enableExecuteCommand === true)
    checkExecuteCommand(update.definition, update.attributes.enableExecuteCommand, 'updated')
  checkPlatform(update.definition, update.attributes)
  checkCapacityProviders(cluster.attributes, update.attributes)
  if (update.startsRollout) checkDeployments(world, service)
  keepStaleSnapshot(world, service)
  apply(world, service, { update, input })
  return { service: serviceShape(world, service) }
}

type Update = {
  readonly definition: TaskDefinition
  readonly loadBalancers: Service['loadBalancers']
  readonly attributes: Document
  readonly configuration: DeploymentConfiguration
  readonly startsRollout: boolean
}

function readUpdate(world: World, service: Service, input: Input): Update {
  const current = primaryOf(service).revision
  const definition =
    input.taskDefinition === undefined
      ? current.taskDefinition
      : findActiveDefinition(world, input.taskDefinition)
  const loadBalancers = input.loadBalancers ?? service.loadBalancers
  const { attributes, triggers } = updateAttributes(service.attributes, input)
  const configuration = fillStrategy(
    mergeConfiguration(service.configuration, input.deploymentConfiguration ?? {}),
  )
  const startsRollout = input.forceNewDeployment || triggers || differs(current, definition, loadBalancers)
  return { definition, loadBalancers, attributes, configuration, startsRollout }
}

function apply(world: World, service: Service, { update, input }: { update: Update; input: Input }): void {
  service.attributes = update.attributes
  service.loadBalancers = update.loadBalancers
  service.configuration = update.configuration
  service.healthCheckGracePeriodSeconds =
    input.healthCheckGracePeriodSeconds ?? service.healthCheckGracePeriodSeconds
  if (update.startsRollout) {
    service.desiredCount = input.desiredCount ?? service.desiredCount
    beginRollout(world, service, {
      taskDefinition: update.definition,
      loadBalancers: update.loadBalancers,
      attributes: revisionAttributes(update.attributes),
    })
  } else if (input.desiredCount !== undefined) {
    scale(world, service, input.desiredCount)
  }
}

function differs(
  current: { readonly taskDefinition: TaskDefinition; readonly loadBalancers: Service['loadBalancers'] },
  definition: TaskDefinition,
  loadBalancers: Service['loadBalancers'],
): boolean {
  return (
    current.taskDefinition.arn !== definition.arn ||
    JSON.stringify(current.loadBalancers) !== JSON.stringify(loadBalancers)
  )
}

/** Other controllers reject a new task definition or a forced deployment (update-service-parameters). */
function checkController({ controller }: Service, input: Input): void {
  if (controller === 'ECS') return
  const end =
    controller === 'CODE_DEPLOY'
      ? 'on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.'
      : 'on services with an EXTERNAL deployment controller. Use task sets to trigger a new deployment.'
  if (input.taskDefinition !== undefined) throw invalid(`Unable to update task definition ${end}`)
  if (input.forceNewDeployment) throw invalid(`Cannot force a new deployment ${end}`)
}

/**
 * ecspresso, pull request 902: "Cannot update loadBalancers and deploymentConfiguration." The wording of ECS is not
 * published.
 */
function checkExpress({ resourceManagementType }: Service, input: Input): void {
  if (resourceManagementType !== 'ECS') return
  for (const member of ['deploymentConfiguration', 'loadBalancers']) {
    if (input[member] !== undefined) throw invalid(`Cannot update ${member} of an Express service.`)
  }
}

function invalid(message: string): AwsError {
  return new AwsError('InvalidParameterException', message)
}
