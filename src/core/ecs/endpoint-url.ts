/** ECS states a host. Undefined: no address of a web server. */
export function endpointUrl(endpoint: string | undefined): string | undefined {
  if (!endpoint) return undefined
  const text = /^https?:\/\//.test(endpoint) ? endpoint : `https://${endpoint}`
  if (!URL.canParse(text)) return undefined
  const { origin, pathname } = new URL(text)
  return pathname === '/' ? origin : `${origin}${pathname}`
}
