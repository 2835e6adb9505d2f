/**
 * Formats: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html#ecs-resource-ids
 * Deployment digits exceed 2^53 and may start with 0, so they stay strings.
 */

/** `web:8` from `…:task-definition/web:8`; anything else unchanged. */
export function revisionName(arn: string): string {
  return /^arn:[^:]+:ecs:.*:task-definition\/(.+)$/s.exec(arn)?.[1] ?? arn
}

export function revisionNumber(arn: string): string | undefined {
  return /:task-definition\/[^:]+:(\d+)$/.exec(arn)?.[1]
}

/** `web:41` or its ARN */
export function namesRevision(value: string): boolean {
  return /^(?:arn:[^:]+:ecs:[^:]+:\d{12}:task-definition\/)?[\w-]{1,255}:[1-9]\d{0,9}$/.test(value)
}

/** `6216346761948112104` from `ecs-svc/6216346761948112104`. */
function deploymentDigits(deploymentId: string): string {
  return deploymentId.slice(deploymentId.lastIndexOf('/') + 1)
}

/**
 * Undocumented, but true of every captured response of CreateService and UpdateService; the Terraform AWS provider
 * relies on it.
 */
export function isRevisionOf(serviceRevisionArn: string, deploymentId: string): boolean {
  return serviceRevisionArn.endsWith(`/${deploymentDigits(deploymentId)}`)
}

export function resourceName(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}

/** ECS draws it by chance. */
export function deploymentIdOf(serviceDeploymentArn: string): string | undefined {
  return /:service-deployment\/[\w-]+\/[\w-]+\/([\w-]{1,32})$/.exec(serviceDeploymentArn)?.[1]
}

/** Cluster and service by name. */
export function serviceOfDeployment(arn: string): { cluster: string; service: string } | undefined {
  const [, cluster, service] =
    /^arn:[^:]+:ecs:[^:]+:\d{12}:service-deployment\/([\w-]{1,255})\/([\w-]{1,255})\/[\w-]{1,32}$/.exec(
      arn,
    ) ?? []
  return cluster && service ? { cluster, service } : undefined
}

export function shortTask(arn: string): string {
  return resourceName(arn).slice(0, 8)
}

export function isArn(value: string): boolean {
  return value.startsWith('arn:')
}

export function parseArn(arn: string): { partition: string; region: string; account: string } | undefined {
  const match = /^arn:([^:]+):[^:]*:([^:]*):([^:]*):/.exec(arn)
  return match ? { partition: match[1] ?? '', region: match[2] ?? '', account: match[3] ?? '' } : undefined
}

/** `eu-west-1`, `us-gov-west-1`, `eusc-de-east-1` */
export function isRegion(value: string): boolean {
  return /^[a-z]{2,4}(?:-[a-z]+){1,3}-\d{1,2}$/.test(value)
}

/** The old short form has no cluster. */
export function serviceOf(arn: string): { cluster?: string; service: string } | undefined {
  const match = /^arn:[^:]+:ecs:[^:]*:[^:]*:service\/(?:([^/]+)\/)?([^/]+)$/.exec(arn)
  if (!match?.[2]) return undefined
  return match[1] ? { cluster: match[1], service: match[2] } : { service: match[2] }
}

export function shortenArns(message: string): string {
  return message.replace(/arn:[a-z0-9-]+:[a-z0-9-]+:[a-z0-9-]*:\d*:[^\s()\],;]+/g, arn => {
    const targetGroup = /:targetgroup\/([^/]+)\//.exec(arn)?.[1]
    if (targetGroup) return targetGroup
    if (arn.includes(':task-definition/')) return revisionName(arn)
    if (arn.includes(':ecs:')) return resourceName(arn)
    const alarm = /^arn:[^:]+:cloudwatch:.*:alarm:(.+)$/s.exec(arn)?.[1]
    if (alarm) return alarm
    return arn
  })
}

/** Also `secret:web/database-url-8Zk2Qp` → `web/database-url-8Zk2Qp`, `parameter/prod/url` → `/prod/url`. */
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
