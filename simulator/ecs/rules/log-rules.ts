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
  for (const { logConfiguration } of containers) {
    const { logDriver, options, secretOptions } = (logConfiguration ?? {}) as Document
    if (logDriver === 'awsfirelens' && !router) {
      return 'When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.'
    }
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
