/** Which registry an image comes from. */
import { parseImage } from './image.js'

export type ImageRegistry =
  | ({ readonly kind: 'ecr' } & EcrImage)
  /** Docker Hub (`docker.io`), ECR Public (`public.ecr.aws`), or any other host */
  | { readonly kind: 'elsewhere'; readonly host: string }

/** An image in a private registry of Amazon ECR, perhaps of another account and in another region. */
export interface EcrImage {
  readonly account: string
  readonly region: string
  /** without the host: `team/web` */
  readonly repository: string
  /** the digest if there is one, since that is pulled; no tag means latest */
  readonly id: { readonly tag: string } | { readonly digest: string }
}

/**
 * The suffixes of the partitions. The dual-stack form has a dash where the other has a dot:
 * https://docs.aws.amazon.com/general/latest/gr/ecr.html and AmazonECR/latest/userguide/ecr-requests.html
 */
const suffixes = [
  'amazonaws.com',
  'amazonaws.com.cn',
  'amazonaws.eu',
  'c2s.ic.gov',
  'sc2s.sgov.gov',
  'cloud.adc-e.uk',
  'csp.hci.ic.gov',
]
const dualStackSuffixes = ['on.aws', 'on.amazonwebservices.com.cn', 'on.amazonwebservices.eu']

const ecrHosts = [
  ecrHost('dkr\\.ecr', suffixes),
  ecrHost('dkr-ecr', dualStackSuffixes),
] as const satisfies readonly RegExp[]

function ecrHost(label: string, ends: readonly string[]): RegExp {
  const end = ends.map(suffix => suffix.replaceAll('.', '\\.')).join('|')
  return new RegExp(`^(?<account>\\d{12})\\.${label}(?:-fips)?\\.(?<region>[a-z0-9-]+)\\.(?:${end})$`)
}

/** Nothing if it is no image reference. */
export function registryOf(reference: string): ImageRegistry | undefined {
  const image = parseImage(reference)
  if (!image) return undefined
  const { host, path } = splitHost(image.repository)
  const groups = ecrHosts.map(pattern => pattern.exec(host.toLowerCase())?.groups).find(Boolean)
  if (!groups?.account || !groups.region) return { kind: 'elsewhere', host }
  const id = image.digest ? { digest: image.digest } : { tag: image.tag ?? 'latest' }
  return { kind: 'ecr', account: groups.account, region: groups.region, repository: path, id }
}

/** Docker's rule: the first part is a host if it has a dot or a port, or is localhost; else it is on Docker Hub. */
function splitHost(repository: string): { readonly host: string; readonly path: string } {
  const slash = repository.indexOf('/')
  const first = repository.slice(0, Math.max(0, slash))
  const isHost = first === 'localhost' || /[.:]/.test(first)
  if (!isHost) return { host: 'docker.io', path: slash < 0 ? `library/${repository}` : repository }
  return { host: first, path: repository.slice(slash + 1) }
}
