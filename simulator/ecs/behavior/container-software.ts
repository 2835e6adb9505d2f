/** The program that a container runs: that of its command, if the image has one for it, else that of the image. */
import type { Software } from '../resources/software.js'
import type { Container } from '../state/task.js'
import type { World } from '../world.js'

export function softwareOf(world: World, { definition }: Container): Software | undefined {
  const software = world.images.pulled(definition.image)?.software
  const command = definition.command?.join(' ')
  return (command === undefined ? undefined : software?.commands?.[command]) ?? software
}
