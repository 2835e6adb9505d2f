/** A picture as Mermaid's own parser understands it. */
import mermaid from 'mermaid'

interface Drawn {
  readonly db: {
    getTasks(): readonly {
      readonly section: string
      readonly task: string
      readonly startTime: Date
      readonly endTime: Date
      readonly milestone: boolean
      readonly crit: boolean
    }[]
  }
}

const body = (markdown: string) => markdown.split('\n').slice(1, -1).join('\n')
const clock = (date: Date) =>
  [date.getHours(), date.getMinutes(), date.getSeconds()].map(part => `${part}`.padStart(2, '0')).join(':')

/** What Mermaid draws: each row with its marks, milestones by their moment alone. */
export async function read(picture: string): Promise<Record<string, string[]>> {
  await mermaid.parse(body(picture))
  const { db } = (await mermaid.mermaidAPI.getDiagramFromText(body(picture))) as unknown as Drawn
  const rows: Record<string, string[]> = {}
  for (const { section, task, startTime, endTime, milestone, crit } of db.getTasks()) {
    const when = milestone ? clock(startTime) : `${clock(startTime)}-${clock(endTime)}`
    const mark = `${when} ${unescaped(task).trim()}${crit ? ' !' : ''}`
    rows[unescaped(section)] = [...(rows[unescaped(section)] ?? []), mark]
  }
  return rows
}

/** Mermaid keeps `#58;` as `ﬂ°°58¶ß` until the picture is done. */
const unescaped = (text: string) =>
  text.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCharCode(Number(code)))
