/**
 * A Mermaid gantt chart. It leaves out labels that have no room.
 * https://mermaid.js.org/syntax/gantt.html
 */
export interface Mark {
  readonly label: string
  /** where the label has no room */
  readonly shortLabel?: string
  readonly style: 'plain' | 'active' | 'done' | 'crit'
  readonly from: number
  /** undefined: a milestone */
  readonly to: number | undefined
}

export interface Row {
  readonly name: string
  /** ordered by time */
  readonly marks: readonly Mark[]
}

/** Milliseconds from 0 to `end`. */
export function gantt(rows: readonly Row[], end: number): string {
  const seconds = Math.max(1, Math.ceil(end / 1_000))
  return [
    '```mermaid',
    '---',
    'displayMode: compact',
    // Room for `task 3e7a1395`.
    'config:',
    '  gantt:',
    '    leftPadding: 90',
    '---',
    'gantt',
    // Written and read in one time zone, so everybody sees the elapsed time.
    '  dateFormat HH:mm:ss',
    `  axisFormat ${seconds < 3_600 ? '%-M:%S' : '%-H:%M:%S'}`,
    `  tickInterval ${ticks(seconds)}`,
    // The line would mark the time of reading.
    '  todayMarker off',
    ...rows.flatMap(({ name, marks }) => [`  section ${safe(name)}`, ...lines(marks, seconds * 1_000)]),
    '```',
  ].join('\n')
}

function lines(marks: readonly Mark[], length: number): string[] {
  return marks.map((mark, index) => {
    const next = marks[index + 1]
    const { label, shortLabel = '' } = mark
    const labels = isOverFailure(mark, marks[index - 1], length) ? [] : [label, shortLabel]
    const text = labels.find(one => hasRoom({ ...mark, label: one }, next, length))
    return line(mark, text ? safe(text) : blank)
  })
}

function line({ style, from, to }: Mark, text: string): string {
  const tags = [...(to === undefined ? ['milestone'] : []), ...(style === 'plain' ? [] : [style])]
  // A bar under a second would be invisible.
  const until = to === undefined ? '0s' : time(Math.max(to, from + 1_000))
  return `  ${text} :${[...tags, time(from), until].join(', ')}`
}

/** A space that Mermaid keeps. */
const blank = '#160;'

/** In a summary that is 400 pixels wide. */
const lettersInChart = 42

/** Black on red cannot be read. */
function isOverFailure(mark: Mark, before: Mark | undefined, length: number): boolean {
  return isWrittenLeft(mark, length) && before?.style === 'crit' && before.to !== undefined
}

/** Mermaid writes the label of a milestone to its right, or to its left where the chart ends. */
function isWrittenLeft({ label, from, to }: Mark, length: number): boolean {
  const position = (from / length) * lettersInChart
  return to === undefined && position + width(label) > lettersInChart + margin
}

function hasRoom({ label, from, to }: Mark, next: Mark | undefined, length: number): boolean {
  const until = to ?? next?.from
  if (until === undefined) return true
  const own = width(label) + (to === undefined ? milestone : 0)
  const letters = own + (next && isWrittenLeft(next, length) ? width(next.label) + milestone : 0)
  return (until - from) * lettersInChart >= letters * length
}

/** All in letters: what is right of the chart, and what a milestone takes. */
const margin = 3
const milestone = 3

const escapedColon = 7

/** In letters: Mermaid measures a colon as it escapes it. */
function width(label: string): number {
  return label.length + (label.split(':').length - 1) * escapedColon
}

const day = 86_399

function time(milliseconds: number): string {
  const seconds = Math.min(day, Math.max(0, Math.floor(milliseconds / 1_000)))
  return [seconds / 3_600, (seconds / 60) % 60, seconds % 60]
    .map(part => String(Math.floor(part)).padStart(2, '0'))
    .join(':')
}

const steps = [
  [1, '1second'],
  [5, '5second'],
  [15, '15second'],
  [30, '30second'],
  [60, '1minute'],
  [120, '2minute'],
  [300, '5minute'],
  [600, '10minute'],
  [1_800, '30minute'],
] as const

/** About ten per chart. */
function ticks(seconds: number): string {
  return steps.find(([step]) => seconds / step <= 10)?.[1] ?? '1hour'
}

const longest = 60

/** A colon would end the text, a keyword would begin a statement. */
function safe(text: string): string {
  return text
    .replace(/[^\w .,:/·-]/g, '')
    .slice(0, longest)
    .trim()
    .replaceAll(':', '#58;')
    .replace(command, first => `#${first.charCodeAt(0)};`)
}

/** The first letter of a keyword. */
const command =
  /^(?=gantt|click|dateFormat|inclusiveEndDates|topAxis|axisFormat|tickInterval|includes|excludes|todayMarker|weekday|weekend|title|acc|section|\d{4}-)./i
