/**
 * ECS: "Fargate compatible task definitions do not support sourcePath" (dockerVolumeConfiguration, ipcMode, …), "Tasks
 * using the Fargate launch type do not support GPU resource requirements.", "NET_ADMIN is not allowed on Fargate.",
 * "json-file is not a valid log driver. Must be one of [awslogs,splunk,awsfirelens]".
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 * https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs
 */

import { quote } from '../../errors/problem.js'
import type { Container, Placed } from '../../task-definition/containers.js'
import { containersOf, listedIn, memberOf } from '../../task-definition/containers.js'
import type { Json, JsonObject, Path } from '../../text/json.js'
import { isList, isObject, text } from '../../text/json.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { type Flaw, toFinding } from '../flaw.js'
import { isOnFargate } from './fargate.js'

const logDrivers = ['awslogs', 'splunk', 'awsfirelens']

export const fargateUnsupported = defineCheck({ id: 'fargate-unsupported', run })

function run(context: CheckContext): Findings {
  const { definition } = context
  if (!isOnFargate(context)) return undefined
  const volumes = listedIn({ value: definition, path: [] }, 'volumes')
  const flaws = [
    ...taskFlaws(definition),
    ...volumes.flatMap(volumeFlaws),
    ...containersOf(definition).flatMap(container => [
      ...containerFlaws(container),
      ...linuxFlaws(container),
      ...logFlaws(container),
    ]),
  ]
  return flaws.map(flaw => toFinding(context, flaw))
}

function taskFlaws({ ipcMode, pidMode, placementConstraints }: JsonObject): Flaw[] {
  const flaws: Flaw[] = []
  if (text(ipcMode)) flaws.push(unsupported(['ipcMode'], 'ipcMode is set'))
  if (pidMode === 'host') {
    const said = 'pidMode is host, but Fargate supports only task'
    flaws.push({ path: ['pidMode'], text: said, next: 'Remove pidMode, or set it to task.' })
  }
  if (hasItems(placementConstraints))
    flaws.push(unsupported(['placementConstraints'], 'placementConstraints are set'))
  return flaws
}

function volumeFlaws({ value, path }: Placed): Flaw[] {
  const { host, dockerVolumeConfiguration: docker } = value
  const name = quote(text(value.name) ?? '')
  const flaws: Flaw[] = []
  if (isObject(host) && host.sourcePath !== undefined) {
    const what = `volume ${name} has host.sourcePath`
    flaws.push(unsupported([...path, 'host', 'sourcePath'], what))
  }
  if (isObject(docker)) {
    const what = `volume ${name} has dockerVolumeConfiguration`
    flaws.push(unsupported([...path, 'dockerVolumeConfiguration'], what))
  }
  return flaws
}

function containerFlaws({ name, value, path }: Container): Flaw[] {
  const flaws: Flaw[] = []
  if (value.privileged === true)
    flaws.push(unsupported([...path, 'privileged'], `container ${name} is privileged`))
  if (hasItems(value.dockerSecurityOptions))
    flaws.push(unsupported([...path, 'dockerSecurityOptions'], `container ${name} has dockerSecurityOptions`))
  const gpu = listedIn({ value, path }, 'resourceRequirements').find(one => one.value.type === 'GPU')
  if (gpu) flaws.push(unsupported(gpu.path, `container ${name} requires a GPU`))
  return flaws
}

function linuxFlaws(container: Container): Flaw[] {
  const { name } = container
  const linux = memberOf(container, 'linuxParameters')
  const { value, path } = linux
  const flaws: Flaw[] = []
  const capabilities = memberOf(linux, 'capabilities')
  const { add } = capabilities.value
  const added = isList(add) ? add.findIndex(one => one !== 'SYS_PTRACE') : -1
  if (added >= 0) {
    flaws.push({
      path: [...capabilities.path, 'add', added],
      text: `container ${name} adds a capability that Fargate does not allow: it allows only SYS_PTRACE`,
      next: 'Remove the capability, or run the service on EC2 instances.',
    })
  }
  if (hasItems(value.devices)) flaws.push(unsupported([...path, 'devices'], `container ${name} has devices`))
  const sizes = ['sharedMemorySize', 'maxSwap'].filter(member => Number(value[member] ?? 0) > 0)
  return [...flaws, ...sizes.map(member => unsupported([...path, member], `container ${name} has ${member}`))]
}

function logFlaws(container: Container): Flaw[] {
  const { name } = container
  const log = memberOf(container, 'logConfiguration')
  const router = memberOf(memberOf(container, 'firelensConfiguration'), 'options')
  const driver = text(log.value.logDriver)
  const flaws: Flaw[] = []
  if (driver !== undefined && !logDrivers.includes(driver)) {
    flaws.push({
      path: [...log.path, 'logDriver'],
      text: `container ${name} has the log driver ${quote(driver)}, but Fargate supports only awslogs, splunk and awsfirelens`,
      next: 'Use awslogs, or send the logs through a log router with awsfirelens.',
    })
  }
  if (router.value['config-file-type'] === 's3') {
    const what = `the log router ${name} reads its configuration from s3`
    flaws.push(unsupported([...router.path, 'config-file-type'], what))
  }
  return flaws
}

function unsupported(path: Path, what: string): Flaw {
  const member = path.findLast(step => typeof step === 'string')
  return {
    path,
    text: `${what}, which Fargate does not support`,
    next: `Remove ${member}, or run the service on EC2 instances.`,
  }
}

function hasItems(value: Json | undefined): boolean {
  return isList(value) && value.length > 0
}
