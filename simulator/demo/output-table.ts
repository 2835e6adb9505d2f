const MAX_WIDTH = 100

export function outputTable(outputs: Readonly<Record<string, string>>): string {
  const rows = Object.entries(outputs).filter(([, value]) => value !== '')
  const width = Math.max(0, ...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${oneLine(value)}`).join('\n')
}

function oneLine(value: string): string {
  const line = value.replaceAll(/\s*\n\s*/g, ' ')
  return line.length <= MAX_WIDTH ? line : `${line.slice(0, MAX_WIDTH)}… (${value.length} characters)`
}
