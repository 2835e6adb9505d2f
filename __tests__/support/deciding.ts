/** A step that decides how a deployment goes on, which somebody started and which waits at its hook. */
import type { World } from '../../simulator/ecs/world.js'
import { cluster, commit, files, register } from '../../simulator/scenarios/web-service.js'
import { type Pausing, pausing } from './pausing.js'
import type { Story } from './play.js'
import { update, webOf } from './web-stories.js'

export interface Decided extends Pausing {
  readonly decision?: string
  /** inputs of the deciding step */
  readonly with?: Readonly<Record<string, string>>
  /** before it */
  readonly also?: (world: World) => void
  /** it gets no ARN */
  readonly withoutArn?: boolean
}

export function newestArn(world: World): string {
  return webOf(world).serviceDeployments.at(-1)?.arn ?? ''
}

export function deciding({
  decision = 'continue',
  with: more = {},
  also,
  withoutArn,
  ...pause
}: Decided = {}): Story {
  const before = 180_000
  const { setUp } = pausing({ ago: before, ...pause })
  let arn = ''
  return {
    files,
    inputs: {
      ...(withoutArn ? { cluster, service: 'web' } : {}),
      'continue-deployment': decision,
      get 'service-deployment-arn'() {
        return withoutArn ? '' : arn
      },
      ...more,
    },
    setUp: world => {
      setUp(world)
      register(world, commit)
      update(world, { taskDefinition: 'web:8' })
      world.advanceTo(world.now + before)
      arn = newestArn(world)
      also?.(world)
    },
  }
}
