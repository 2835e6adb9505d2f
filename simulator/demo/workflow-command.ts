/** `::name key=value::message` */

export interface WorkflowCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** Undefined for plain text. */
export function parseWorkflowCommand(line: string): WorkflowCommand | undefined {
  const parts = /^\s*::([\w-]+)(?:\s+(.*?))?::(.*)$/s.exec(line)
  if (!parts) return undefined
  const [, name = '', properties = '', message = ''] = parts
  return { name, properties: parseProperties(properties), message: decode(message) }
}

function parseProperties(text: string): Record<string, string> {
  const pairs = text.split(',').flatMap(pair => {
    const equals = pair.indexOf('=')
    if (equals < 1) return []
    const value = decode(
      pair
        .slice(equals + 1)
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ','),
    )
    return [[pair.slice(0, equals).trim(), value] as const]
  })
  return Object.fromEntries(pairs)
}

/** `%25` last: a decoded percent sign must not start another escape. */
function decode(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}
