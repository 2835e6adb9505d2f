/** What the host, its storage and the log driver refuse. */
import { resourceName } from '../ecs/arn.js'
import { isForFargate } from '../task-definition/containers.js'
import type { JsonObject } from '../text/json.js'
import { isObject, text } from '../text/json.js'
import { containerOf, memberAt } from './container-definition.js'
import type { Explanation } from './evidence.js'
import { noExplanation } from './evidence.js'
import { shortReason } from './reason-text.js'
import type { StartFailure, StartRow } from './start-row.js'

export const runtimeRows: readonly StartRow[] = [
  {
    // CannotPullContainerError is a class of its own.
    failureClass: 'resource-initialization',
    matches: /no space left on device|devmapper: thin pool|thin pool has \d+ free/i,
    explain: ({ evidence }) => plain('the disk of the host is full', diskStep(evidence.definition)),
  },
  {
    failureClass: 'resource-initialization',
    matches: /failed to (?:initialize logging driver|validate logger args|create logger)[^:]{0,60}: (.+)$/s,
    explain: explainLogDriver,
  },
  {
    failureClass: 'permissions',
    matches: /unable to assume the configured ECS Infrastructure Role '?(\S+?)'?(?:[.\s]|$)/i,
    explain: ({ group }) =>
      plain(
        `ECS may not assume the infrastructure role ${resourceName(group(1))}, which attaches the volumes`,
        `Let ecs.amazonaws.com assume ${resourceName(group(1))} in its trust policy, and attach AmazonECSInfrastructureRolePolicyForVolumes.`,
      ),
  },
  {
    failureClass: 'permissions',
    matches: /unable to assume the role '?(\S+?)'?(?:[.\s]|$)/i,
    explain: ({ group }) =>
      plain(
        `ECS may not assume the role ${resourceName(group(1))}`,
        `Check that the role ${resourceName(group(1))} exists, and let ecs-tasks.amazonaws.com assume it in its trust policy.`,
      ),
  },
  {
    failureClass: 'resource-initialization',
    matches: /IdempotentParameterMismatch/,
    explain: () =>
      plain(
        'the EBS volume could not be created with its KMS key',
        'Check that the KMS key of the volume exists, and that its policy lets the infrastructure role use it.',
      ),
  },
  {
    failureClass: 'resource-initialization',
    matches: /timed out while configuring the EBS volume/i,
    explain: () =>
      plain(
        'the EBS volume was not ready in time',
        'Check filesystemType of the volume: it must fit the operating system of the task and the snapshot.',
      ),
  },
  {
    failureClass: 'resource-initialization',
    matches: /CannotCreateVolumeError(?:: (.+))?|EBS volume(?:\. Encountered (.+))?/s,
    explain: ({ group }) => {
      const said = group(1) || group(2)
      const words = said ? `: ${shortReason(said)}` : ''
      return plain(
        `a volume could not be created${words}`,
        'Check the volumes of the task definition and of the service: driver, size, snapshot, and what the infrastructure role may do.',
      )
    },
  },
  {
    failureClass: 'resource-initialization',
    matches: /waiting for EphemeralStorage/i,
    explain: () =>
      plain(
        'Fargate did not provide the ephemeral storage in time',
        'Deploy again: this passes by itself. If it happens again, ask AWS Support.',
      ),
  },
  {
    failureClass: 'resource-initialization',
    matches: /port is already allocated|address already in use/i,
    explain: () =>
      plain(
        'another container of the host has the host port',
        'Set hostPort to 0, so that each task gets a free port.',
      ),
  },
  {
    failureClass: 'resource-initialization',
    matches: /adding custom device \\*"([^"\\]+)|nvidia-container-cli/,
    explain: ({ group, name }) => {
      const device = group(1) ? `the device ${group(1)}` : 'a GPU with its driver'
      return plain(
        `the container instance does not have ${device}`,
        `Run the tasks on instances with ${device}, or remove it from ${name}.`,
      )
    },
  },
  {
    failureClass: 'resource-initialization',
    matches: /to rootfs at \\*"([^"\\]+)\\*"[^"]*not a directory/,
    explain: ({ group, name, evidence }) => ({
      ...plain(
        `a volume cannot be mounted at ${group(1)}: the one is a file and the other a directory`,
        `Correct containerPath in mountPoints of ${name}.`,
      ),
      position: memberAt(evidence, evidence.failure.container, 'mountPoints'),
    }),
  },
  {
    failureClass: 'resource-initialization',
    matches: /timed out after waiting (\d\w*)/,
    explain: ({ evidence, group, name }) =>
      plain(
        `the container runtime of the host did not get ${name} ready within ${group(1)}`,
        isForFargate(evidence.definition)
          ? 'Deploy again: the host was too slow. If it happens again, start fewer tasks at once, or make the image smaller.'
          : 'Replace the container instance, or give it a faster disk and start fewer tasks on it at once.',
      ),
  },
  {
    failureClass: 'resource-initialization',
    matches:
      /OCI runtime create failed|failed to create shim|CannotStartContainerError|CannotCreateContainerError|CannotInspectContainerError|ContainerRuntime\w*Error|Docker\w*Error/,
    explain: explainRuntime,
  },
]

function plain(detail: string, next: string): Explanation {
  return { detail, next, position: undefined }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html */
export function diskStep(definition: JsonObject): string {
  return isForFargate(definition)
    ? 'Set ephemeralStorage.sizeInGiB to more than it is (21 to 200), or make the image smaller.'
    : 'Give the container instances a larger volume, remove what fills it, or make the image smaller.'
}

function explainLogDriver({ evidence, name, group }: StartFailure): Explanation {
  const { definition, failure } = evidence
  const configuration = containerOf(definition, failure.container)?.logConfiguration
  const driver = (isObject(configuration) ? text(configuration.logDriver) : undefined) ?? 'of the task'
  const position = memberAt(evidence, failure.container, 'logConfiguration')
  const isUnreachable = /dial|time(?:d )?out|no such host|refused|no route/i.test(group(1))
  // What it sends to is AWS.
  if (isUnreachable && driver === 'awslogs') return noExplanation
  const next = isUnreachable
    ? `Check the address in logConfiguration of ${name}, and that the subnets and security groups of the task reach it.`
    : `Correct the options in logConfiguration of ${name}.`
  return { detail: `the log driver ${driver} failed: ${shortReason(group(1))}`, next, position }
}

/** The last part says most. */
function explainRuntime({ reason, name }: StartFailure): Explanation {
  const parts = reason.replace(/: unknown$/, '').split(': ')
  const words = parts.slice(-2).join(': ')
  return plain(
    `the container runtime of the host refused ${name}${parts.length > 1 ? `: ${shortReason(words)}` : ''}`,
    `Compare the settings of ${name} in the task definition (mountPoints, linuxParameters, ulimits, user) with what the image and the host have.`,
  )
}
