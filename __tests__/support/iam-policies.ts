/** The policies of docs/, with their placeholders as the stories would fill them in. */
import { readFileSync } from 'node:fs'
import type { Policy } from './iam.js'

export const placeholders: Readonly<Record<string, string>> = {
  REGION: 'eu-west-1',
  ACCOUNT: '123456789012',
  CLUSTER: 'prod',
  SERVICE: 'web',
  FAMILY: 'web',
  TASK_ROLE: 'web',
  EXECUTION_ROLE: 'ecsTaskExecutionRole',
  INFRASTRUCTURE_ROLE: 'ecsInfrastructureRole',
  LOG_GROUP: '/ecs/web',
  REPOSITORY: 'web',
  SUBJECT: 'repo:octo@1234567/shop@87654321:ref:refs/heads/main',
}

/** With each resource of a service and of a family once for each of them, as docs/permissions.md says. */
export function policyForServices(
  path: string,
  services: readonly string[],
  families: readonly string[] = ['web'],
): Policy {
  const { Statement, ...policy } = policyIn(path)
  const forServices = (resource: string) =>
    services
      .map(name => resource.replace(/:(service|service-\w+)\/prod\/web\b/, `:$1/prod/${name}`))
      .flatMap(one =>
        families.map(family => one.replace(':task-definition/web:', `:task-definition/${family}:`)),
      )
  const all = Statement.map(statement => ({
    ...statement,
    Resource: [...new Set([statement.Resource].flat().flatMap(forServices))],
  }))
  return { ...policy, Statement: all }
}

/** Replaces them one by one, as `sed` does. */
export function policyIn(path: string): Policy {
  const text = Object.entries(placeholders).reduce(
    (before, [word, value]) => before.replaceAll(word, value),
    readFileSync(path, 'utf8'),
  )
  return JSON.parse(text)
}
