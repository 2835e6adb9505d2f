/** A picture of a job summary, as GitHub shows it in a light window, its folded parts closed. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { summaryPage } from '../simulator/demo/summary-page.js'

export interface SummaryPicture {
  readonly file: string
  readonly title: string
  readonly markdown: string
}

const width = 1_000
const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome']

export function findChromium({ CHROMIUM: named, PATH: path = '' } = process.env): string | undefined {
  if (named) return named
  const candidates = path.split(delimiter).flatMap(folder => names.map(name => join(folder, name)))
  return candidates.find(existsSync)
}

/** Kilobytes of the picture. */
export function drawSummary(chromium: string, { file, title, markdown }: SummaryPicture): number {
  const folder = mkdtempSync(join(tmpdir(), 'summary-'))
  try {
    const page = join(folder, 'page.html')
    writeFileSync(page, measured(pageOf(title, markdown)))
    const url = pathToFileURL(page).href
    const dom = run(chromium, folder, [...window(600), '--dump-dom', url])
    const height = Number(/<html[^>]* data-height="(\d+)"/.exec(dom)?.[1])
    if (!height) throw new Error(`Chromium did not measure the page of ${title}`)
    run(chromium, folder, [...window(height), `--screenshot=${resolve(file)}`, url])
    return Math.round(statSync(file).size / 1_000)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function pageOf(title: string, markdown: string): string {
  const read = (...path: readonly string[]) => readFileSync(join('node_modules', ...path), 'utf8')
  const style = read('github-markdown-css', 'github-markdown-light.css')
  return summaryPage({ title, markdown, style, mermaid: read('mermaid', 'dist', 'mermaid.min.js') })
}

/** With its own height as an attribute, once its diagrams are drawn. */
function measured(html: string): string {
  const measure = `
addEventListener('DOMContentLoaded', () => {
  const article = document.querySelector('article')
  new ResizeObserver(() => {
    document.documentElement.dataset.height = Math.ceil(article.getBoundingClientRect().bottom) + 16
  }).observe(article)
})`
  const style = '.note { display: none } body { padding: 16px 24px }'
  return html.replace('</head>', `<style>${style}</style><script>${measure}</script></head>`)
}

function window(height: number): string[] {
  return [`--window-size=${width},${height}`]
}

function run(chromium: string, folder: string, options: readonly string[]): string {
  const always = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    '--virtual-time-budget=10000',
    `--user-data-dir=${join(folder, 'profile')}`,
  ]
  return execFileSync(chromium, [...always, ...options], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 << 20,
  })
}
