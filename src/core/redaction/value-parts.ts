/** Values inside a value: of JSON, URLs, connection strings and commands. Programs show each of them alone, too. */
import type { Json } from '../text/json.js'
import { isList, isObject } from '../text/json.js'
import { isCommon } from './common-values.js'
import { assignedValues, isSecretName } from './secret-assignment.js'

/** JSON in JSON in JSON */
const deepest = 4

export function partsOf(value: string): string[] {
  return [...new Set(partsIn(value, 0))].filter(part => part !== value)
}

function partsIn(value: string, depth: number): string[] {
  if (depth > deepest) return []
  const leaves = jsonLeaves(value)
  const inside = leaves.flatMap(leaf => [leaf, ...partsIn(leaf, depth + 1)])
  return [...inside, ...urlPasswords(value), ...assignedValues(value), ...commandSecrets(value)]
}

/** Under the name of a secret whatever it is, elsewhere unless it is an ordinary word. */
function jsonLeaves(value: string): string[] {
  if (!/^\s*[[{"]/.test(value)) return []
  let json: Json
  try {
    json = JSON.parse(value) as Json
  } catch {
    return []
  }
  return leavesOf(json)
}

interface Branch {
  readonly json: Json
  readonly isSecret: boolean
}

/** Without recursion: a value can be nested deeper than the stack. */
function leavesOf(root: Json): string[] {
  const leaves: string[] = []
  const branches: Branch[] = [{ json: root, isSecret: false }]
  for (let branch = branches.pop(); branch; branch = branches.pop()) {
    const { json, isSecret } = branch
    if (typeof json === 'string' && (isSecret || !isCommon(json))) leaves.push(json)
    if (isList(json)) for (const item of json) branches.push({ json: item, isSecret })
    if (!isObject(json)) continue
    for (const [name, member] of Object.entries(json))
      branches.push({ json: member, isSecret: isSecret || isSecretName(name) })
  }
  return leaves
}

/** `app:PASSWORD@` behind `://`, and before `@tcp(` of Go. https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1 */
function urlPasswords(value: string): string[] {
  const found: string[] = []
  for (let at = value.indexOf('://'); at >= 0; at = value.indexOf('://', at + 3)) {
    userInfo.lastIndex = at + 3
    const password = userInfo.exec(value)?.[1]
    if (password) found.push(password, decoded(password))
  }
  const dsn = /^[^\s:/@]*:([^\s@]+)@(?:tcp|udp|unix)\(/.exec(value)?.[1]
  return dsn ? [...found, dsn] : found
}

const userInfo = /[^\s/?#:@]*:([^\s/]+)@/y

function decoded(password: string): string {
  try {
    return decodeURIComponent(password)
  } catch {
    return password
  }
}

/** `--token VALUE`, `--user name:VALUE`, `-p VALUE`, `-pVALUE` */
function commandSecrets(value: string): string[] {
  if (!value.includes('-')) return []
  const words = value.split(/\s+/).map(word => word.replace(/^["']|["']$/g, ''))
  return words.flatMap((word, i) => argumentSecrets(word, words[i + 1] ?? ''))
}

const shortFlags: readonly string[] = ['-p', '-P', '-a']
const userFlags: readonly string[] = ['-u', '--user', '--proxy-user']

function argumentSecrets(word: string, next: string): string[] {
  if (!word.startsWith('-')) return []
  if (userFlags.includes(word)) return passwordOfUser(next)
  if (word.startsWith('--user=')) return passwordOfUser(word.slice('--user='.length))
  if (word.startsWith('-u') && word.includes(':')) return passwordOfUser(word.slice(2))
  if (shortFlags.includes(word)) return isCommon(next) ? [] : [next]
  const assigned = word.includes('=') ? [] : assignedValues(`${word}=${next}`)
  if (assigned.length > 0) return assigned
  const attached = /^-p([^-=].*)$/.exec(word)?.[1]
  return attached && !isCommon(attached) ? [attached] : []
}

function passwordOfUser(user: string): string[] {
  const colon = user.indexOf(':')
  return colon < 0 ? [] : [user.slice(colon + 1)]
}
