/**
 * Every parameter exists unless the world says that it is missing, and has one value
 * (systems-manager/latest/APIReference/API_GetParameters.html).
 */
import { AwsError } from '../aws-error.js'
import { epoch } from '../ecs/wire/epoch.js'
import type { World } from '../ecs/world.js'

/** That of an account of a simulated world. */
const modifiedAt = Date.UTC(2026, 0, 1)

export function getParameter(world: World, { Name }: { readonly Name: string }): object {
  const found = find(world, Name)
  // aws/aws-cli#3850 shows the error without a message.
  if (found === undefined) throw new AwsError('ParameterNotFound', '')
  return { Parameter: found }
}

export function getParameters(world: World, { Names }: { readonly Names: readonly string[] }): object {
  if (Names.length < 1 || Names.length > 10) {
    const constraint = Names.length < 1 ? 'greater than or equal to 1' : 'less than or equal to 10'
    throw new AwsError(
      'ValidationException',
      `1 validation error detected: Value '[${Names.join(', ')}]' at 'names' failed to satisfy constraint: Member must have length ${constraint}`,
    )
  }
  const found = Names.map(name => find(world, name))
  return {
    Parameters: found.filter(parameter => parameter !== undefined),
    InvalidParameters: Names.filter((_, index) => found[index] === undefined),
  }
}

/** By name or ARN, as in a task definition. */
function find(world: World, reference: string): object | undefined {
  const prefix = `arn:aws:ssm:${world.region}:${world.account}:parameter/`
  const isArn = reference.startsWith('arn:')
  if (isArn && !reference.startsWith(prefix)) return undefined
  const path = isArn ? reference.slice(prefix.length) : reference.replace(/^\//, '')
  const arn = prefix + path
  // "/a/b" in a hierarchy, "a" otherwise.
  const name = path.includes('/') ? `/${path}` : path
  const isMissing = [arn, path, `/${path}`].some(each => world.secrets.find(each) === 'missing')
  if (isMissing) return undefined
  return {
    ...{ Name: name, Type: 'SecureString', Value: 'simulated', Version: 1, ARN: arn, DataType: 'text' },
    LastModifiedDate: epoch(modifiedAt),
  }
}
