/** Statuses and details of API_Attachment. Ids and addresses derive from the task id. */
import type { Task } from '../state/task.js'

export function networkInterface(task: Task): object {
  return {
    id: attachmentId(task),
    type: 'ElasticNetworkInterface',
    status:
      task.lastStatus === 'PROVISIONING'
        ? 'PRECREATED'
        : task.lastStatus === 'STOPPED'
          ? 'DELETED'
          : 'ATTACHED',
    details: Object.entries(details(task)).map(([name, value]) => ({ name, value })),
  }
}

/** Before it is attached, only the subnet is known. */
function details(task: Task): Readonly<Record<string, string>> {
  const subnet = task.subnet === undefined ? {} : { subnetId: task.subnet }
  if (task.lastStatus === 'PROVISIONING') return subnet
  const address = addressOf(task)
  return {
    ...subnet,
    networkInterfaceId: `eni-0${task.id.slice(0, 16)}`,
    macAddress: `0a:${task.id.slice(0, 10).replaceAll(/..(?!$)/g, '$&:')}`,
    privateDnsName: `ip-${address.replaceAll('.', '-')}.${regionOf(task)}.compute.internal`,
    privateIPv4Address: address,
  }
}

/** Empty while provisioning. */
export function interfacesShape(task: Task): object[] {
  if (task.launchType !== 'FARGATE' || task.lastStatus === 'PROVISIONING') return []
  return [{ attachmentId: attachmentId(task), privateIpv4Address: addressOf(task) }]
}

function attachmentId({ id }: Task): string {
  return `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`
}

/** Also the target id in target groups of type `ip`. */
export function addressOf(task: Task): string {
  return `10.0.${Number.parseInt(task.id.slice(0, 2), 16)}.${Number.parseInt(task.id.slice(2, 4), 16)}`
}

export function zoneOf(task: Task): string {
  return `${regionOf(task)}${'abc'[Number.parseInt(task.id[0] ?? '0', 16) % 3]}`
}

function regionOf(task: Task): string {
  return task.arn.split(':')[3] ?? ''
}
