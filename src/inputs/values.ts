/** Single values out of the strings of `with:`. Each reader reports what it cannot read and answers a default. */
import { closest, quote } from '../core/errors/problem.js'

/** Answers an input as given, trimmed; empty means absent. */
export type Get = (name: string) => string
export type Report = (subject: string, text: string) => void

export interface InputReader {
  readonly get: Get
  /** the input with the blanks around it, for values in which each character counts */
  readonly raw: Get
  readonly report: Report
}

/** Booleans of the YAML 1.2 core schema, as the toolkit of GitHub Actions reads them. */
export function flag(reader: InputReader, name: string, absent: boolean): boolean {
  return optionalFlag(reader, name) ?? absent
}

export function optionalFlag({ get, report }: InputReader, name: string): boolean | undefined {
  const value = get(name)
  if (value === '') return undefined
  if (/^(true|True|TRUE)$/.test(value)) return true
  if (/^(false|False|FALSE)$/.test(value)) return false
  report(name, `${quote(value)} is not true or false`)
  return undefined
}

export function wholeNumber(
  reader: InputReader,
  name: string,
  absent: number,
  least: number,
  most: number,
): number {
  return optionalNumber(reader, name, least, most) ?? absent
}

export function optionalNumber(
  { get, report }: InputReader,
  name: string,
  least: number,
  most: number,
): number | undefined {
  const value = get(name)
  if (value === '') return undefined
  const number = Number(value)
  if (/^\d{1,10}$/.test(value) && number >= least && number <= most) return number
  report(name, `${quote(value)} is not a whole number from ${least} to ${most}`)
  return undefined
}

export function oneOf<T extends string>(
  reader: InputReader,
  name: string,
  allowed: readonly T[],
  absent: T,
): T {
  return optionalOneOf(reader, name, allowed) ?? absent
}

export function optionalOneOf<T extends string>(
  { get, report }: InputReader,
  name: string,
  allowed: readonly T[],
): T | undefined {
  const value = get(name)
  if (value === '') return undefined
  const found = allowed.find(word => word === value)
  if (found) return found
  const meant = closest(value, allowed)
  report(
    name,
    `${quote(value)} is not one of ${allowed.join(', ')}${meant ? `; did you mean ${meant}?` : ''}`,
  )
  return undefined
}

/** Items between separators, trimmed, without empty ones. */
export function list(value: string, separator: string | RegExp): string[] {
  return value
    .split(separator)
    .map(item => item.trim())
    .filter(item => item !== '')
}
