/** Where a member stands in a description. */
export type Path = readonly (string | number)[]

/** `history[0].images["web:1"].listens` */
export function pathText(path: Path): string {
  return path.reduce<string>((before, step) => {
    if (typeof step === 'number') return `${before}[${step}]`
    if (!/^[\w-]+$/.test(step)) return `${before}["${step}"]`
    return before === '' ? step : `${before}.${step}`
  }, '')
}
