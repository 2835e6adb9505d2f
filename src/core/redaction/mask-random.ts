/**
 * Masks what is no name: text of at least 20 letters that a program drew by chance. Ids of AWS and git look the same and
 * stay readable where they belong (docs/adr/0015).
 */
import { isRandom } from '../text/name.js'
import { hasRandomLetters } from '../text/random-letters.js'

/** The characters of base64 and of URLs; names have them, too. */
const run = /[A-Za-z\d+/_%-]{9,}={0,2}/g
const leastLength = 20

/** `sha256:`, `--tasks` and the ids of some tasks */
const longestContext = 400

export function maskRandom(text: string): string {
  return replaceRandom(text, () => '***')
}

/** Each is a secret, even where it is a name. */
export function randomParts(text: string): string[] {
  const parts: string[] = []
  replaceRandom(text, part => {
    // Others repeat the name without its path.
    parts.push(part, ...part.split('/').filter(one => one !== part && maskRandom(one) !== one))
    return part
  })
  return parts
}

function replaceRandom(text: string, replace: (part: string) => string): string {
  let endOfLine: number | undefined
  return text.replace(run, (found, at: number) => {
    const isRest = endOfLine !== undefined && isLineBreak(text.slice(endOfLine, at)) && isWrapped(found)
    const before = text.slice(Math.max(0, at - longestContext), at)
    if (!isRest && (found.length < leastLength || !hasSecret(found, before))) return found
    endOfLine = found.length >= shortestLine ? at + found.length : undefined
    return replace(found)
  })
}

/** In JSON, too, and on one line. */
function isLineBreak(text: string): boolean {
  return text.length < 9 && /^(?:\s|\\[nr]?)+$/.test(text)
}

/** Of base64 and PEM. */
const shortestLine = 60

function isWrapped(word: string): boolean {
  return word.endsWith('=') || isRandom(word)
}

function hasSecret(found: string, before: string): boolean {
  const unknown = withoutIds(found.replace(/%[\dA-F]{2}/gi, '/'), before)
  return unknown.some(part => hexadecimal.test(part) || hasRandomLetters(part))
}

/** The half of a digest is none. */
const hexadecimal =
  /(?<![A-Za-z\d])(?=[a-f]*\d|[A-F]*\d)(?=\d*[A-Fa-f])(?:[\da-f]{18,}|[\dA-F]{18,})(?![A-Za-z\d])/

const ids: readonly RegExp[] = [
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html
  /(?<![\w-])ecs-pause-[\w-]{43}(?![\w-])/,
  // https://www.rfc-editor.org/rfc/rfc9562
  /(?<![A-Za-z\d])[\dA-Fa-f]{8}(?:-[\dA-Fa-f]{4}){3}-[\dA-Fa-f]{12}(?![A-Za-z\d])/,
  // A commit, a load balancer, a target group, a subnet, a file system.
  /(?<![A-Za-z\d])(?:[\da-f]{40}|[\da-f]{16,17}|[\da-f]{8})(?![A-Za-z\d])/,
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html#ecs-resource-ids
  /(?<=(?:^|[/ ])(?:tasks?|container-instances?)\/(?:[\w-]{1,255}\/)?)[\da-f]{32}(?![A-Za-z\d])/,
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html
  /(?<=service-deployment\/[\w-]{1,255}\/[\w-]{1,255}\/|services\/[\w-]{1,255}\/deployments\/)[\w-]{20,22}(?![\w-])/,
  // The names that CloudFormation and the CDK make end with these.
  /(?<=[A-Za-z]{2}[a-z])[\dA-F]{8}(?![A-Za-z\d])/,
  /(?<=[A-Za-z]{3}-)(?=[A-Z]*\d)[\dA-Z]{12,13}(?![A-Za-z\d])/,
]

const behindTask = /\btask $|--tasks (?:[\da-f]{32} ){0,11}$/

/** What is left between them. */
function withoutIds(text: string, before: string): string[] {
  if (/sha(?:256|512):$/.test(before)) return text.replace(/^[\da-f]+/, ' ').split(' ')
  if (behindTask.test(before)) return text.replace(/^[\da-f]{32}(?![A-Za-z\d])/, ' ').split(' ')
  // The alias that Amazon ECR Public gives to a registry: AmazonECR/latest/public/public-registry-concepts.html
  if (before.endsWith('public.ecr.')) return [text.replace(/^aws\/[a-z\d]{8}\//, '')]
  // Secrets Manager adds six letters to the name of a secret.
  const name = before.endsWith(':secret:') ? text.replace(/-[A-Za-z\d]{6}$/, '') : text
  return ids.reduce((parts, id) => parts.flatMap(part => part.split(id)), [name])
}
