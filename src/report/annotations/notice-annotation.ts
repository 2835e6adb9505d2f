/** The annotation of a notice, if it needs attention. */
import type { Annotation } from '../../core/errors/annotation.js'
import type { Notice } from '../../core/errors/notice.js'

export function noticeAnnotation({ level, text }: Notice): Annotation | undefined {
  return level === 'warning' ? { level, title: 'ECS deployment', message: text } : undefined
}
