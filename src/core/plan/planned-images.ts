/** The images of a revision, and their problems. */
import type { Problem } from '../errors/problem.js'
import { quote } from '../errors/problem.js'
import type { PlanOptions } from '../options/plan-options.js'
import { parseImage } from '../task-definition/image.js'
import type { ContainerImage } from '../task-definition/task-definition.js'
import type { PlannedImage } from './plan.js'

export function missingMembers(family: string | undefined, containers: number): Problem[] {
  const subject = 'task-definition'
  const problems: Problem[] = []
  if (!family) problems.push({ subject, text: 'has no family: name the family to register it in' })
  if (containers === 0)
    problems.push({ subject, text: 'has no containerDefinitions: name at least one container' })
  return problems
}

/** ECS registers these, but no host can pull them. Running images are fine. */
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
  /** as registered */
  readonly proposed: readonly ContainerImage[]
  readonly running: readonly ContainerImage[]
  /** before `image-policy: digest` */
  readonly named: readonly ContainerImage[]
}

/** The images set by the user or different from what runs, or else all. */
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
