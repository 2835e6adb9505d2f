/** The program that a container runs: that of its command, if the image has one for it, else that of the image. */
import type { Software } from '../resources/software.js'
import type { Container } from '../state/task.js'
import type { World } from '../world.js'
import { believedSoftware } from './believed-command.js'

export function softwareOf(world: World, { definition }: Container): Software | undefined {
  const software = world.images.pulled(definition.image)?.software
  const command = definition.command?.join(' ')
  const described = command === undefined ? undefined : software?.commands?.[command]
  if (described !== undefined || !world.believes) return described ?? software
  const words = [...(definition.entryPoint ?? []), ...(definition.command ?? [])]
  if (words.length === 0) return software
  const believed = believedSoftware(words)
  const what = `command ${JSON.stringify(words.join(' '))} of ${definition.image} is not described`
  world.note(`${what}: believed to ${believed === undefined ? 'run as its image does' : resultOf(believed)}`)
  return believed ?? software
}

function resultOf({ exitsAfterSeconds, exitCode = 0 }: Software): string {
  if (exitsAfterSeconds === undefined) return 'run on without listening'
  return `exit with code ${exitCode} after ${exitsAfterSeconds} s`
}
