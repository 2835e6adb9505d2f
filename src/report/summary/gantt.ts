/**
 * A Mermaid gantt chart with one row for each subject: its bars and milestones follow one another, each with a label
 * where there is room for it. Knows Mermaid's syntax and how wide its letters are, nothing of deployments.
 *
 * https://mermaid.js.org/syntax/gantt.html
 */
export interface Mark {
  readonly label: string
  /** the same in a word, for a bar that is too small for it */
  readonly short?: string | undefined
  readonly style: 'plain' | 'active' | 'done' | 'crit'
  readonly from: number
  /** absent: a milestone */
  readonly to?: number | undefined
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
    // A time of day, written and shown in the same time zone: wherever it is read it is the time since the beginning.
    '  dateFormat HH:mm:ss',
    `  axisFormat ${seconds < 3_600 ? '%-M:%S' : '%-H:%M:%S'}`,
    `  tickInterval ${ticks(seconds)}`,
    // A line at the moment of reading would have nothing to do with the rollout.
    '  todayMarker off',
    ...rows.flatMap(({ name, marks }) => [`  section ${safe(name)}`, ...lines(marks, seconds)]),
    '```',
  ].join('\n')
}

function lines(marks: readonly Mark[], seconds: number): string[] {
  /** what the label before takes beside its mark, in pixels */
  let taken = 0
  return marks.map((mark, nth) => {
    const placed = place(mark, { before: marks[nth - 1], after: marks[nth + 1], taken }, seconds)
    const shown = placed.text.replaceAll(/#\d+;/g, '.')
    taken = placed.isBeside || mark.to === undefined ? widthOf(shown) + diamond : 0
    return line(mark, placed)
  })
}

function line({ from, to, ...mark }: Mark, { text, isBeside }: Placed): string {
  const style = isBeside && dark.has(mark.style) ? 'plain' : mark.style
  const tags = [...(to === undefined ? ['milestone'] : []), ...(style === 'plain' ? [] : [style])]
  // A bar has at least a second: what is shorter could not be seen.
  const until = to === undefined ? '0s' : time(Math.max(to, from + 1_000))
  return `  ${text} :${[...tags, time(from), until].join(', ')}`
}

/** In pixels on the pages of GitHub: letters, the chart without what stands beside it, the free space at its end. */
const letter = 5
const width = 700
const margin = 40
const diamond = 18

interface Neighbours {
  readonly before: Mark | undefined
  readonly after: Mark | undefined
  readonly taken: number
}

interface Placed {
  readonly text: string
  /** of a bar: it does not stand in it */
  readonly isBeside: boolean
}

/** Mermaid writes the labels of these in black wherever they stand, which nobody can read beside a bar in the dark. */
const dark: ReadonlySet<Mark['style']> = new Set(['active', 'done'])

/** What is longer is cut, or said in a word. */
const longest = 60

/** A blank that Mermaid keeps, for a bar without a label. */
const nothing = '#160;'

/**
 * Mermaid writes a label that a bar is too small for to its right, and at the end of the chart to its left, over
 * whatever stands there.
 */
function place(mark: Mark, { before, after, taken }: Neighbours, seconds: number): Placed {
  const pixels = (milliseconds: number) => (milliseconds / 1_000 / seconds) * width
  const texts = [mark.label, mark.short ?? mark.label]
  const fitting = (room: number) => texts.find(text => text.length <= longest && widthOf(text) <= room)
  const right = after ? pixels(after.from - endOf(mark)) : pixels(seconds * 1_000 - endOf(mark)) + margin
  const left = after ? 0 : before ? pixels(mark.from - endOf(before)) - taken : width
  const beside = Math.max(left, right)
  const inside = mark.to === undefined ? undefined : fitting(pixels(mark.to - mark.from))
  if (inside !== undefined) return { text: safe(inside), isBeside: false }
  const text = fitting(beside) ?? (mark.to === undefined ? fitting(diamond) : undefined)
  if (text === undefined && after) return { text: nothing, isBeside: false }
  const label = text ?? mark.short ?? mark.label
  const isTorn = mark.to === undefined && !after && isBetweenSides(label, right - margin)
  return { text: safe(label) + (isTorn ? nothing : ''), isBeside: mark.to !== undefined }
}

/**
 * Mermaid (ganttRenderer) chooses the side of a milestone's label twice, for the place and for the direction of writing,
 * by bounds that are half a bar's height apart: a label that ends between them is written over its mark. With a blank
 * more, which Mermaid measures as seven letters, it is too wide for either. `room`: from the mark to the end of the
 * chart.
 */
function isBetweenSides(label: string, room: number): boolean {
  const wide = lettersIn(label) * letter
  return room > wide - barHeight - vague && room < wide - barHeight / 2 + vague
}

/** Mermaid's default. */
const barHeight = 20

/** How far off a width can be that was reckoned from the number of letters. */
const vague = 6

function endOf({ from, to = from }: Mark): number {
  return to
}

function widthOf(text: string): number {
  return lettersIn(text) * letter + 6
}

/** Mermaid measures a text before it puts the colons in, each of which is seven letters then. */
function lettersIn(text: string): number {
  return text.replaceAll(':', 'seven..').length
}

const day = 86_399

/** `00:03:24`, whole seconds as in the timeline; nothing is before the beginning, whatever another clock says. */
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

/** About ten of them. */
function ticks(seconds: number): string {
  return steps.find(([step]) => seconds / step <= 10)?.[1] ?? '1hour'
}

/** Letters, digits and blanks, nothing that the syntax knows: a colon would end the text, a word begin another line. */
function safe(text: string): string {
  return text
    .replace(/[^\w .,:/·-]/g, '')
    .slice(0, longest)
    .trim()
    .replaceAll(':', '#58;')
    .replace(command, first => `#${first.charCodeAt(0)};`)
}

/** The first letter of what Mermaid does not read as a text where a line begins with it. */
const command =
  /^(?=gantt|click|dateFormat|inclusiveEndDates|topAxis|axisFormat|tickInterval|includes|excludes|todayMarker|weekday|weekend|title|acc|section|\d{4}-)./i
