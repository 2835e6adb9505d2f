/** From the lines that servers write when they start. */

const serverWords =
  /\b(listen(?:ing|s)?|running|started|serving|bound|binding|available|accepting connections|server|ready)\b/i
/** A connection to another host, or a second server. */
const otherServerWords =
  /\b(connect(?:ed|ing)? to|metrics|prometheus|debugger|inspector|admin|management|actuator)\b/i
/** Not after the address of another host. */
const ownPort =
  /(?:(?:0\.0\.0\.0|127\.\d+\.\d+\.\d+|localhost|\[::1?\]|\*|(?<![\w.\]-])):|\bport(?:\(s\))?[ :=]+)(\d{2,5})\b/gi

export interface ListeningPort {
  readonly port: number
  readonly line: string
}

/** In the order of the log. */
export function listeningPorts(lines: readonly string[]): ListeningPort[] {
  const found = new Map<number, string>()
  for (const line of lines) {
    if (!serverWords.test(line) || otherServerWords.test(line)) continue
    for (const [, digits] of withoutTimes(line).matchAll(ownPort)) {
      const port = Number(digits)
      if (port > 0 && port < 65_536 && !found.has(port)) found.set(port, line)
    }
  }
  return [...found].map(([port, line]) => ({ port, line }))
}

/** `12:04:31` looks like two ports. */
function withoutTimes(line: string): string {
  return line.replace(/\b\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?\b/g, ' ')
}
