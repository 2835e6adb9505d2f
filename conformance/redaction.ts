/**
 * Takes out of requests and answers what belongs to an account or changes from run to run, and keeps what is the same:
 * the second task is `task-2` wherever its id stands. A deployment and its service revision share their digits, and
 * so they share `deployment-1`. Times become seconds since the first one.
 */
import { isList, isObject, type Json, type JsonObject } from './json.js'

interface Rule {
  readonly kind: string
  readonly pattern: RegExp
}

/** In this order: a longer form comes before what it contains. */
const rules: readonly Rule[] = [
  { kind: 'service-deployment', pattern: /(?<=:service-deployment\/[\w-]+\/[\w-]+\/)[\w-]{21}(?![\w-])/g },
  { kind: 'service-deployment', pattern: /(?<=Deployment \[)[\w-]{21}(?=\])/g },
  { kind: 'runtime', pattern: /\b[0-9a-f]{32}-\d{6,12}\b/g },
  { kind: 'digest', pattern: /\bsha256:[0-9a-f]{64}\b/g },
  { kind: 'id', pattern: /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g },
  { kind: 'task', pattern: /\b[0-9a-f]{32}\b/g },
  { kind: 'deployment', pattern: /\b\d{17,20}\b/g },
  { kind: 'target-group', pattern: /(?<=:targetgroup\/)[\w-]+\/[0-9a-f]{16}/g },
  { kind: 'load-balancer', pattern: /(?<=:loadbalancer\/)[\w/-]+\/[0-9a-f]{16}/g },
  { kind: 'principal', pattern: /(?<=:(?:assumed-role|role|user)\/)(?!aws-service-role)[\w+=,.@/-]+/g },
  { kind: 'interface', pattern: /\beni-[0-9a-z]+/g },
  { kind: 'subnet', pattern: /\bsubnet-[0-9a-z]+/g },
  { kind: 'security-group', pattern: /\bsg-[0-9a-z]+/g },
  { kind: 'vpc', pattern: /\bvpc-[0-9a-z]+/g },
  { kind: 'host', pattern: /\bip-[0-9a-f][0-9a-f-]*\.[\w.-]+/g },
  { kind: 'mac', pattern: /\b[0-9a-f]{2}(?::[0-9a-f]{2}){5}\b/g },
  { kind: 'address', pattern: /\b\d{1,3}(?:\.\d{1,3}){3}\b/g },
  { kind: 'address', pattern: /(?<![\w:])(?:[0-9a-f]{1,4}:){2,7}:?[0-9a-f:]*[0-9a-f](?![\w:])/g },
  { kind: 'zone', pattern: /\b[a-z]{2}(?:-[a-z]+){1,2}-\d[a-f]\b/g },
  { kind: 'region', pattern: /\b[a-z]{2}(?:-gov|-iso[a-z]?)?-(?:north|south|east|west|central)[a-z]*-\d\b/g },
]

const accountPattern = /\b\d{12}\b/g
/** As in AWS's own examples. */
const exampleAccount = '123456789012'

export class Redactor {
  readonly #settings: readonly (readonly [string, string])[]
  /** By kind and what was found. */
  readonly #names = new Map<string, string>()
  readonly #counts = new Map<string, number>()
  #start: number | undefined

  /** What the user set, such as the name of the cluster, each with the text that stands for it. */
  constructor(settings: Readonly<Record<string, string>> = {}) {
    this.#settings = Object.entries(settings).filter(([value]) => value !== '')
  }

  redact(value: JsonObject): JsonObject {
    return Object.fromEntries(
      Object.entries(value).map(([member, inner]) => [member, this.#member(member, inner)]),
    )
  }

  text(text: string): string {
    let result = text
    for (const [value, name] of this.#settings) result = result.replaceAll(value, name)
    for (const { kind, pattern } of rules)
      result = result.replace(pattern, found => this.#nameOf(kind, found))
    return result.replace(accountPattern, exampleAccount)
  }

  #member(member: string, value: Json): Json {
    if (/(?:At|Timestamp)$/.test(member) && !isObject(value)) return this.#time(value)
    if (/^(?:nextToken|clientToken)$/.test(member)) return 'token'
    return this.#value(value)
  }

  #value(value: Json): Json {
    if (isList(value)) return value.map(item => this.#value(item))
    if (isObject(value)) return this.redact(value)
    return typeof value === 'string' ? this.text(value) : value
  }

  /** The CLI prints epoch seconds or ISO texts, as it is set. */
  #time(value: Json): Json {
    const seconds = typeof value === 'number' ? value : Date.parse(String(value)) / 1000
    if (!Number.isFinite(seconds)) return this.#value(value)
    this.#start ??= seconds
    const since = Math.round(seconds - this.#start)
    return `${since < 0 ? '' : '+'}${since}s`
  }

  #nameOf(kind: string, found: string): string {
    const key = `${kind} ${found}`
    const known = this.#names.get(key)
    if (known !== undefined) return known
    const count = (this.#counts.get(kind) ?? 0) + 1
    this.#counts.set(kind, count)
    const name = `${kind}-${count}`
    this.#names.set(key, name)
    return name
  }
}

const kinds = [...new Set(rules.map(({ kind }) => kind))].sort((a, b) => b.length - a.length)
const numbered = new RegExp(`\\b(${kinds.join('|')})-\\d+\\b`, 'g')

/** `task-2` is `task`: which of them it is depends on the run. */
export function withoutNumbers(text: string): string {
  return text.replace(numbered, '$1')
}

export function isTime(text: string): boolean {
  return /^[+-]\d+s$/.test(text)
}
