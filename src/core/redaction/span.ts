export interface Span {
  readonly start: number
  readonly end: number
}

/** In order and apart from each other. */
export function maskSpans(text: string, spans: readonly Span[]): string {
  let masked = ''
  let copied = 0
  for (const { start, end } of spans) {
    masked += `${text.slice(copied, start)}***`
    copied = end
  }
  return masked + text.slice(copied)
}

/** Of what is quoted at the end of a text: with and without what a sentence puts behind it, the longest first. */
export function possibleEnds(text: string): number[] {
  const ends = [text.length]
  let end = text.length
  while (end > 0 && text.length - end < 6 && ' .…)]}"\'`;'.includes(text.charAt(end - 1))) ends.push(--end)
  return ends
}
