/** Plays worlds in a real account: a throw-away cluster for all of them, which is removed whatever happens. */
import { setTimeout as sleep } from 'node:timers/promises'
import { inLanes } from '../bench/lanes.js'
import { type AwsCli, CliError } from './aws-cli.js'
import { cleanUp, type Remains } from './clean-up.js'
import type { Json } from './json.js'
import { tagsOf } from './owned.js'
import { playWorld } from './play-world.js'
import { Redactor } from './redaction.js'
import type { Source, Transcript } from './transcript.js'
import type { World } from './world.js'

export interface LiveSettings {
  readonly subnets: readonly string[]
  readonly securityGroups: readonly string[]
  readonly targetGroup: string | undefined
  readonly assignPublicIp: 'ENABLED' | 'DISABLED'
}

export interface LiveOptions {
  readonly cli: AwsCli
  readonly account: string
  readonly source: Source
  readonly cluster: string
  readonly settings: LiveSettings
  readonly parallel: number
  /** Instead of the pauses of the worlds. */
  readonly pollSeconds: number | undefined
  readonly signal: AbortSignal
  readonly print: (text: string) => void
  /** After each world. */
  readonly onTranscript: (transcript: Transcript) => void
  /** After the end. */
  readonly onRemains: (remains: Remains) => void
}

/**
 * Throws a CliError if the cluster cannot be created. What could not be removed goes to `onRemains`, also then.
 */
export async function playLive(
  worlds: readonly World[],
  options: LiveOptions,
): Promise<readonly Transcript[]> {
  const { cluster, print, parallel, onTranscript, onRemains } = options
  try {
    await createCluster(options)
    print(`Created the cluster ${cluster}.`)
    return await inLanes(
      parallel,
      worlds.map(world => async () => {
        const transcript = await playOne(world, options)
        onTranscript(transcript)
        return transcript
      }),
    )
  } finally {
    print(`Removing what was created for ${cluster}.`)
    onRemains(await cleanUp(cluster, { cli: options.cli, print, wait: sleepSeconds }))
  }
}

async function createCluster({ cli, cluster }: LiveOptions): Promise<void> {
  const answer = await cli.call('CreateCluster', { clusterName: cluster, tags: tagsOf(cluster) })
  if (answer.kind === 'refused')
    throw new CliError(`CreateCluster was refused: ${answer.code}: ${answer.message}`)
}

/** Over at once when the run is interrupted. */
async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  await sleep(seconds * 1_000, undefined, { signal }).catch(() => {})
}

export async function sleepSeconds(seconds: number): Promise<void> {
  await sleep(seconds * 1_000)
}

async function playOne(world: World, options: LiveOptions): Promise<Transcript> {
  const { cli, account, source, cluster, settings, pollSeconds, signal } = options
  return playWorld(world, {
    cli,
    source,
    redactor: new Redactor({ [cluster]: 'cluster', [account]: '123456789012' }),
    settings: {
      cluster,
      family: `${cluster}-${world.name}`,
      service: world.name,
      tags: tagsOf(cluster),
      network: networkOf(settings),
      ...(settings.targetGroup !== undefined && { targetGroup: settings.targetGroup }),
    },
    secondsBetween: poll => pollSeconds ?? poll.liveSeconds ?? 15,
    wait: seconds => pause(seconds, signal),
    now: () => Date.now(),
    signal,
  })
}

function networkOf({ subnets, securityGroups, assignPublicIp }: LiveSettings): Json {
  return { awsvpcConfiguration: { subnets, securityGroups, assignPublicIp } }
}
