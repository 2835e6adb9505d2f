/** docs/endings.md, from what the worlds say now: `npm run endings` writes it, and a project test holds it. */
import { type Played, play } from '../play.js'
import { printedLines } from '../recorded-runner.js'
import { type Ending, endings } from './worlds.js'

export interface EndingsPage {
  readonly text: string
  readonly pictures: readonly Picture[]
}

export interface Picture {
  /** below docs/ */
  readonly file: string
  readonly title: string
  /** the job summary */
  readonly markdown: string
}

const introduction = `# How it ends when it does not end well

Twelve bad worlds, played against [the simulator](simulator.md): what happened in ECS, what the log said of it, and what the job summary said. Lines of the log that matter less are left out (\`...\`).

\`npm run endings\` plays them and writes this page; with Chromium on the PATH, or its path in \`CHROMIUM\`, it also draws the pictures.`

export async function playEndings(): Promise<EndingsPage> {
  const sections: string[] = []
  const pictures: Picture[] = []
  for (const [index, ending] of endings.entries()) {
    const played = await play(ending.story)
    sections.push(section(ending, played, index + 1))
    pictures.push({ file: fileOf(ending), title: ending.title, markdown: played.summary })
  }
  return { text: `${[introduction, ...sections].join('\n\n')}\n`, pictures }
}

function section(ending: Ending, played: Played, number: number): string {
  const headline = headlineOf(played.summary)
  return `## ${number}. ${ending.title}

${ending.happened}

\`\`\`text
${excerpt(played).join('\n')}
\`\`\`

**${headline}**

![The job summary: ${headline.replaceAll('`', '')}](${fileOf(ending)})`
}

function fileOf({ id }: Ending): string {
  return `endings/${id}.png`
}

function headlineOf(summary: string): string {
  return (summary.split('\n')[0] ?? '').replace(/^#+ /, '')
}

const matters =
  /fail|circuit breaker|roll(?:s|ing|ed) back|stopping|alarm|hook|replac|waits? for|waiting|protect|took over|cancel|interrupt|completed|serves|without/i
const most = 9

/** Of the watch what matters, and the whole verdict. */
function excerpt({ annotations, log: whole }: Played): string[] {
  const ofLines = annotations.filter(({ title }) => !title.startsWith('ECS deployment'))
  const left = new Set(ofLines.flatMap(printedLines))
  const log = whole.filter(line => !left.has(line))
  const verdict = log.findIndex(line => /^\S+ [a-z-]+: /.test(line))
  const start = log.indexOf('▸ Watch')
  const watched = start < 0 ? [] : log.slice(start + 1, verdict)
  const chosen = middleOut(watched.flatMap((line, index) => (matters.test(line) ? [index] : [])))
  const lines: string[] = []
  for (const [nth, index] of chosen.entries()) {
    if (index !== (chosen[nth - 1] ?? -1) + 1) lines.push('   ...')
    lines.push(watched[index] ?? '')
  }
  return [...lines, ...log.slice(verdict)].map(line => line.trimEnd())
}

/** The first ones and the last ones. */
function middleOut(indexes: readonly number[]): readonly number[] {
  return indexes.length <= most ? indexes : [...indexes.slice(0, 5), ...indexes.slice(5 - most)]
}
