/**
 * Why ECS has no place for a task: capacity, network interfaces, quotas.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/failed-to-start-error.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */

export interface PlacementProblem {
  /** in addition to ECS's words; undefined if these say it */
  readonly detail: string | undefined
  readonly next: string
}

interface PlacementRow {
  readonly matches: RegExp
  readonly detail: string | undefined
  readonly next: string
}

/** The first row that matches decides. */
const rows: readonly PlacementRow[] = [
  {
    matches: /InsufficientFreeAddresses|not have enough free addresses/i,
    detail: 'SUBNET has no free IP address',
    next: 'Free addresses in SUBNET, or add a subnet with more addresses to the service.',
  },
  {
    matches: /Invalid(?:SubnetID|Subnet|SecurityGroupID|SecurityGroup|Group)\.NotFound/,
    detail: 'the network configuration of the service names a subnet or security group that does not exist',
    next: 'Correct the subnets and security groups of the service.',
  },
  {
    matches: /RESOURCE:ENI|unused device index|has insufficient ENI|encountered error "RESOURCE:ENI"/i,
    detail: 'no container instance can take another network interface',
    next: 'Add container instances, use an instance type with more network interfaces, or turn on awsvpcTrunking.',
  },
  {
    matches: /(?:Network)?InterfaceLimitExceeded|maximum number of network interfaces/i,
    detail: 'the account has as many network interfaces as its quota allows',
    next: 'Request a higher quota for network interfaces per Region, or delete unused ones.',
  },
  {
    matches: /rate limit exceeded while preparing network interface/i,
    detail: 'EC2 limits how many network interfaces are created at once',
    next: 'Start fewer tasks at once, then deploy again.',
  },
  {
    // https://github.com/aws/amazon-ecs-agent/issues/4825
    matches: /network interface provision|^InternalError\b/i,
    detail: 'EC2 did not attach the network interface of the task in time',
    next: 'Deploy again. If it happens again, compare the network interfaces in the Region with their quota, and replace the container instance if the tasks run on EC2.',
  },
  {
    matches: /Create Network Interface/i,
    detail: 'EC2 could not create the network interface of the task',
    next: 'Check that the subnets of the service have free addresses, and that the account may create network interfaces in them.',
  },
  {
    // ECS says this of Fargate only, where the capacity is not the user's.
    matches: /capacity is unavailable/i,
    detail: undefined,
    next: 'Add subnets in more Availability Zones to the service, or try another task size, architecture or capacity provider.',
  },
  {
    matches: /reached the limit on the number of (?:tasks|vCPUs)|configuration is above your limit/i,
    detail: 'the Fargate quota of the account is used up',
    next: 'Request a higher Fargate quota in Service Quotas, or stop tasks that are not needed.',
  },
  {
    matches: /EMPTY CAPACITY PROVIDER|NO ACTIVE INSTANCES|no container instances were found/i,
    detail: 'no container instance is registered with the cluster',
    next: 'Check that the Auto Scaling group of the capacity provider runs instances, and that their ECS agents join this cluster.',
  },
  {
    matches: /(?:^|: )AGENT(?:[\s.]|$)|encountered error "AGENT"/,
    detail: 'the ECS agent of the container instance is disconnected',
    next: 'Restart the ECS agent of the container instance, or replace the instance.',
  },
  {
    matches: /(?:^|: )ATTRIBUTE(?:[\s.]|$)|missing an attribute required/,
    detail: 'no container instance has an attribute that the task definition requires',
    next: 'Add container instances with what the task definition requires (its architecture, log drivers, network mode and subnets), or require less.',
  },
  {
    matches: /MemberOf placement constraint unsatisfied|(?:^|: )LOCATION(?:[\s.]|$)/,
    detail: 'no container instance meets the placement constraints of the task',
    next: 'Correct placementConstraints, or add container instances that meet them.',
  },
  {
    matches: /RESOURCE:PORTS|using a port required|too many ports/i,
    detail: 'no container instance has the host ports free',
    next: 'Set hostPort to 0, so that each task gets a free port, or add container instances.',
  },
  {
    matches: /RESOURCE:GPU/,
    detail: 'no container instance has enough GPUs free',
    next: 'Add container instances with GPUs, or request fewer.',
  },
  {
    matches: /not compatible with the selected compute strategy/i,
    detail: 'the task definition does not allow the launch type or capacity provider of the service',
    next: 'Name it in requiresCompatibilities of the task definition, or change the capacity provider of the service.',
  },
  {
    // "a subnet being in an unsupported Availability Zone"
    matches: /unable to place a task\. Reason: Internal error|^Internal error$/i,
    detail: undefined,
    next: 'Check that Fargate supports the Availability Zone of each subnet of the service.',
  },
  {
    matches: /RESOURCE:|no container instance met|capacity/i,
    detail: undefined,
    next: 'Add capacity, or request less CPU and memory.',
  },
]

export function placementProblem(text: string): PlacementProblem | undefined {
  if (/\b(?:Cannot\w+|ResourceInitialization)Error\b/.test(text)) return undefined
  const row = rows.find(({ matches }) => matches.test(text.trim()))
  if (!row) return undefined
  const subnet = /\bsubnet-[0-9a-f]+\b/.exec(text)?.[0] ?? 'a subnet of the service'
  const named = (words: string) => words.replace('SUBNET', subnet)
  return { detail: row.detail && named(row.detail), next: named(row.next) }
}
