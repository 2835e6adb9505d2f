/** Recursive parsers overflow the stack; inside a regular expression, that ends the process. */

/** A task definition has about ten levels. */
const deepest = 500

export function isTooDeep(text: string): boolean {
  // `- - - -`: nested lists on one line.
  return /(?:[-?][ \t]+){500}/.test(text) || hasTooManyBrackets(text)
}

/** Counts brackets in strings, too: no real file leaves hundreds open. */
function hasTooManyBrackets(text: string): boolean {
  let depth = 0
  for (const char of text) {
    if (char === '[' || char === '{') depth++
    else if ((char === ']' || char === '}') && depth > 0) depth--
    if (depth > deepest) return true
  }
  return false
}
