/** Draws the pictures of docs/what-you-see.md from what the action writes now: `npm run pictures`, with Chromium. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { picturesOfScenarios } from '../__tests__/support/pictures.js'
import { drawSummary, findChromium } from './draw-summary.js'

const chromium = findChromium()
if (chromium === undefined) {
  process.stderr.write('Chromium is not on the PATH, and CHROMIUM does not name it\n')
  process.exitCode = 1
} else {
  mkdirSync(join('docs', 'pictures'), { recursive: true })
  for (const { file, title, markdown } of await picturesOfScenarios()) {
    const kilobytes = drawSummary(chromium, { file: join('docs', file), title, markdown })
    process.stdout.write(`docs/${file}: ${kilobytes} kB\n`)
  }
}
