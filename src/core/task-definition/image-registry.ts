import { parseImage } from './image.js'

export type ImageRegistry =
  | ({ readonly kind: 'ecr' } & EcrImage)
  /** `docker.io`, `public.ecr.aws` or another host */
  | { readonly kind: 'elsewhere'; readonly host: string }

/** A private registry, perhaps in another account or region. */
export interface EcrImage {
  readonly account: string
  readonly region: string
  /** `team/web` */
  readonly repository: string
  /** ECR pulls the digest if there is one; no tag means latest */
  readonly id: { readonly tag: string } | { readonly digest: string }
}

/**
 * By partition. Dual-stack hosts have a dash for the dot:
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

export function registryOf(reference: string): ImageRegistry | undefined {
  const image = parseImage(reference)
  if (!image) return undefined
  const { host, path } = splitHost(image.repository)
  const groups = ecrHosts.map(pattern => pattern.exec(host.toLowerCase())?.groups).find(Boolean)
  if (!groups?.account || !groups.region) return { kind: 'elsewhere', host }
  const id = image.digest ? { digest: image.digest } : { tag: image.tag ?? 'latest' }
  return { kind: 'ecr', account: groups.account, region: groups.region, repository: path, id }
}

/** Docker's rule: a host has a dot or a port, or is localhost. */
function splitHost(repository: string): { readonly host: string; readonly path: string } {
  const slash = repository.indexOf('/')
  const first = repository.slice(0, Math.max(0, slash))
  const isHost = first === 'localhost' || /[.:]/.test(first)
  if (!isHost) return { host: 'docker.io', path: slash < 0 ? `library/${repository}` : repository }
  return { host: first, path: repository.slice(slash + 1) }
}
