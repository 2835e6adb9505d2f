import type { Report } from './input-row.js'

/** Never quoted: it can hold a secret. */
export function parseVerifyUrl(value: string, report: Report): string | undefined {
  const url = URL.parse(value.trim())
  if (!url || !/^https?:$/.test(url.protocol) || /\s/.test(value.trim())) {
    report('is not a URL that begins with https:// or http://')
    return undefined
  }
  if (url.username !== '' || url.password !== '') {
    report('has credentials before its host: verify an address that needs none')
    return undefined
  }
  url.hash = ''
  return url.href
}
