/**
 * Removes what runs left in an account: services, tasks, clusters and task definitions that have the tag of their run.
 * It finds them by name and tag, not by what a run remembers, so that it works after any interruption.
 */

import { inLanes } from '../bench/lanes.js'
import { type AwsCli, CliError } from './aws-cli.js'
import { type JsonObject, valueAt, valuesAt } from './json.js'
import type { Operation } from './operations.js'
import { isClusterName, isOwned, textsAt } from './owned.js'

/** The operations of this file, for the policy. */
export const cleanUpOperations: readonly Operation[] = [
  'DeleteCluster',
  'DeleteService',
  'DeleteTaskDefinitions',
  'DeregisterTaskDefinition',
  'DescribeClusters',
  'DescribeServices',
  'DescribeTaskDefinition',
  'DescribeTasks',
  'ListClusters',
  'ListServices',
  'ListTaskDefinitionFamilies',
  'ListTaskDefinitions',
  'ListTasks',
  'StopTask',
]

export interface CleanUpOptions {
  readonly cli: AwsCli
  readonly print: (text: string) => void
  readonly wait: (seconds: number) => Promise<void>
}

/** What could not be removed, one line each. */
export type Remains = readonly string[]

const parallel = 4
/** Tasks of a service need up to two minutes to stop, and a load balancer may drain them for five. */
const attempts = 60
const secondsBetween = 10

/** The clusters of a prefix that still exist, and those of which only task definitions do. */
export async function findRuns(
  { cli }: Pick<CleanUpOptions, 'cli'>,
  prefix: string,
): Promise<readonly string[]> {
  const clusters = textsAt(await read(cli, 'ListClusters', {}), 'clusterArns[]').map(nameIn)
  const input = { familyPrefix: `${prefix}-`, status: 'ALL' }
  const families = textsAt(await read(cli, 'ListTaskDefinitionFamilies', input), 'families[]')
  const ofFamilies = families.map(family => family.slice(0, prefix.length + 9))
  return [...new Set([...clusters, ...ofFamilies])].filter(name => isClusterName(name, prefix)).sort()
}

/** Removes one run. Goes on after a refusal, and returns what remains. */
export async function cleanUp(cluster: string, options: CleanUpOptions): Promise<Remains> {
  const work = new CleanUp(cluster, options)
  await work.attempt(`cluster ${cluster}`, () => work.removeCluster())
  await work.attempt(`task definitions of ${cluster}`, () => work.removeTaskDefinitions())
  return work.remains
}

class CleanUp {
  readonly remains: string[] = []
  readonly #cluster: string
  readonly #options: CleanUpOptions

  constructor(cluster: string, options: CleanUpOptions) {
    this.#cluster = cluster
    this.#options = options
  }

  async attempt(what: string, remove: () => Promise<void>): Promise<void> {
    try {
      await remove()
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      this.remains.push(`${what}: ${error.message}`)
    }
  }

