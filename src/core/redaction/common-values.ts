/** What people would miss in a message, and what opens nothing: words, numbers, names, hosts, paths. */
const common: readonly RegExp[] = [
  /^[+-]?\d+(?:\.\d+)?$/,
  // `production`, `Production`, `PRODUCTION`
  /^(?:[A-Z]?[a-z]{1,20}|[A-Z]{1,20})$/,
  // `shop_production`, `eu-west-1`, `orders.v2`
  /^[a-z]{1,20}(?:[-_.](?:[a-z]{1,20}|v?\d{1,4}))*$/,
  // `db-1.internal.example.com:5432`, `10.0.0.1:80`
  /^[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63})*\.[a-z]{2,20}(?::\d{1,5})?$/,
  /^(?:localhost|\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5})?$/,
  // `/var/lib/app.sock`
  /^(?:\/[a-z][a-z_.-]{0,30})+\/?$/,
]

export function isCommon(value: string): boolean {
  return common.some(pattern => pattern.test(value))
}

/** Words of ECS and of our sentences: to hide them would spoil the sentence, and give the value away. */
// biome-ignore format: one set
const publicWords = new Set([
  'CMD-SHELL', 'production', 'development', 'deployment', 'container', 'localhost', 'disabled', 'required', 'internal',
])

/** Grants no access, and shows what is wrong. */
const arn = /^arn:aws[a-z-]*:[a-z\d-]+:[a-z\d-]*:\d*:[\w/:.-]+$/

/** Stays readable even if it is the whole value. */
export function isPublic(value: string): boolean {
  return publicWords.has(value) || arn.test(value)
}
