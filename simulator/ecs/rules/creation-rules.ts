/** What CreateService refuses before it looks at the task definition. */
import type { Document } from '../state/document.js'
import { asList } from './rule.js'

export function creationRefusal(input: Document): string | undefined {
  return capacityRefusal(input) ?? daemonRefusal(input)
}

function capacityRefusal({ launchType, capacityProviderStrategy, platformVersion }: Document) {
  // https://github.com/terraform-linters/tflint-ruleset-aws/issues/349
  if (launchType !== undefined && asList(capacityProviderStrategy).length > 0) {
    return 'Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.'
  }
  // https://github.com/aws/amazon-ecs-cli/issues/1040
  return launchType === 'EC2' && platformVersion !== undefined
    ? 'The platform version must be null when specifying an EC2 launch type.'
    : undefined
}

function daemonRefusal(input: Document): string | undefined {
  if (input.schedulingStrategy !== 'DAEMON') return undefined
  // https://github.com/aws/containers-roadmap/issues/692
  if (asList(input.capacityProviderStrategy).length > 0) {
    return 'Specifying a capacity provider strategy is not supported when you create a service using the DAEMON scheduling strategy.'
  }
  // https://github.com/kayac/ecspresso/pull/402
  if (asList(input.placementStrategy).length > 0) {
    return 'The daemon scheduling strategy does not support placement strategies. Remove the placement strategy and try again'
  }
  const { type } = (input.deploymentController ?? {}) as Document
  const unfit = [input.launchType, type].find(each => notForDaemons.has(each))
  // "Tasks using the Fargate launch type or the CODE_DEPLOY or EXTERNAL deployment controller types don't support the
  // DAEMON scheduling strategy" (API_CreateService); the wording is ours.
  return unfit === undefined
    ? undefined
    : `The daemon scheduling strategy is not supported with ${String(unfit)}.`
}

const notForDaemons = new Set<unknown>(['FARGATE', 'CODE_DEPLOY', 'EXTERNAL'])
