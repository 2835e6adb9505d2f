import type { Document } from '../state/document.js'
import { asList, type Container, type Rule } from './rule.js'

/** Messages seen from ECS (badmintoncryer/cdk-preflight, rules/ecs) unless a comment says otherwise. */
export const containerRules: readonly Rule[] = [
  (_, containers) => containers.length === 0 && 'Container list cannot be empty',
  // Seen in aws/amazon-ecs-cli, issue 184.
  (_, containers) => containers.length > 10 && 'Too many containers.',
  (_, containers) => containers.some(({ name }) => !name) && 'Container.name should not be null or empty.',
  // Seen in hashicorp/terraform-provider-aws, issue 5950.
  (_, containers) =>
    containers.some(({ name }) => !/^[\w-]{1,255}$/.test(String(name))) &&
    'Container.name contains invalid characters.',
  (_, containers) => containers.some(({ image }) => !image) && 'Container.image should not be null or empty.',
  (_, containers) =>
    new Set(containers.map(({ name }) => name)).size < containers.length &&
    'Container names must be unique within a task definition',
  (_, containers) =>
    containers.every(({ essential }) => essential === false) &&
    "Task definition doesn't have any essential container",
]

export const limitRules: readonly Rule[] = [ulimitRefusal, restartRefusal, environmentFileRefusal]

/** Whether ECS compares with -1, which means unlimited, is not known. */
function ulimitRefusal(_definition: Document, containers: readonly Container[]): string | undefined {
  const wrong = containers
    .flatMap(({ ulimits }) => asList(ulimits))
    .find(({ softLimit, hardLimit }) => Number(hardLimit) !== -1 && Number(softLimit) > Number(hardLimit))
  return wrong && `Soft limit exceeds hard limit for ulimit ${wrong.name}`
}

function restartRefusal(_definition: Document, containers: readonly Container[]): string | undefined {
  for (const { name, restartPolicy } of containers) {
    const { restartAttemptPeriod: period, ignoredExitCodes } = (restartPolicy ?? {}) as Document
    if (period !== undefined && (Number(period) < 60 || Number(period) > 1800)) {
      return `The 'restartAttemptPeriod' setting for container '${name}' must be between 60 and 1800.`
    }
    // The limit is documented (API_ContainerRestartPolicy); the wording is ours.
    if (Array.isArray(ignoredExitCodes) && ignoredExitCodes.length > 50) {
      return `The 'ignoredExitCodes' setting for container '${name}' must have at most 50 exit codes.`
    }
  }
  return undefined
}

function environmentFileRefusal(_definition: Document, containers: readonly Container[]): string | undefined {
  const lists = containers.map(({ environmentFiles }) => asList(environmentFiles))
  if (lists.some(files => files.length > 10)) {
    return 'The maximum number of environment files was exceeded. Specify ten or less and try again.'
  }
  const isWrong = ({ value }: Document) => !/^arn:[a-z-]+:s3:::[^/]+\/.+$/.test(String(value))
  if (lists.flat().some(isWrong)) return 'Invalid arn syntax.'
  // "The file must have a .env file extension" (API_EnvironmentFile); the wording is ours.
  return lists.flat().some(({ value }) => !String(value).endsWith('.env'))
    ? 'An environment file must have the extension .env.'
    : undefined
}
