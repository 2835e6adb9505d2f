/** Stories about the service web in Express mode, told by what is unusual in them. */
import { expressFiles, replayExpressHistory } from '../../simulator/scenarios/express-service.js'
import { commit, imageOf, inputs, workingSoftware } from '../../simulator/scenarios/web-service.js'
import { type Played, play } from './play.js'
import { acceptedInputs, type StoryOverrides, webOf } from './web-stories.js'

export function playExpress({ also, inputs: more, software, ...rest }: StoryOverrides): Promise<Played> {
  return play({
    files: expressFiles,
    setUp: world => {
      replayExpressHistory(world)
      world.images.add(imageOf(commit), { ...workingSoftware, ...software })
      also?.(world)
    },
    ...rest,
    inputs: { ...inputs, 'container-name': 'Main', ...more },
  })
}

/** Revisions that took effect, in their order. */
export function expressUpdates(played: Played): readonly string[] {
  return acceptedInputs(played, 'UpdateExpressGatewayService').map(({ taskDefinitionArn }) =>
    String(taskDefinitionArn).replace(/^.*\//, ''),
  )
}

/** Beside the seven of its history. */
export function newDeployments({ world }: Played): number {
  const started = webOf(world).serviceDeployments.slice(7)
  return new Set(started.map(({ targetDigits }) => targetDigits)).size
}
