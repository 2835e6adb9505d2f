/**
 * Names inside ARNs, and their short forms.
 *
 * Formats: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html#ecs-resource-ids
 * Deployment digits exceed 2^53 and may start with 0, so they stay strings everywhere.
 */

/** `web:8` from `arn:aws:ecs:eu-west-1:123456789012:task-definition/web:8`; anything else as it is. */
export function revisionName(arn: string): string {
  return /^arn:[^:]+:ecs:.*:task-definition\/(.+)$/.exec(arn)?.[1] ?? arn
}

/** The revision number of a task definition ARN, for example `8`. */
export function revisionNumber(arn: string): string | undefined {
  return /:task-definition\/[^:]+:(\d+)$/.exec(arn)?.[1]
}

/** `6216346761948112104` from `ecs-svc/6216346761948112104`. */
function deploymentDigits(deploymentId: string): string {
  return deploymentId.slice(deploymentId.lastIndexOf('/') + 1)
}

/**
 * Whether a service revision ARN belongs to a classic deployment id. Both end in the same digits: undocumented, but true
 * of every captured answer of CreateService and UpdateService, and the Terraform AWS provider relies on it.
 */
export function isRevisionOf(serviceRevisionArn: string, deploymentId: string): boolean {
  return serviceRevisionArn.endsWith(`/${deploymentDigits(deploymentId)}`)
}

/** The last part of an ARN: the name of a cluster or a service, the id of a task. */
export function resourceName(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}

/** The first eight characters of a task id. */
export function shortTask(arn: string): string {
  return resourceName(arn).slice(0, 8)
}

export function isArn(value: string): boolean {
  return value.startsWith('arn:')
}

/** Partition, region and account of any ARN. */
export function parseArn(arn: string): { partition: string; region: string; account: string } | undefined {
  const match = /^arn:([^:]+):[^:]*:([^:]*):([^:]*):/.exec(arn)
  return match ? { partition: match[1] ?? '', region: match[2] ?? '', account: match[3] ?? '' } : undefined
}

/** `eu-west-1`, `us-gov-west-1`, `eusc-de-east-1` */
export function isRegion(value: string): boolean {
  return /^[a-z]{2,4}(?:-[a-z]+){1,3}-\d{1,2}$/.test(value)
}

/** Cluster and service of a service ARN in its long form; the old short form has no cluster. */
export function serviceOf(arn: string): { cluster?: string; service: string } | undefined {
  const match = /^arn:[^:]+:ecs:[^:]*:[^:]*:service\/(?:([^/]+)\/)?([^/]+)$/.exec(arn)
  if (!match?.[2]) return undefined
  return match[1] ? { cluster: match[1], service: match[2] } : { service: match[2] }
}

/** Replaces ARNs in a text by names. */
export function shortenArns(message: string): string {
  return message.replace(/arn:[a-z0-9-]+:[a-z0-9-]+:[a-z0-9-]*:\d*:[^\s()\],;]+/g, arn => {
    const targetGroup = /:targetgroup\/([^/]+)\//.exec(arn)?.[1]
    if (targetGroup) return targetGroup
    if (arn.includes(':task-definition/')) return revisionName(arn)
    if (arn.includes(':ecs:')) return resourceName(arn)
    const alarm = /:cloudwatch:.*:alarm:(.+)$/.exec(arn)?.[1]
    if (alarm) return alarm
    return arn
  })
}

/**
 * The same for every ARN, for sentences; details have the whole ARN.
 * `secret:web/database-url-8Zk2Qp` → `web/database-url-8Zk2Qp`, `parameter/prod/url` → `/prod/url`, `role/deploy` → `deploy`
 */
export function shortenEveryArn(message: string): string {
  return shortenArns(message).replace(
    /arn:[a-z0-9-]+:[a-z0-9-]+:[a-z0-9-]*:\d*:([^\s()\],;"']+)/g,
    (_, resource) =>
      String(resource)
        .replace(/^parameter(?=\/)/, '')
        .replace(/^(?:secret|function|log-group|alarm|parameter|topic):/, '')
        .replace(/^(?:role|user|repository|key)\//, ''),
  )
}
