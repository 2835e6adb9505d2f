const errorWords =
  /\b(\w*error|\w*exception|fatal|panic|cannot|can't|could not|unable|failed|failure|refused|denied|missing|no such|not found|not set|unknown|unexpected|invalid|illegal|unsupported|undefined|unrecognized|timed out|abort(?:ed|ing)?)\b/i

export function isErrorLine(line: string): boolean {
  return errorWords.test(line)
}

export function mainLine(lines: readonly string[]): string | undefined {
  return lines.findLast(isErrorLine) ?? lastLine(lines)
}

export function lastLine(lines: readonly string[]): string | undefined {
  return lines.findLast(line => line.trim() !== '')
}
