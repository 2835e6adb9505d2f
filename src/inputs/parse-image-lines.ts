import { quoteImage } from '../core/errors/problem.js'
import { parseImage } from '../core/task-definition/image.js'
import type { ContainerImage } from '../core/task-definition/task-definition.js'
import { isName } from '../core/text/name.js'
import type { Report } from './input-row.js'
import { linesOf } from './lines.js'

/** Lines `container=image`. */
export function parseImageLines(value: string, report: Report): ContainerImage[] {
  return linesOf(value, report).flatMap(({ number, text }) => {
    const equals = text.indexOf('=')
    const container = text.slice(0, Math.max(equals, 0)).trim()
    const image = text.slice(equals + 1).trim()
    if (container && image && !image.startsWith('=')) return [{ container, image }]
    if (/^[\w-]{1,255}$/.test(container) && image === '' && isName(container)) {
      report(
        `line ${number} has no image for ${container}: set it, or remove the line if the image is to stay`,
      )
      return []
    }
    report(`line ${number}${shown(text.trim())} is not container=image`)
    return []
  })
}

/** Only an image: the rest of a wrapped secret looks like anything else. */
function shown(line: string): string {
  const image = parseImage(line.replace(/^=/, ''))
  return image?.tag || image?.digest ? ` (${quoteImage(line)})` : ''
}
