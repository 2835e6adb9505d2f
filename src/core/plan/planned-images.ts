/** The images of a revision, and their problems. */
import type { CheckContext } from '../checks/check-context.js'
import { locate } from '../checks/locate.js'
import type { Problem } from '../errors/problem.js'
import type { PlanOptions } from '../options/plan-options.js'
import { imageProblem } from '../task-definition/image-problem.js'
import { type ContainerImage, imagesOf } from '../task-definition/task-definition.js'
import type { JsonObject } from '../text/json.js'
import type { PlannedImage } from './revision-plan.js'

export function missingMembers(family: string | undefined, containers: number): Problem[] {
  const subject = 'task-definition'
  const problems: Problem[] = []
  if (!family) problems.push({ subject, text: 'has no family: set the family to register it in' })
  if (containers === 0)
    problems.push({ subject, text: 'has no containerDefinitions: add at least one container' })
  return problems
}

/** ECS registers these, but no host can pull them. Running images are fine. */
export function imageProblems(
  context: CheckContext,
  proposed: readonly ContainerImage[],
  running: readonly ContainerImage[],
): Problem[] {
  const known = new Set(running.map(({ image }) => image))
  return proposed.flatMap(({ container, image }, index) => {
    const text = known.has(image) ? undefined : problemOf(container, image)
    if (text === undefined) return []
    const { position } = locate(context, ['containerDefinitions', index, 'image'])
    return { subject: 'task-definition', text, position }
  })
}

function problemOf(container: string, image: string): string | undefined {
  if (image === '')
    return `container ${container} has no image: set one here or with the input image or images`
  const problem = imageProblem(image, 'definition')
  return problem && `container ${container}: ${problem}`
}

export interface ImageLists {
  /** as registered */
  readonly proposed: readonly ContainerImage[]
  /** of each service */
  readonly running: readonly (readonly ContainerImage[])[]
  /** the same with the tags of their digests */
  readonly runningNames: readonly (readonly ContainerImage[])[]
  /** before `image-policy: digest` */
  readonly named: readonly ContainerImage[]
}

/** The images set by the user or different from what runs, or else all. */
export function plannedImages(
  { images }: Pick<PlanOptions, 'images'>,
  { proposed, running, runningNames, named }: ImageLists,
): PlannedImage[] {
  const runningImages = running.map(byContainer)
  const names = runningNames.map(byContainer)
  const nameOf = byContainer(named)
  const requested = new Set(images.map(({ container }) => container))
  const relevant = proposed.filter(
    ({ container, image }) => requested.has(container) || !runs(runningImages, { container, image }),
  )
  return (relevant.length > 0 ? relevant : proposed).map(({ container, image }) => {
    const name = nameOf.get(container)
    const from = commonImage(runningImages, container)
    const fromName = commonImage(names, container)
    return {
      container,
      to: image,
      from,
      fromName: fromName === from ? undefined : fromName,
      named: name === image ? undefined : name,
    }
  })
}

type ByContainer = ReadonlyMap<string, string>

/** In every service. */
function runs(services: readonly ByContainer[], { container, image }: ContainerImage): boolean {
  return services.length > 0 && services.every(images => images.get(container) === image)
}

/** Undefined: services run different ones. */
function commonImage(services: readonly ByContainer[], container: string): string | undefined {
  const [first, ...others] = new Set(services.map(images => images.get(container)))
  return others.length === 0 ? first : undefined
}

export function replacedImages(source: JsonObject, named: readonly ContainerImage[]): string[] {
  const kept = new Set(named.map(({ image }) => image))
  return imagesOf(source).flatMap(({ image }) => (kept.has(image) ? [] : image))
}

function byContainer(images: readonly ContainerImage[]): ByContainer {
  return new Map(images.map(({ container, image }) => [container, image]))
}
