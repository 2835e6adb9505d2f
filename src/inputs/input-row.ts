import type { PlainOptions, PlainSetting } from '../core/ecs/plain-settings.js'
import { closest, quote } from '../core/errors/problem.js'

export type Need =
  | 'service'
  | 'watch'
  | 'wait'
  | 'several-services'
  | 'run-task'
  | 'continue-deployment'
  | 'verification'
  | 'verify-url'
  | 'verified'
  | 'one-off-task'
  | 'file'
  | 'alarms'
  | 'dry-run'
  | 'pr-comment'
  | 'record'
  | 'environment'

export type Report = (problem: string) => void

export interface InputRow<T> {
  /** as in action.yml, or empty */
  readonly default: string
  readonly needs?: Need | undefined
  /** sent with UpdateService as it is given */
  readonly setting?: PlainSetting | undefined
  /** Reports an unreadable value and returns the default. */
  readonly parse: (value: string, report: Report) => T
}

interface Needs {
  readonly needs?: Need
}

export function text(row: Needs & { readonly default?: string } = {}): InputRow<string> {
  return { default: row.default ?? '', needs: row.needs, parse: value => value.trim() }
}

export function flag(row: Needs & { readonly default: boolean }): InputRow<boolean> {
  return {
    default: String(row.default),
    needs: row.needs,
    parse: (value, report) => parseFlag(value.trim(), report) ?? row.default,
  }
}

export function optionalFlag({ needs }: Needs = {}): InputRow<boolean | undefined> {
  return optional((value, report) => parseFlag(value.trim(), report), needs)
}

/** The value is sent with UpdateService. */
export function setting<Name extends PlainSetting>(
  name: Name,
  row: InputRow<PlainOptions[Name]>,
): InputRow<PlainOptions[Name]> {
  return { ...row, needs: 'service', setting: name }
}

interface Bounds {
  readonly least: number
  readonly most: number
}

export function wholeNumber(row: Needs & Bounds & { readonly default: number }): InputRow<number> {
  return {
    default: String(row.default),
    needs: row.needs,
    parse: (value, report) => parseNumber(value.trim(), row, report) ?? row.default,
  }
}

export function optionalNumber(row: Needs & Bounds): InputRow<number | undefined> {
  return optional((value, report) => parseNumber(value.trim(), row, report), row.needs)
}

export function oneOf<const T extends string>(
  allowed: readonly T[],
  row: Needs & { readonly default: NoInfer<T> },
): InputRow<T> {
  return {
    default: row.default,
    needs: row.needs,
    parse: (value, report) => parseWord(value.trim(), allowed, report) ?? row.default,
  }
}

export function optionalOneOf<const T extends string>(
  allowed: readonly T[],
  { needs }: Needs = {},
): InputRow<T | undefined> {
  return optional((value, report) => parseWord(value.trim(), allowed, report), needs)
}

/** An empty value is not parsed. */
export function optional<T>(
  parse: (value: string, report: Report) => T | undefined,
  needs?: Need,
): InputRow<T | undefined> {
  return {
    default: '',
    needs,
    parse: (value, report) => (value.trim() === '' ? undefined : parse(value, report)),
  }
}

export function list(separator: string | RegExp, { needs }: Needs = {}): InputRow<readonly string[]> {
  return { default: '', needs, parse: value => splitList(value, separator) }
}

/** Trimmed, without empty items. */
export function splitList(value: string, separator: string | RegExp): string[] {
  return value
    .split(separator)
    .map(item => item.trim())
    .filter(item => item !== '')
}

/** YAML 1.2 core schema, as GitHub's toolkit reads it. */
function parseFlag(value: string, report: Report): boolean | undefined {
  if (/^(true|True|TRUE)$/.test(value)) return true
  if (/^(false|False|FALSE)$/.test(value)) return false
  report(`${quote(value)} is not true or false`)
  return undefined
}

function parseNumber(value: string, { least, most }: Bounds, report: Report): number | undefined {
  const number = Number(value)
  if (/^\d{1,10}$/.test(value) && number >= least && number <= most) return number
  report(`${quote(value)} is not a whole number from ${least} to ${most}`)
  return undefined
}

function parseWord<T extends string>(value: string, allowed: readonly T[], report: Report): T | undefined {
  const found = allowed.find(word => word === value)
  if (found) return found
  const suggestion = closest(value, allowed)
  const hint = suggestion ? `; did you mean ${suggestion}?` : ''
  report(`${quote(value)} is not one of ${allowed.join(', ')}${hint}`)
  return undefined
}
