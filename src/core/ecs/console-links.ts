/** Links to the AWS console. An unknown partition has no links. */
import { isRegion, parseArn, resourceName, serviceOf } from './arn.js'

interface LogStream {
  readonly region: string
  readonly group: string
  readonly stream: string
}

/**
 * What follows `<region>.console.` in each partition.
 *
 * The first four: https://docs.aws.amazon.com/general/latest/gr/mgmt-console.html and its like for the other three. The
 * SDK's dnsSuffix is that of the APIs.
 *
 * The isolated ones: the domain of the sign-in page, from the endpoint rules of AWS Sign-In in every SDK; the first four
 * share it, too. Unverified: outsiders cannot open these consoles.
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
  // The ARN is untrusted.
  return domain && isRegion(place.region) ? `https://${place.region}.console.${domain}${path}` : undefined
}

export function revisionLink(arn: string): string | undefined {
  const [, family, revision] = /:task-definition\/([\w-]+):(\d+)$/.exec(arn) ?? []
  return (
    family && page(arn, `/ecs/v2/task-definitions/${family}/${revision}/containers?region=${regionOf(arn)}`)
  )
}

/** All deployments if this one's ARN is unknown. */
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

/** The console encodes names twice and writes `$` for `%`. `arn` gives the partition. */
export function logLink(arn: string, { region, group, stream }: LogStream): string | undefined {
  const encoded = (name: string) => encode(encode(name)).replaceAll('%', '$')
  const place = parseArn(arn)
  if (!place) return undefined
  return page(
    arn.replace(`:${place.region}:`, `:${region}:`),
    `/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${encoded(group)}/log-events/${encoded(stream)}`,
  )
}

/** `arn` gives account and region. */
export function alarmLink(arn: string, name: string): string | undefined {
  return page(arn, `/cloudwatch/home?region=${regionOf(arn)}#alarmsV2:alarm/${encode(name)}`)
}

function regionOf(arn: string): string {
  return parseArn(arn)?.region ?? ''
}

/** Also escapes what would end a Markdown link. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
