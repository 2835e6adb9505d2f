/**
 * A Mermaid gantt chart with one row for each subject, whose bars and milestones follow one another. Details belong into
 * the timeline below the chart: a label that has no room is left out.
 *
 * https://mermaid.js.org/syntax/gantt.html
 */
export interface Mark {
  readonly label: string
  readonly style: 'plain' | 'active' | 'done' | 'crit'
  readonly from: number
  /** undefined: a milestone */
  readonly to: number | undefined
}

export interface Row {
  readonly name: string
  /** in the order of time */
  readonly marks: readonly Mark[]
}

/** Times are milliseconds from 0, the beginning, to `end`. */
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
    // Times of day, written and read in the same time zone: they show the time since the beginning everywhere.
    '  dateFormat HH:mm:ss',
    `  axisFormat ${seconds < 3_600 ? '%-M:%S' : '%-H:%M:%S'}`,
    `  tickInterval ${ticks(seconds)}`,
    // The line would mark the time at which somebody reads the page.
    '  todayMarker off',
    ...rows.flatMap(({ name, marks }) => [`  section ${safe(name)}`, ...lines(marks, seconds * 1_000)]),
    '```',
  ].join('\n')
}

function lines(marks: readonly Mark[], length: number): string[] {
  return marks.map((mark, index) => {
    const text = hasRoom(mark, marks[index + 1], length) ? safe(mark.label) : blank
    return line(mark, text)
  })
}

function line({ style, from, to }: Mark, text: string): string {
  const tags = [...(to === undefined ? ['milestone'] : []), ...(style === 'plain' ? [] : [style])]
  // A bar of less than a second would not be visible.
  const until = to === undefined ? '0s' : time(Math.max(to, from + 1_000))
  return `  ${text} :${[...tags, time(from), until].join(', ')}`
}

/** A space that Mermaid keeps, for a mark without a label. */
const blank = '#160;'

/** A letter takes about a hundredth of the chart. */
const lettersInChart = 100

/**
 * Mermaid writes a label beside a milestone, or beside a bar that is too short for it, over whatever is there. The label
 * of a milestone can stand on either side of it, so the mark before leaves room for it.
 */
function hasRoom({ label, from, to }: Mark, next: Mark | undefined, length: number): boolean {
  const until = to ?? next?.from
  if (until === undefined) return true
  const isMilestoneNext = next !== undefined && next.to === undefined
  const letters = label.length + (isMilestoneNext ? next.label.length : 0)
  return (until - from) * lettersInChart >= letters * length
}

const day = 86_399

/** `00:03:24`, whole seconds as in the timeline; never before the beginning, whatever another clock says. */
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

/** About ten of them in the chart. */
function ticks(seconds: number): string {
  return steps.find(([step]) => seconds / step <= 10)?.[1] ?? '1hour'
}

/** What is longer is cut. */
const longest = 60

/** Without what Mermaid's syntax knows: a colon would end the text, a keyword would begin another statement. */
function safe(text: string): string {
  return text
    .replace(/[^\w .,:/·-]/g, '')
    .slice(0, longest)
    .trim()
    .replaceAll(':', '#58;')
    .replace(command, first => `#${first.charCodeAt(0)};`)
}

/** The first letter of a keyword at the beginning of a line. */
const command =
  /^(?=gantt|click|dateFormat|inclusiveEndDates|topAxis|axisFormat|tickInterval|includes|excludes|todayMarker|weekday|weekend|title|acc|section|\d{4}-)./i
