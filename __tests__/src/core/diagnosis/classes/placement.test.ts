/** Words: failed-to-start-error, api_failures_messages, and GitHub as each row says. */
import { test } from '@jest/globals'
import { expectExplained, type StartFailureRow } from '../../../../support/start-failures.js'

test.each<StartFailureRow>([
  {
    name: 'a network interface that does not come (amazon-ecs-agent#4825)',
    stopped: 'Timeout waiting for network interface provisioning to complete.',
    failureClass: 'placement',
    why: /did not attach the network interface/,
    next: /^Deploy again\. .*quota/,
  },
  {
    name: 'a network interface that EC2 reports too late (failed-to-start-error)',
    stopped: 'InternalError: network interface',
    failureClass: 'placement',
    why: /did not attach the network interface/,
    next: /^Deploy again/,
  },
  {
    name: 'a subnet without addresses (failed-to-start-error)',
    stopped:
      "Unexpected EC2 error while attempting to Create Network Interface with public IP assignment enabled in subnet 'subnet-0a1b2c3d4e5f60718': InsufficientFreeAddressesInSubnet",
    failureClass: 'placement',
    why: /subnet-0a1b2c3d4e5f60718 has no free IP address/,
    next: /Free addresses in subnet-0a1b2c3d4e5f60718/,
  },
  {
    name: 'a subnet that is gone',
    stopped:
      "Unexpected EC2 error while attempting to Create Network Interface in subnet 'subnet-0a1b2c3d': InvalidSubnetID.NotFound",
    failureClass: 'placement',
    why: /names a subnet or security group that does not exist/,
    next: /Correct the subnets/,
  },
  {
    name: 'another error of EC2 (dagster, is_transient_task_stopped_reason)',
    stopped: 'Unexpected EC2 error while attempting to Create Network Interface in subnet: AuthFailure',
    failureClass: 'placement',
    why: /EC2 could not create the network interface/,
    next: /may create network interfaces/,
  },
  {
    name: 'the rate of network interfaces',
    stopped: 'Rate limit exceeded while preparing network interface to be attached to instance.',
    failureClass: 'placement',
    why: /limits how many network interfaces/,
    next: /fewer tasks at once/,
  },
  {
    name: 'no free slot for an interface (failed-to-start-error)',
    stopped: 'Unable to attach network interface to unused device index',
    failureClass: 'placement',
    why: /can take another network interface/,
    next: /awsvpcTrunking/,
  },
  {
    name: 'an empty capacity provider (api_failures_messages)',
    stopped: 'TaskFailedToStart: EMPTY CAPACITY PROVIDER',
    failureClass: 'placement',
    why: /no container instance is registered/,
    next: /Auto Scaling group/,
  },
  {
    name: 'no active instances',
    stopped: 'TaskFailedToStart: NO ACTIVE INSTANCES',
    failureClass: 'placement',
    why: /no container instance is registered/,
    next: /Auto Scaling group/,
  },
  {
    name: 'memory',
    stopped: 'TaskFailedToStart: RESOURCE:MEMORY',
    failureClass: 'placement',
    why: /RESOURCE:MEMORY/,
    next: /request less CPU and memory/,
  },
  {
    name: 'host ports',
    stopped: 'RESOURCE:PORTS',
    failureClass: 'placement',
    why: /host ports free/,
    next: /hostPort to 0/,
  },
  {
    name: 'interfaces of the instance',
    stopped: 'TaskFailedToStart: RESOURCE:ENI',
    failureClass: 'placement',
    why: /network interface/,
    next: /more network interfaces/,
  },
  {
    name: 'a disconnected agent',
    stopped: 'TaskFailedToStart: AGENT',
    failureClass: 'placement',
    why: /ECS agent .* disconnected/,
    next: /Restart the ECS agent/,
  },
  {
    name: 'an attribute',
    stopped: 'TaskFailedToStart: ATTRIBUTE',
    failureClass: 'placement',
    why: /attribute that the task definition requires/,
    next: /Add container instances with what/,
  },
  {
    name: 'a placement constraint',
    stopped: 'TaskFailedToStart: MemberOf placement constraint unsatisfied',
    failureClass: 'placement',
    why: /placement constraints/,
    next: /placementConstraints/,
  },
  {
    name: 'the launch type',
    stopped: 'The selected task definition is not compatible with the selected compute strategy',
    failureClass: 'placement',
    why: /does not allow the launch type/,
    next: /requiresCompatibilities/,
  },
])('$name', expectExplained)
