/**
 * From the strings of `with:` to Inputs, and every problem at once. Pure: reads no files and calls nobody. Names and
 * meanings are those of action.yml.
 */
import { isArn, serviceOf } from './core/arn.js'
import type { BreakerRequest, Threshold } from './core/breaker.js'
import { parseImage } from './core/image.js'
import type { Problem } from './core/problem.js'
import { closest, quote } from './core/problem.js'
import type { ImageOverride } from './core/render.js'
import type { Target } from './core/service.js'

export interface Inputs {
  /** absent: only register the revision */
  readonly target?: Target
  /** path of the task definition; absent: the service's live one is the base */
  readonly taskDefinition?: string
  readonly images: readonly ImageOverride[]
  readonly breaker: BreakerRequest
  readonly mode: 'plan' | 'deploy'
  /** how long to watch, in minutes; absent: not at all */
  readonly waitMinutes?: number
  readonly jobSummary: boolean
}

export interface ReadInputs {
  /** what was understood; where a value was not, its default */
  readonly inputs: Inputs
  readonly problems: readonly Problem[]
  /** inputs that were given and have no effect in this mode */
  readonly idle: readonly string[]
}

/** `get` answers an input as given, or an empty string: absent and empty are the same. */
export function readInputs(get: (name: string) => string): ReadInputs {
  const problems: Problem[] = []
  const problem = (subject: string, text: string) => problems.push({ subject, text })
  const given = (name: string) => get(name).trim()

  const target = readTarget(given, problem)
  const taskDefinition = given('task-definition')
  const images = [...oneImage(given, problem), ...manyImages(given, problem)]
  refuseTwice(images, problem)
  const plan = flag(given, problem, 'dry-run', false)
  const wait = flag(given, problem, 'wait-for-service-stability', true)
  const minutes = wholeNumber(given, problem, 'wait-for-minutes', 30, 1, 360)
  const breaker = readBreaker(given, problem)

  if (given('service') === '' && taskDefinition === '') {
    problem(
      'service',
      'is empty and so is task-definition: give a service to deploy to, a file to register, or both',
    )
  }

  const inputs: Inputs = {
    images,
    breaker,
    mode: plan ? 'plan' : 'deploy',
    jobSummary: flag(given, problem, 'job-summary', true),
    ...(target ? { target } : {}),
    ...(taskDefinition ? { taskDefinition } : {}),
    ...(wait ? { waitMinutes: minutes } : {}),
  }
  return { inputs, problems, idle: withoutEffect(given, inputs) }
}

type Get = (name: string) => string
type Report = (subject: string, text: string) => void

function readTarget(given: Get, problem: Report): Target | undefined {
  const service = given('service')
  const cluster = given('cluster') || 'default'
  if (isArn(cluster) && !/^arn:[^:]+:ecs:[^:]*:[^:]*:cluster\/[^/]+$/.test(cluster)) {
    problem('cluster', `${quote(cluster)} is neither a cluster name nor a cluster ARN`)
    return undefined
  }
  if (service === '') return undefined
  if (!isArn(service)) return { cluster, service }
  const parts = serviceOf(service)
  if (!parts) {
    problem('service', `${quote(service)} is neither a service name nor a service ARN`)
    return undefined
  }
  const clusterName = cluster.slice(cluster.lastIndexOf('/') + 1)
  if (parts.cluster && clusterName !== 'default' && clusterName !== parts.cluster) {
    problem('cluster', `${quote(cluster)} is another cluster than that of the service ARN, ${parts.cluster}`)
  }
  return { cluster: parts.cluster && !isArn(cluster) ? parts.cluster : cluster, service }
}

/** `container-name` + `image`: one container, or several separated by commas, get the image. */
function oneImage(given: Get, problem: Report): ImageOverride[] {
  const image = given('image')
  const names = list(given('container-name'), ',')
  if (image === '' && names.length === 0) return []
  if (image === '') {
    problem('image', 'is empty, but container-name is given: name the image for it')
    return []
  }
  if (names.length === 0) {
    problem('container-name', 'is empty, but image is given: name the container that gets it')
  }
  if (!parseImage(image))
    problem('image', `${quote(image)} is not an image reference (repository:tag or repository@sha256:…)`)
  return names.map(container => ({ container, image, input: 'container-name' }))
}

