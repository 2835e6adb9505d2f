/** Each private registry of ECR has several host names. */

/** By region prefix (docs.aws.amazon.com, general/latest/gr/ecr). */
const suffixes = [
  { regions: 'cn-', plain: 'amazonaws.com.cn', dualStack: 'on.amazonwebservices.com.cn' },
  { regions: '', plain: 'amazonaws.com', dualStack: 'on.aws' },
] as const

export interface RegistryPlace {
  readonly account: string
  readonly region: string
}

export function registryHost({ account, region }: RegistryPlace): string {
  return `${account}.dkr.ecr.${region}.${suffixOf(region).plain}`
}

/** `…dkr-ecr-fips.eu-west-1.on.aws/web` becomes `…dkr.ecr.…/web`. */
export function canonical(repository: string): string {
  const [, account, form, region = '', suffix, path] =
    /^(\d{12})\.dkr([.-])ecr(?:-fips)?\.([a-z0-9-]+)\.([a-z.]+)(\/.+)$/.exec(repository) ?? []
  const { plain, dualStack } = suffixOf(region)
  if (account === undefined || suffix !== (form === '.' ? plain : dualStack)) return repository
  return `${registryHost({ account, region })}${path}`
}

function suffixOf(region: string): (typeof suffixes)[number] {
  return suffixes.find(({ regions }) => region.startsWith(regions)) ?? suffixes[1]
}
