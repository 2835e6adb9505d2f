/** Rows as a Markdown table, ready to be pasted into a document. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, i) => Math.max(column.length, ...rows.map(row => row[i]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [line(columns), line(rule), ...rows.map(line)].join('\n')
}

/** Undefined is a dash. */
export function number(value: number | undefined, digits = 1): string {
  return value === undefined ? '–' : value.toFixed(digits)
}
