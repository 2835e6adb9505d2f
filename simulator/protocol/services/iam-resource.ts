/**
 * As in IAM's denials (docs.aws.amazon.com, list_amazonelasticcontainerservice). Derived from the request
 * alone: IAM checks first.
 */

export interface Owner {
  readonly region: string
  readonly account: string
}

export function iamResource(operation: string, input: unknown, owner: Owner): string {
  const named = memberReader(input)
  const arn = (...names: string[]) => {
    // May be an ARN already.
    const name = names.at(-1) ?? '*'
    return name.startsWith('arn:') ? name : `arn:aws:ecs:${owner.region}:${owner.account}:${names.join('/')}`
  }
  const cluster = shortName(named('cluster', 'default'))
  switch (operation) {
    case 'CreateService':
    case 'CreateExpressGatewayService':
      return arn('service', cluster, named('serviceName'))
    case 'UpdateService':
    case 'DeleteService':
    case 'ListServiceDeployments':
      return arn('service', cluster, named('service'))
    case 'UpdateExpressGatewayService':
    case 'DescribeExpressGatewayService':
    case 'DeleteExpressGatewayService':
      return named('serviceArn')
    case 'DescribeServices':
      return arn('service', cluster, named('services'))
    case 'StopTask':
    case 'ExecuteCommand':
      return arn('task', cluster, named('task'))
    case 'DescribeTasks':
    case 'GetTaskProtection':
    case 'UpdateTaskProtection':
      return arn('task', cluster, named('tasks'))
    case 'RegisterTaskDefinition':
      return arn('task-definition', `${named('family')}:*`)
    case 'DeregisterTaskDefinition':
    case 'RunTask':
      return arn('task-definition', named('taskDefinition'))
    case 'StopServiceDeployment':
    case 'ContinueServiceDeployment':
      return named('serviceDeploymentArn')
    case 'DescribeServiceDeployments':
      return named('serviceDeploymentArns')
    case 'DescribeServiceRevisions':
      return named('serviceRevisionArns')
    case 'TagResource':
    case 'UntagResource':
    case 'ListTagsForResource':
      return named('resourceArn')
    case 'DescribeContainerInstances':
    case 'UpdateContainerInstancesState':
      return arn('container-instance', cluster, named('containerInstances'))
    case 'PutAttributes':
    case 'DeleteAttributes':
      return arn('container-instance', cluster, '*')
    case 'DeleteTaskDefinitions':
      return arn('task-definition', named('taskDefinitions'))
    case 'DescribeCapacityProviders':
      return arn('capacity-provider', named('capacityProviders'))
    case 'ListContainerInstances':
    case 'ListAttributes':
    case 'PutClusterCapacityProviders':
    case 'UpdateClusterSettings':
    case 'DescribeClusters':
    case 'DeleteCluster':
    case 'UpdateCluster':
      return arn('cluster', cluster)
    default:
      // Listing and describing task definitions, and actions without a resource.
      return '*'
  }
}

/** Reads a name, or the first of a list. */
function memberReader(input: unknown): (member: string, fallback?: string) => string {
  const members = (input ?? {}) as Record<string, unknown>
  return (member, fallback = '*') => {
    const value = members[member]
    const first: unknown = Array.isArray(value) ? value[0] : value
    return typeof first === 'string' ? first : fallback
  }
}

function shortName(nameOrArn: string): string {
  return nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1)
}
