/** Namespaces of pull through cache rules as the console proposes them, and registries whose name is one. */
import type { EcrImage } from './image-registry.js'

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-working-pulling.html */
const usualPrefixes = [
  'ecr-public', 'kubernetes', 'quay', 'docker-hub', 'github', 'azure', 'gitlab', 'chainguard',
  'dockerhub', 'ghcr', 'docker.io', 'ghcr.io', 'quay.io', 'registry.k8s.io', 'public.ecr.aws', 'registry.gitlab.com',
] // biome-ignore format: one list

/** `mirror/docker-hub` of `mirror/docker-hub/library/nginx` */
export function pullThroughPrefix(repository: string): string | undefined {
  const parents = repository.split('/').slice(0, -1)
  const index = parents.findIndex(part => usualPrefixes.includes(part))
  return index < 0 ? undefined : parents.slice(0, index + 1).join('/')
}

/**
 * Advice for an image that ECR does not have; undefined where no cache is likely. A digest is never fetched from
 * upstream: https://github.com/aws/containers-roadmap/issues/2837
 */
export function pullThroughAdvice({ repository, id }: EcrImage): string | undefined {
  const prefix = pullThroughPrefix(repository)
  if (prefix === undefined) return undefined
  const how =
    'tag' in id
      ? 'pull the tag once (docker pull), since ECR has it only then'
      : 'pull the image by its tag once, since a digest alone is never fetched from upstream'
  return `If ${prefix} is the prefix of a pull through cache rule: ${how}.`
}
