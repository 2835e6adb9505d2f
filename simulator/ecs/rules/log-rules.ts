import type { Document } from '../state/document.js'
import { asList, type Container } from './rule.js'

/** The splunk options were seen in hashicorp/terraform-provider-aws, issue 8596. */
const neededOptions: Readonly<Record<string, readonly string[]>> = {
  awslogs: ['awslogs-region', 'awslogs-group'],
  splunk: ['splunk-url', 'splunk-token'],
}

/** Messages seen from ECS (badmintoncryer/cdk-preflight, rules/ecs). */
export function logRefusal(_definition: Document, containers: readonly Container[]): string | undefined {
  const router = containers.some(({ firelensConfiguration }) => firelensConfiguration !== undefined)
  const routerMessage = routerRefusal(containers)
  if (routerMessage !== undefined) return routerMessage
  for (const { logConfiguration } of containers) {
    const { logDriver, options, secretOptions } = (logConfiguration ?? {}) as Document
    if (logDriver === 'awsfirelens' && !router) {
      return 'When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.'
    }
    const optionMessage = logDriver === 'awslogs' ? optionRefusal((options ?? {}) as Document) : undefined
    if (optionMessage !== undefined) return optionMessage
    // AmazonECS/latest/developerguide/using_awslogs.html; the wording is ours.
    const { mode } = (options ?? {}) as Document
    if (mode !== undefined && mode !== 'blocking' && mode !== 'non-blocking') {
      return `Invalid log option mode '${mode}': it must be blocking or non-blocking.`
    }
    const secret = new Set(asList(secretOptions).map(({ name }) => name))
    const needed = neededOptions[String(logDriver)] ?? []
    const missing = needed.filter(name => !(options as Document | undefined)?.[name] && !secret.has(name))
    if (missing.length === 0) continue
    const listed = logDriver === 'awslogs' ? needed : missing
    return `Log driver ${logDriver} requires options: ${listed.join(', ')}`
  }
  return undefined
}

function routerRefusal(containers: readonly Container[]): string | undefined {
  const routers = containers.filter(({ firelensConfiguration }) => firelensConfiguration !== undefined)
  const isUsed = containers.some(
    ({ logConfiguration }) => (logConfiguration as Document | undefined)?.logDriver === 'awsfirelens',
  )
  // Seen in aws/amazon-cloudwatch-logs-for-fluent-bit, issue 20.
  if (routers.length > 0 && !isUsed) {
    return 'When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver.'
  }
  const options = routers.map(
    ({ firelensConfiguration }) => ((firelensConfiguration as Document).options ?? {}) as Document,
  )
  // Seen in aws/aws-sdk, issue 311.
  const isWrong = (each: Document) =>
    each['config-file-type'] === 's3' && !/^arn:[a-z-]+:s3:::.+/.test(String(each['config-file-value']))
  return options.some(isWrong) ? 'Invalid arn syntax.' : undefined
}

/** That `tag` is accepted is assumed: Docker has it for all drivers. */
const optionsOfAll = ['mode', 'max-buffer-size', 'tag']

function optionRefusal(options: Document): string | undefined {
  // Seen in terraform-aws-modules/terraform-aws-ecs, issue 206.
  const empty = ['awslogs-region', 'awslogs-group'].find(name => options[name] === '')
  if (empty !== undefined) return `Log driver awslogs option '${empty}' should not be null or empty.`
  // Seen in terraform-linters/tflint-ruleset-aws, issue 348.
  const create = options['awslogs-create-group']
  if (create !== undefined && create !== 'true') {
    return "Log driver awslogs option 'awslogs-create-group' should only be set to 'true', else omit option."
  }
  // Seen in aws-samples/amazon-ecs-firelens-examples, issue 83.
  const wrong = Object.keys(options).filter(
    name => !name.startsWith('awslogs-') && !optionsOfAll.includes(name),
  )
  return wrong.length > 0 ? `Log driver awslogs disallows options: ${wrong.join(', ')}` : undefined
}