/** `images`: lines `container=image`. */
function manyImages(given: Get, problem: Report): ImageOverride[] {
  return list(given('images'), '\n').flatMap(line => {
    const cut = line.indexOf('=')
    const container = line.slice(0, Math.max(0, cut)).trim()
    const image = line.slice(cut + 1).trim()
    if (cut < 0 || container === '' || image === '') {
      problem('images', `${quote(line)} is not container=image`)
      return []
    }
    if (!parseImage(image)) {
      problem('images', `${quote(image)} is not an image reference (repository:tag or repository@sha256:…)`)
    }
    return [{ container, image, input: 'images' }]
  })
}

function refuseTwice(images: readonly ImageOverride[], problem: Report): void {
  const names = images.map(({ container }) => container)
  for (const { container, input } of images.filter((image, i) => names.indexOf(image.container) < i)) {
    problem(input, `container ${quote(container)} gets an image more than once`)
  }
}

function readBreaker(given: Get, problem: Report): BreakerRequest {
  const mode = oneOf(given, problem, 'circuit-breaker', ['rollback', 'stop', 'keep'] as const, 'rollback')
  const threshold = readThreshold(given('circuit-breaker-threshold'), problem)
  const reset = given('circuit-breaker-reset-on-healthy-task')
  const resetOnHealthyTask = flag(given, problem, 'circuit-breaker-reset-on-healthy-task', true)
  return { mode, ...(threshold ? { threshold } : {}), ...(reset === '' ? {} : { resetOnHealthyTask }) }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html: percentages are 1–100. */
function readThreshold(value: string, problem: Report): Threshold | undefined {
  if (value === '') return undefined
  const match = /^(?<number>\d{1,4})(?:(?<percent>%)(?:\s+(?<unbounded>unbounded))?)?$/i.exec(value)
  const { number, percent, unbounded } = match?.groups ?? {}
  const amount = Number(number)
  if (number === undefined || amount < 1 || (percent && amount > 100)) {
    problem(
      'circuit-breaker-threshold',
      `${quote(value)} is none of: a count of tasks (3), a percentage from 1% to 100% (50%), the same without ECS's limits of 3 and 200 (50% unbounded)`,
    )
    return undefined
  }
  if (!percent) return { type: 'COUNT', value: amount }
  return { type: unbounded ? 'UNBOUNDED_PERCENT' : 'BOUNDED_PERCENT', value: amount }
}

/** Booleans of the YAML 1.2 core schema, as the toolkit of GitHub Actions reads them. */
function flag(given: Get, problem: Report, name: string, absent: boolean): boolean {
  const value = given(name)
  if (value === '') return absent
  if (/^(true|True|TRUE)$/.test(value)) return true
  if (/^(false|False|FALSE)$/.test(value)) return false
  problem(name, `${quote(value)} is not true or false`)
  return absent
}

function wholeNumber(
  given: Get,
  problem: Report,
  name: string,
  absent: number,
  least: number,
  most: number,
): number {
  const value = given(name)
  if (value === '') return absent
  const number = Number(value)
  if (/^\d+$/.test(value) && number >= least && number <= most) return number
  problem(name, `${quote(value)} is not a whole number from ${least} to ${most}`)
  return absent
}

function oneOf<T extends string>(
  given: Get,
  problem: Report,
  name: string,
  allowed: readonly T[],
  absent: T,
): T {
  const value = given(name)
  if (value === '') return absent
  const found = allowed.find(word => word === value)
  if (found) return found
  const meant = closest(value, allowed)
  problem(
    name,
    `${quote(value)} is not one of ${allowed.join(', ')}${meant ? `; did you mean ${meant}?` : ''}`,
  )
  return absent
}

function withoutEffect(given: Get, { target, mode, waitMinutes }: Inputs): string[] {
  const idle = new Set<string>()
  const mark = (...names: string[]) => {
    for (const name of names) if (given(name) !== '') idle.add(name)
  }
  // The runner passes defaults of action.yml like given values, so only inputs without a default can be told apart.
  if (!target) mark('circuit-breaker-threshold', 'circuit-breaker-reset-on-healthy-task')
  if ((mode === 'plan' || waitMinutes === undefined || !target) && given('wait-for-minutes') !== '30')
    mark('wait-for-minutes')
  return [...idle]
}

function list(value: string, separator: string): string[] {
  return value
    .split(separator)
    .map(item => item.trim())
    .filter(item => item !== '')
}