  async removeCluster(): Promise<void> {
    const { cli, print } = this.#options
    const input = { clusters: [this.#cluster], include: ['TAGS'] }
    const [found] = valuesAt(await read(cli, 'DescribeClusters', input), 'clusters[]')
    if (found === undefined || valueAt(found, 'status') === 'INACTIVE') return
    if (!isOwned(found, this.#cluster)) {
      this.remains.push(`cluster ${this.#cluster}: it has no tag of a run, so it is left alone`)
      return
    }
    const services = await this.#ownServices()
    await inLanes(
      parallel,
      services.map(service => () => this.attempt(`service ${service}`, () => this.#deleteService(service))),
    )
    await this.attempt(`tasks of ${this.#cluster}`, () => this.#stopTasks())
    await this.#deleteCluster()
    print(
      `Removed the cluster ${this.#cluster}${services.length > 0 ? ` and ${services.length} services` : ''}.`,
    )
  }

  async #ownServices(): Promise<readonly string[]> {
    const { cli } = this.#options
    const cluster = this.#cluster
    const arns = textsAt(await read(cli, 'ListServices', { cluster }), 'serviceArns[]')
    const own: string[] = []
    for (let start = 0; start < arns.length; start += 10) {
      const input = { cluster, services: arns.slice(start, start + 10), include: ['TAGS'] }
      for (const service of valuesAt(await read(cli, 'DescribeServices', input), 'services[]')) {
        const name = String(valueAt(service, 'serviceName'))
        if (isOwned(service, cluster)) own.push(name)
        else this.remains.push(`service ${name}: it has no tag of this run, so it is left alone`)
      }
    }
    return own
  }

  async #deleteService(service: string): Promise<void> {
    await read(this.#options.cli, 'DeleteService', { cluster: this.#cluster, service, force: true })
  }

  /** Tasks of services stop with them; these are the others. */
  async #stopTasks(): Promise<void> {
    const { cli } = this.#options
    const cluster = this.#cluster
    const tasks = textsAt(await read(cli, 'ListTasks', { cluster, desiredStatus: 'RUNNING' }), 'taskArns[]')
    if (tasks.length === 0) return
    const described = await read(cli, 'DescribeTasks', {
      cluster,
      tasks: tasks.slice(0, 100),
      include: ['TAGS'],
    })
    for (const task of valuesAt(described, 'tasks[]'))
      if (isOwned(task, cluster))
        await read(cli, 'StopTask', { cluster, task: String(valueAt(task, 'taskArn')) })
  }

  /** ECS refuses as long as there are services or tasks. */
  async #deleteCluster(): Promise<void> {
    const { cli, wait } = this.#options
    for (let attempt = 1; ; attempt += 1) {
      const answer = await cli.call('DeleteCluster', { cluster: this.#cluster })
      if (answer.kind === 'answered') return
      const isBusy = /^ClusterContains|^UpdateInProgress/.test(answer.code)
      if (!isBusy || attempt === attempts) throw new CliError(`${answer.code}: ${answer.message}`)
      await wait(secondsBetween)
    }
  }

  async removeTaskDefinitions(): Promise<void> {
    const { cli, print } = this.#options
    const families = await read(cli, 'ListTaskDefinitionFamilies', {
      familyPrefix: `${this.#cluster}-`,
      status: 'ALL',
    })
    const found = await inLanes(
      parallel,
      textsAt(families, 'families[]').map(family => () => this.#deregister(family)),
    )
    const arns = found.flat()
    for (let start = 0; start < arns.length; start += 10)
      await read(cli, 'DeleteTaskDefinitions', { taskDefinitions: arns.slice(start, start + 10) })
    if (arns.length > 0) print(`Removed ${arns.length} task definitions.`)
  }

  /** The revisions of this run in the family, none of which is active any more. */
  async #deregister(family: string): Promise<readonly string[]> {
    const { cli } = this.#options
    const own: string[] = []
    for (const status of ['ACTIVE', 'INACTIVE']) {
      const listed = await read(cli, 'ListTaskDefinitions', { familyPrefix: family, status })
      for (const taskDefinition of textsAt(listed, 'taskDefinitionArns[]')) {
        if (own.includes(taskDefinition)) continue
        const described = await read(cli, 'DescribeTaskDefinition', { taskDefinition, include: ['TAGS'] })
        if (!isOwned(described, this.#cluster)) {
          this.remains.push(`${nameIn(taskDefinition)}: it has no tag of this run, so it is left alone`)
          continue
        }
        if (status === 'ACTIVE') await read(cli, 'DeregisterTaskDefinition', { taskDefinition })
        own.push(taskDefinition)
      }
    }
    return own
  }
}

/** Throws a CliError also for a refusal. */
async function read(cli: AwsCli, operation: Operation, input: JsonObject): Promise<JsonObject> {
  const answer = await cli.call(operation, input)
  if (answer.kind === 'refused')
    throw new CliError(`${operation} was refused: ${answer.code}: ${answer.message}`)
  return answer.output
}

function nameIn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}
