/** An address can carry a secret in its query: only its name and path are shown. */
import { secretsOf } from '../task-definition/hidden-values.js'

/** `https://web.example.com/health?…` */
export function shownUrl(url: string): string {
  const { origin, pathname, search } = new URL(url)
  return `${origin}${pathname}${search === '' ? '' : '?…'}`
}

/** A server may quote them. */
export function secretsOfUrl(url: string): string[] {
  const { search, searchParams } = new URL(url)
  const values = [search, search.slice(1), ...searchParams.values()]
  return secretsOf([{ environment: values.map(value => ({ value })) }], [])
}
