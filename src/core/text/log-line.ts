/**
 * A text as one line of the job log. The runner takes a line that begins with `::` or contains `##[` for a command; what
 * ECS, a container or a file says must never become one.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function logLine(text: string): string {
  return text
    .replace(/[\r\n\u0085\u2028\u2029]+/g, ' ')
    .replace(/^(\s*):(?=:)/, '$1: ')
    .replaceAll('##[', '## [')
}
