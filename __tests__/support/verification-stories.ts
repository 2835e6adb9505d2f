/** Stories about the service web whose deployment is verified by what answers under its name. */
import type { HostAnswer } from '../../simulator/ecs/resources/hosts.js'
import type { Software } from '../../simulator/ecs/resources/software.js'
import type { World } from '../../simulator/ecs/world.js'
import { replayBlueGreenHistory } from '../../simulator/scenarios/blue-green-service.js'
import {
  openWithHost,
  softwareWithVersion,
  verifyHost,
  verifyInputs,
} from '../../simulator/scenarios/verification.js'
import { commit, files, imageOf } from '../../simulator/scenarios/web-service.js'
import { type Played, play, type Story } from './play.js'

export interface VerificationStory extends Partial<Story> {
  /** of the image that is deployed */
  readonly software?: Partial<Software>
  /** in place of the load balancer, by the number of the request */
  readonly answer?: (request: {
    readonly nth: number
    readonly path: string
    readonly query: string
  }) => HostAnswer
  readonly also?: (world: World) => void
  /** of a blue/green service */
  readonly strategy?: object
}

export function playVerification({
  also,
  answer,
  inputs,
  software,
  strategy,
  ...rest
}: VerificationStory): Promise<Played> {
  return play({
    files,
    setUp: world => {
      const deployed = { ...softwareWithVersion(commit), ...software }
      if (strategy) openBlueGreen(world, strategy, deployed)
      else openWithHost(world, deployed)
      let nth = 0
      if (answer) {
        const numbered = (path: string, query: string) => answer({ nth: ++nth, path, query })
        world.hosts.set(verifyHost, { kind: 'fixed', answer: numbered })
      }
      also?.(world)
    },
    ...rest,
    inputs: { ...verifyInputs, ...inputs },
  })
}

function openBlueGreen(world: World, strategy: object, software: Software): void {
  replayBlueGreenHistory(world, { strategy: 'BLUE_GREEN', ...strategy })
  world.images.add(imageOf(commit), software)
}

/** Of the run, to the hosts of the world. */
export function pagesRequested({ requests }: Played): readonly string[] {
  return requests
    .filter(({ service }) => service === 'web')
    .map(({ input }) => (input as { readonly path: string }).path)
}

/** At the first answer of a host. */
export function onceVerifying(act: (world: World) => void): NonNullable<Story['onAnswered']> {
  let isDone = false
  return (world, { service }) => {
    if (isDone || service !== 'web') return
    isDone = true
    act(world)
  }
}
