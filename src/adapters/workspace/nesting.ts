/**
 * How deep a JSON or YAML text is nested, told without parsing it: a parser that calls itself for each level runs out
 * of stack, and where that happens inside of a regular expression the process ends without a word.
 */

/** A task definition has about ten levels. */
const deepest = 500

/** Whether the text gets deeper than any task definition. */
export function isTooDeep(text: string): boolean {
  // `- - - -`: lists in lists, all on one line.
  return /(?:[-?][ \t]+){500}/.test(text) || hasTooManyBrackets(text)
}

/** Counts brackets in strings and comments, too: no real file has hundreds of unclosed ones. */
function hasTooManyBrackets(text: string): boolean {
  let depth = 0
  for (const char of text) {
    if (char === '[' || char === '{') depth++
    else if ((char === ']' || char === '}') && depth > 0) depth--
    if (depth > deepest) return true
  }
  return false
}
