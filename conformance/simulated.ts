/** Plays worlds against simulators that this program starts: one for each world, whose time passes between polls. */
import { devNull } from 'node:os'
import { fileURLToPath } from 'node:url'
import { startSimulator } from '../simulator/start-simulator.js'
import { awsCli } from './aws-cli.js'
import { playWorld } from './play-world.js'
import { Redactor } from './redaction.js'
import type { Transcript } from './transcript.js'
import type { World } from './world.js'

const images = fileURLToPath(new URL('../../conformance/images.yaml', import.meta.url))

const cluster = 'conformance-0a1b2c3d'
const targetGroup =
  'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/conformance/0123456789abcdef'

export interface SimulatedOptions {
  readonly client: string
  readonly date: string
  readonly signal: AbortSignal
}

export async function playSimulated(world: World, options: SimulatedOptions): Promise<Transcript> {
  await using simulator = await startSimulator({ world: images, speed: 0 })
  let passed = 0
  return await playWorld(world, {
    cli: awsCli({ environment: environmentFor(simulator.environment) }),
    source: { kind: 'simulator', client: options.client, date: options.date },
    redactor: new Redactor({ [cluster]: 'cluster' }),
    settings: {
      cluster,
      family: `${cluster}-${world.name}`,
      service: world.name,
      targetGroup,
      tags: [{ key: 'ecs-conformance', value: cluster }],
      network: {
        awsvpcConfiguration: {
          subnets: ['subnet-0a1b2c3d4e5f60718'],
          securityGroups: ['sg-0a1b2c3d4e5f60718'],
          assignPublicIp: 'ENABLED',
        },
      },
    },
    secondsBetween: poll => poll.simulatedSeconds ?? 30,
    async wait(seconds) {
      passed += seconds * 1_000
      const response = await fetch(`${simulator.url}/_control/time`, {
        method: 'POST',
        body: JSON.stringify({ advance: `${seconds}s` }),
      })
      if (!response.ok) throw new Error(`time does not pass in the simulator: ${await response.text()}`)
    },
    now: () => passed,
    signal: options.signal,
  })
}

/** Nothing of this machine's AWS configuration. */
function environmentFor(simulator: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'))
  return {
    ...Object.fromEntries(own),
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    ...simulator,
  }
}
