/** Ports that an app says it listens on, in the lines that servers write when they start. */

const verbs =
  /\b(listen(?:ing|s)?|running|started|serving|bound|binding|available|accepting connections|server|ready)\b/i
/** Lines about talking to somebody else, or about a second server that is not the app. */
const others = /\b(connect(?:ed|ing)? to|metrics|prometheus|debugger|inspector|admin|management|actuator)\b/i
/** Of an address that is the container's own, or of none; the port of another host is where somebody else listens. */
const port =
  /(?:(?:0\.0\.0\.0|127\.\d+\.\d+\.\d+|localhost|\[::1?\]|\*|(?<![\w.\]-])):|\bport(?:\(s\))?[ :=]+)(\d{2,5})\b/gi

export interface Listening {
  readonly port: number
  /** the line that says so */
  readonly line: string
}

/** Each port once, in the order in which the log names them. */
export function listeningPorts(lines: readonly string[]): Listening[] {
  const found = new Map<number, string>()
  for (const line of lines) {
    if (!verbs.test(line) || others.test(line)) continue
    for (const [, digits] of withoutTimes(line).matchAll(port)) {
      const number = Number(digits)
      if (number > 0 && number < 65_536 && !found.has(number)) found.set(number, line)
    }
  }
  return [...found].map(([number, line]) => ({ port: number, line }))
}

/** `12:04:31` looks like two ports. */
function withoutTimes(line: string): string {
  return line.replace(/\b\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?\b/g, ' ')
}
