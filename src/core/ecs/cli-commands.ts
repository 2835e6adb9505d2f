/**
 * Commands name the region: the user's shell may have another.
 * https://docs.aws.amazon.com/cli/latest/reference/ecs/
 * https://docs.aws.amazon.com/cli/latest/reference/cloudwatch/
 */
import { isRegion, parseArn, resourceName, revisionName } from './arn.js'
import { isExpress, type Service } from './service.js'

/** ECS stops deployments only by rollback (API_StopServiceDeployment). */
export function stopCommand(serviceDeploymentArn: string): string {
  return command(
    serviceDeploymentArn,
    `stop-service-deployment --service-deployment-arn ${serviceDeploymentArn} --stop-type ROLLBACK`,
  )
}

/** Ends a pause hook; `--action ROLLBACK` rolls back (API_ContinueServiceDeployment). */
export function continueCommand(serviceDeploymentArn: string, hookId: string): string {
  return command(
    serviceDeploymentArn,
    `continue-service-deployment --service-deployment-arn ${serviceDeploymentArn} --hook-id ${hookId}`,
  )
}

export function deployCommand(
  service: Pick<Service, 'arn' | 'clusterArn' | 'managedBy' | 'name'>,
  revision: string,
): string {
  if (isExpress(service)) return expressCommand(service, `--task-definition-arn ${revision}`)
  return command(
    service.arn,
    `update-service ${namesOf(service)} --task-definition ${revisionName(revision)}`,
  )
}

export function scaleToZeroCommand(
  service: Pick<Service, 'arn' | 'clusterArn' | 'managedBy' | 'name'>,
): string {
  return command(service.arn, `update-service ${namesOf(service)} --desired-count 0`)
}

/** Application Auto Scaling keeps it in these bounds. */
export function scaleExpressCommand(service: Pick<Service, 'arn'>): string {
  return expressCommand(service, '--scaling-target minTaskCount=2,maxTaskCount=20')
}

function expressCommand({ arn }: Pick<Service, 'arn'>, options: string): string {
  return command(arn, `update-express-gateway-service --service-arn ${arn} ${options}`)
}

export function describeServiceCommand(
  service: Pick<Service, 'arn' | 'clusterArn' | 'name'>,
  serviceDeploymentArn: string | undefined,
): string {
  return serviceDeploymentArn
    ? command(
        serviceDeploymentArn,
        `describe-service-deployments --service-deployment-arns ${serviceDeploymentArn}`,
      )
    : command(
        service.arn,
        `describe-services --cluster ${resourceName(service.clusterArn)} --services ${service.name}`,
      )
}

/** API_StopTask takes one task. */
export function stopTasksCommand(tasks: readonly string[]): string {
  return tasks
    .map(arn => {
      const [cluster = '', task = ''] = arn.split('/').slice(-2)
      return command(arn, `stop-task --cluster ${cluster} --task ${task}`)
    })
    .join('; ')
}

/** ECS shows stopped tasks for at least an hour (API_DescribeTasks). */
export function tasksCommand(
  { arn, clusterArn }: Pick<Service, 'arn' | 'clusterArn'>,
  tasks: readonly string[],
) {
  return command(arn, `describe-tasks --cluster ${resourceName(clusterArn)} --tasks ${tasks.join(' ')}`)
}

/** API_DescribeAlarmHistory; undefined for a name that needs quotes. */
export function alarmCommand(service: Pick<Service, 'arn'>, alarm: string): string | undefined {
  if (!/^\w[\w.-]*$/.test(alarm)) return undefined
  return command(service.arn, `describe-alarm-history --alarm-name ${alarm}`, 'cloudwatch')
}

function namesOf({ clusterArn, name }: Pick<Service, 'clusterArn' | 'name'>): string {
  return `--cluster ${resourceName(clusterArn)} --service ${name}`
}

/** `arn` gives the region. */
function command(arn: string, words: string, service = 'ecs'): string {
  const region = parseArn(arn)?.region
  return `aws ${service} ${words}${region && isRegion(region) ? ` --region ${region}` : ''}`
}

/** Of the family; a task that has just been started is listed, too. */
export function listTasksCommand(taskDefinition: string, cluster: string): string {
  const [family] = revisionName(taskDefinition).split(':')
  return command(taskDefinition, `list-tasks --cluster ${resourceName(cluster)} --family ${family}`)
}

export function describeTaskCommand(cluster: string, task: string): string {
  return command(task, `describe-tasks --cluster ${resourceName(cluster)} --tasks ${task}`)
}
