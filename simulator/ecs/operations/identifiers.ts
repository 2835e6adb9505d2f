/** What ECS says to lists and ids that cannot be right. */
import { AwsError } from '../../aws-error.js'
import type { Cluster } from '../state/cluster.js'

/**
 * https://github.com/boltops-tools/aws-inventory/issues/4, https://github.com/segmentio/specs/pull/58 (empty lists); the
 * maxima are documented for each operation.
 */
export function checkList(name: string, items: readonly unknown[], maximum: number): void {
  if (items.length === 0) throw invalid(`${name} cannot be empty.`)
  if (items.length > maximum) throw invalid(`${name} cannot be longer than ${maximum}.`)
}

/**
 * Of tasks and container instances, by id or ARN.
 * https://github.com/sil-org/ecs-deploy/issues/43 and https://github.com/aws/aws-cli/issues/10057 (the length),
 * https://github.com/aws-samples/semantic-search-aws-docs/issues/5 (the separators),
 * https://github.com/aws/aws-toolkit-vscode/issues/2915 (another cluster)
 */
export function checkIds(
  name: 'taskId' | 'instanceId',
  references: readonly string[],
  cluster: Cluster,
): void {
  for (const reference of references) {
    const parts = (reference.split(':').at(-1) ?? '').split('/')
    const isArn = reference.startsWith('arn:')
    if (parts.length > 3 || (!isArn && parts.length > 1)) {
      throw invalid('Invalid identifier: Unexpected number of separators')
    }
    if (![32, 36].includes(parts.at(-1)?.length ?? 0))
      throw invalid(`${name} length should be one of [32,36]`)
    const other = parts.length === 3 ? parts[1] : cluster.name
    if (other !== cluster.name) {
      throw invalid(`Invalid identifier: Identifier is for cluster ${other}. Your cluster is ${cluster.name}`)
    }
    const [, , , region] = reference.split(':')
    if (isArn && region !== cluster.arn.split(':')[3]) throw invalid('Invalid Region in ARN')
  }
}

function invalid(message: string): AwsError {
  return new AwsError('InvalidParameterException', message)
}
