/**
 * Addresses in the AWS console, for the partition that an ARN is in. AWS documents the hosts only
 * (https://docs.aws.amazon.com/general/latest/gr/mgmt-console.html), the paths are those that the console itself shows.
 * Where the host of a partition is not known there is no link.
 */
import { lastPart, placeOf, serviceOf } from '../core/arn.js'

/** Hosts by partition; a region comes before those that begin with a dot. */
const hosts: Readonly<Record<string, string>> = {
  aws: '.console.aws.amazon.com',
  'aws-cn': '.console.amazonaws.cn',
  'aws-us-gov': '.console.amazonaws-us-gov.com',
}

function page(arn: string, path: string): string | undefined {
  const place = placeOf(arn)
  const host = place && hosts[place.partition]
  if (!host) return undefined
  // Only what a region can be called: an ARN comes from outside.
  return /^[a-z0-9-]+$/.test(place.region) ? `https://${place.region}${host}${path}` : undefined
}

/** `arn:aws:ecs:eu-west-1:123456789012:task-definition/web:8` */
export function revisionLink(arn: string): string | undefined {
  const [, family, revision] = /:task-definition\/([\w-]+):(\d+)$/.exec(arn) ?? []
  return (
    family && page(arn, `/ecs/v2/task-definitions/${family}/${revision}/containers?region=${regionOf(arn)}`)
  )
}

/** The page of one service deployment, or of all of them where its ARN is not known. */
export function deploymentLink(
  serviceArn: string,
  clusterArn: string,
  serviceDeploymentArn: string | undefined,
): string | undefined {
  const cluster = encode(serviceOf(serviceArn)?.cluster ?? lastPart(clusterArn))
  const service = encode(lastPart(serviceArn))
  const one = serviceDeploymentArn ? `/${encode(lastPart(serviceDeploymentArn))}` : ''
  return page(
    serviceArn,
    `/ecs/v2/clusters/${cluster}/services/${service}/deployments${one}?region=${regionOf(serviceArn)}`,
  )
}

/** One log stream; the console encodes names twice and writes `$` for `%`. `arn` tells the partition. */
export function logLink(arn: string, region: string, group: string, stream: string): string | undefined {
  const encoded = (name: string) => encode(encode(name)).replaceAll('%', '$')
  const place = placeOf(arn)
  if (!place) return undefined
  return page(
    arn.replace(`:${place.region}:`, `:${region}:`),
    `/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${encoded(group)}/log-events/${encoded(stream)}`,
  )
}

/** An alarm in the account and region of this ARN. */
export function alarmLink(arn: string, name: string): string | undefined {
  return page(arn, `/cloudwatch/home?region=${regionOf(arn)}#alarmsV2:alarm/${encode(name)}`)
}

function regionOf(arn: string): string {
  return placeOf(arn)?.region ?? ''
}

/** With what encodeURIComponent leaves, and what would end a link in Markdown. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
