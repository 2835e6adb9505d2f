/** The operations of Amazon ECS that this program calls, as `aws ecs` names them. docs/conformance-policy.json allows these. */
export const operations = [
  'CreateCluster',
  'CreateService',
  'DeleteCluster',
  'DeleteService',
  'DeleteTaskDefinitions',
  'DeregisterTaskDefinition',
  'DescribeClusters',
  'DescribeServiceDeployments',
  'DescribeServiceRevisions',
  'DescribeServices',
  'DescribeTaskDefinition',
  'DescribeTasks',
  'ListClusters',
  'ListServiceDeployments',
  'ListServices',
  'ListTaskDefinitionFamilies',
  'ListTaskDefinitions',
  'ListTasks',
  'RegisterTaskDefinition',
  'RunTask',
  'StopServiceDeployment',
  'StopTask',
  'UpdateService',
] as const

export type Operation = (typeof operations)[number]

/** `DescribeServices` is `describe-services` on the command line. */
export function commandOf(operation: Operation): string {
  return operation.replace(/(?<!^)[A-Z]/g, letter => `-${letter}`).toLowerCase()
}
