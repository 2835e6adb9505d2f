/** Plays the worst worlds, writes docs/endings.md and, with Chromium, its pictures: `npm run endings`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { playEndings } from '../__tests__/support/endings/endings-page.js'
import { drawSummary, findChromium } from './draw-summary.js'

const { text, pictures } = await playEndings()
writeFileSync(join('docs', 'endings.md'), text)
process.stdout.write(`docs/endings.md: ${pictures.length} worlds\n`)

const chromium = findChromium()
if (chromium === undefined) {
  process.stdout.write('no pictures: Chromium is not on the PATH, and CHROMIUM does not name it\n')
} else {
  mkdirSync(join('docs', 'endings'), { recursive: true })
  for (const { file, title, markdown } of pictures) {
    const kilobytes = drawSummary(chromium, { file: join('docs', file), title, markdown })
    process.stdout.write(`docs/${file}: ${kilobytes} kB\n`)
  }
}
