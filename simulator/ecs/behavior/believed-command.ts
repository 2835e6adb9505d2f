/** What a command does, as far as its words say it: `exit 3`, `false`, `sleep 30`, `sh -c "echo hello; exit 1"`. */
import type { Software } from '../resources/software.js'

/** Undefined: it could do anything. */
export function believedSoftware(words: readonly string[]): Software | undefined {
  const [program = '', option = '', script] = words
  if (!/^(?:ba|da|a|z)?sh$/.test(baseName(program))) return run([{ words, needsSuccess: false }], false)
  if (script === undefined || !/^-[a-z]*c$/.test(option)) return undefined
  const statements = statementsOf(script)
  return statements && run(statements, option.includes('e'))
}

interface Statement {
  readonly words: readonly string[]
  /** After `&&`. */
  readonly needsSuccess: boolean
}

/** Undefined: pipes, variables, redirections or anything else of a shell. */
function statementsOf(script: string): readonly Statement[] | undefined {
  if (/[|<>`$\\(){}*?#]|(?<!&)&(?!&)/.test(script)) return undefined
  const tokens = script.match(/&&|[;\n]|(?:"[^"]*"|'[^']*'|[^\s;&"'])+/g) ?? []
  const statements: { words: string[]; needsSuccess: boolean }[] = [{ words: [], needsSuccess: false }]
  for (const token of tokens) {
    if (token === '&&') statements.push({ words: [], needsSuccess: true })
    else if (/^[;\n]$/.test(token)) statements.push({ words: [], needsSuccess: false })
    else statements.at(-1)?.words.push(token.replace(/["']/g, ''))
  }
  return statements.filter(({ words }) => words.length > 0)
}

/** A process needs a moment even for nothing. */
const leastSeconds = 0.3

interface Progress {
  seconds: number
  code: number
  /** `exit`, or `exec` of what has ended. */
  hasEnded: boolean
  exitsOnError: boolean
  readonly logs: string[]
}

function run(statements: readonly Statement[], exitsOnError: boolean): Software | undefined {
  const progress: Progress = { seconds: 0, code: 0, hasEnded: false, exitsOnError, logs: [] }
  for (const { words, needsSuccess } of statements) {
    if (progress.hasEnded) break
    if (needsSuccess && progress.code !== 0) continue
    if (!perform(words, progress)) return undefined
    if (progress.exitsOnError && progress.code !== 0) progress.hasEnded = true
  }
  const { seconds, code, logs } = progress
  const common = { listens: {}, ...(logs.length > 0 && { logs }) }
  if (seconds === Number.POSITIVE_INFINITY) return common
  return { ...common, exitsAfterSeconds: Math.max(leastSeconds, seconds), exitCode: code }
}

/** Whether it is known what the words do. */
function perform([program = '', ...args]: readonly string[], progress: Progress): boolean {
  switch (baseName(program)) {
    case 'exec':
      progress.hasEnded = true
      return args.length > 0 && perform(args, progress)
    case 'exit':
      progress.hasEnded = true
      return setCode(args[0] ?? String(progress.code), progress)
    case 'true':
    case ':':
      return setCode('0', progress)
    case 'false':
      return setCode('1', progress)
    case 'echo':
      progress.logs.push(args.filter(word => word !== '-n').join(' '))
      return setCode('0', progress)
    case 'set':
      progress.exitsOnError ||= args.some(word => /^-[a-z]*e/.test(word))
      return args.every(word => /^-[eux]+$/.test(word))
    case 'sleep':
      return sleep(args, progress)
    default:
      return false
  }
}

function setCode(text: string, progress: Progress): boolean {
  if (!/^\d{1,3}$/.test(text)) return false
  progress.code = Number(text) % 256
  return true
}

const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 }

function sleep([duration = '', another]: readonly string[], progress: Progress): boolean {
  const [, number, unit = 's'] = /^(\d+(?:\.\d+)?)([smhd])?$/.exec(duration) ?? []
  if (another !== undefined || (number === undefined && duration !== 'infinity')) return false
  progress.seconds +=
    number === undefined ? Number.POSITIVE_INFINITY : Number(number) * (unitSeconds[unit] ?? 1)
  if (progress.seconds === Number.POSITIVE_INFINITY) progress.hasEnded = true
  progress.code = 0
  return true
}

function baseName(program: string): string {
  return program.slice(program.lastIndexOf('/') + 1)
}
