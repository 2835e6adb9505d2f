/** The images of a revision: those to show in its plan, and what is wrong with them. */
import type { Problem } from '../errors/problem.js'
import { quote } from '../errors/problem.js'
import type { PlanOptions } from '../options/plan-options.js'
import { parseImage } from '../task-definition/image.js'
import type { ContainerImage } from '../task-definition/task-definition.js'
import type { PlannedImage } from './plan.js'

/** Members without which ECS registers nothing. */
export function missingMembers(family: string | undefined, containers: number): Problem[] {
  const subject = 'task-definition'
  const problems: Problem[] = []
  if (!family) problems.push({ subject, text: 'has no family: name the family to register it in' })
  if (containers === 0)
    problems.push({ subject, text: 'has no containerDefinitions: name at least one container' })
  return problems
}

/** Images that ECS registers and no host can pull. An image that runs now is not questioned. */
export function imageProblems(
  proposed: readonly ContainerImage[],
  running: readonly ContainerImage[],
): Problem[] {
  const known = new Set(running.map(({ image }) => image))
  return proposed
    .filter(({ image }) => !parseImage(image) && !known.has(image))
    .map(({ container, image }) => ({ subject: 'task-definition', text: imageProblem(container, image) }))
}

function imageProblem(container: string, image: string): string {
  if (image === '')
    return `container ${container} has no image: give it one, here or with the input image or images`
  return `container ${container}: ${quote(image)} is not an image reference (repository:tag or repository@sha256:…)`
}

export interface ImageLists {
  /** as they will be registered */
  readonly proposed: readonly ContainerImage[]
  readonly running: readonly ContainerImage[]
  /** before `image-policy` replaced tags with digests */
  readonly named: readonly ContainerImage[]
}

/** The images that the user set and those that differ from what runs; all of them where there is neither. */
export function plannedImages(
  { images }: Pick<PlanOptions, 'images'>,
  { proposed, running, named }: ImageLists,
): PlannedImage[] {
  const runningImage = byContainer(running)
  const nameOf = byContainer(named)
  const requested = new Set(images.map(({ container }) => container))
  const relevant = proposed.filter(
    ({ container, image }) => requested.has(container) || runningImage.get(container) !== image,
  )
  return (relevant.length > 0 ? relevant : proposed).map(({ container, image }) => {
    const name = nameOf.get(container)
    return {
      container,
      to: image,
      from: runningImage.get(container),
      named: name === image ? undefined : name,
    }
  })
}

function byContainer(images: readonly ContainerImage[]): ReadonlyMap<string, string> {
  return new Map(images.map(({ container, image }) => [container, image]))
}
