/**
 * Addresses in the AWS console, for the partition that an ARN is in. The hosts of the public partitions are known, those
 * of the isolated ones follow by pattern; the paths are those that the console itself shows. A partition that nobody
 * knows has no link.
 */
import { isRegion, parseArn, resourceName, serviceOf } from '../../core/ecs/arn.js'

/**
 * What follows `<region>.console.` in each partition.
 *
 * Known: the first four, as https://docs.aws.amazon.com/general/latest/gr/mgmt-console.html and its like for the other
 * three have them. The dnsSuffix of the SDK's partitions is that of the APIs (amazonaws.com for aws and aws-us-gov) and
 * gives none of these hosts.
 *
 * By pattern: in those four the console and the sign-in page share a domain (`<region>.signin.<domain>`), and that of
 * the isolated partitions is public, too: it stands in the endpoint rules of AWS Sign-In, which every SDK has. Nobody
 * outside can open these consoles: should a host be another one, its links lead nowhere, and nothing depends on them.
 */
const domains: ReadonlyMap<string, string> = new Map([
  ['aws', 'aws.amazon.com'],
  ['aws-cn', 'amazonaws.cn'],
  ['aws-us-gov', 'amazonaws-us-gov.com'],
  ['aws-eusc', 'amazonaws-eusc.eu'],
  ['aws-iso', 'c2shome.ic.gov'],
  ['aws-iso-b', 'sc2shome.sgov.gov'],
  ['aws-iso-e', 'csphome.adc-e.uk'],
  ['aws-iso-f', 'csphome.hci.ic.gov'],
])

function page(arn: string, path: string): string | undefined {
  const place = parseArn(arn)
  const domain = place && domains.get(place.partition)
  // Only what a region can be called: an ARN comes from outside.
  return domain && isRegion(place.region) ? `https://${place.region}.console.${domain}${path}` : undefined
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
  const cluster = encode(serviceOf(serviceArn)?.cluster ?? resourceName(clusterArn))
  const service = encode(resourceName(serviceArn))
  const one = serviceDeploymentArn ? `/${encode(resourceName(serviceDeploymentArn))}` : ''
  return page(
    serviceArn,
    `/ecs/v2/clusters/${cluster}/services/${service}/deployments${one}?region=${regionOf(serviceArn)}`,
  )
}

/** One log stream; the console encodes names twice and writes `$` for `%`. `arn` is of the partition. */
export function logLink(arn: string, region: string, group: string, stream: string): string | undefined {
  const encoded = (name: string) => encode(encode(name)).replaceAll('%', '$')
  const place = parseArn(arn)
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
  return parseArn(arn)?.region ?? ''
}

/** With what encodeURIComponent leaves, and what would end a link in Markdown. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
