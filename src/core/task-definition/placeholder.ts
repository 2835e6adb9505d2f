// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the forms to find
/** What an author, a template or a shell was to replace, and did not. One row for each form. */

interface Form {
  /** shown where the value must not be */
  readonly form: string
  /** in a value that ECS or AWS reads, such as an ARN; the group `only` is the placeholder, or else all of it */
  readonly strict: RegExp
  /** in a value that only programs read, where it must not find their own templates; undefined: as strict */
  readonly free?: RegExp
  /** Prose can have the same words. */
  readonly isWord?: true
  /** A shell or the program itself replaces it. */
  readonly isExpandedAtRunTime?: true
}

const forms: readonly Form[] = [
  { form: '${{ … }}', strict: /\$\{\{[^{}\n]*\}\}/ },
  {
    form: '${…}',
    strict: /\$\{(?:AWS::\w+|(?:var|local|data|module|self|path|terraform)\.[^{}\n]+|aws_[^{}\n]+)\}/,
  },
  {
    form: '${…}',
    strict: /\$\{[^{}\n]+\}/,
    free: /\$\{[A-Z][A-Z0-9_]*\}/,
    isExpandedAtRunTime: true,
  },
  {
    form: '{{ … }}',
    strict: /\{\{[^{}\n]*\}\}/,
    free: /^\{\{[^{}\n]*\}\}$|\{\{-?\s*(?:\.[A-Z]|[A-Z][A-Z0-9_]+\s*-?\}|(?:env|vars?|lookup|values)\b)[^{}\n]*\}\}?/,
  },
  {
    form: '<…>',
    strict: /<[^<>\n]{1,80}>/,
    free: /^<(?!(?:none|null|nil|empty|unset|all|any|default|auto)>)[A-Za-z][\w .-]*>$|<[A-Z][A-Z0-9]*(?:[_ -][A-Z0-9]+)+>|<(?:[yY]our|[mM]y|YOUR|[iI]nsert|[rR]eplace)[-_ ][\w .-]+>/,
  },
  { form: '<…>', strict: /<[^<>\n]{1,80}>/, free: /:\/\/[^\s/<>]*(?<only><[\w.-]+>)/, isWord: true },
  {
    form: '$(…)',
    strict: /\$\([A-Za-z_][\w.-]*\)/,
    free: /\$\([A-Z][A-Z0-9_]*\)/,
    isExpandedAtRunTime: true,
  },
  {
    form: '$…',
    strict: /\$[A-Za-z_]\w*/,
    free: /^\$[A-Z][A-Z0-9_]+$/,
    isExpandedAtRunTime: true,
  },
  {
    form: '%…%',
    strict: /%[A-Za-z_]\w*%/,
    free: /(?<!%)%[A-Z_][A-Z0-9_]{2,}%(?!%)/,
    isExpandedAtRunTime: true,
  },
  { form: '#{…}', strict: /#\{[^{}\n]+\}#?/, free: /#\{[A-Z][A-Z0-9_.]*\}#?/ },
  { form: '[…]', strict: /\[[A-Za-z][\w .-]*\]/, free: /^\[[A-Z][A-Z0-9]*(?:[_ -][A-Z0-9]+)+\]$/ },
  { form: '@…@', strict: /@@?[A-Z][A-Z0-9_]+@@?/, free: /^@@?[A-Z][A-Z0-9_]+@@?$/ },
  { form: '__…__', strict: /(?<![A-Za-z0-9])__[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__(?![A-Za-z0-9])/ },
  { form: 'YOUR_…', strict: /(?<![A-Za-z0-9])YOUR[_-][A-Za-z0-9][\w-]*/, isWord: true },
  {
    form: 'your-…',
    strict: /(?<![\w-])[yY]our[_-][A-Za-z0-9][\w-]*/,
    free: /^[yY]our[_-][A-Za-z0-9][\w-]*$/,
  },
  {
    form: 'PLACEHOLDER',
    strict: /(?<![A-Za-z0-9])PLACEHOLDER(?:[_-][A-Z0-9]+)*(?![A-Za-z0-9])/,
    isWord: true,
  },
  { form: 'placeholder', strict: /(?<![\w-])placeholder(?![\w-])/, free: /^placeholder$/i },
  {
    form: 'CHANGE_ME',
    strict:
      /(?<![A-Za-z0-9])(?:(?:REPLACE|CHANGE)[_-]?(?:ME|THIS)|(?:replace|change)[_-]?me|REPLACE_WITH(?:_[A-Z0-9]+)+|FILL_ME_IN)(?![A-Za-z0-9])/,
    isWord: true,
  },
  {
    form: 'TBD',
    strict: /(?<![A-Za-z0-9])(?:TO{1}DO|FIX{1}ME|TBD)(?![A-Za-z0-9])/,
    free: /^(?:TO{1}DO|FIX{1}ME|TBD)$/,
  },
  { form: '####', strict: /#{4,}/, free: /^#{4,}$/ },
  { form: 'xxxx', strict: /(?<![A-Za-z0-9])[xX]{4,}(?![A-Za-z0-9])|[xX]{6,}/, isWord: true },
  // A program can have it as a word of its own.
  { form: 'REGION', strict: /^(?:AWS_)?(?:DEFAULT_)?REGION$/, free: /(?!)/ },
  {
    form: 'ACCOUNT_ID',
    strict:
      /^arn:[\w-]*:[\w-]*:(?:[\w-]*:)?(?<only>(?:aws[_-]?)?(?:region|account(?:[_-]?(?:id|number))?)):/i,
  },
  {
    form: 'ACCOUNT_ID',
    strict:
      /^(?:aws[_-]?)?account(?:[_-]?(?:id|number))?(?=\.dkr\.ecr\.)|(?<=\.dkr\.ecr\.)(?:aws[_-]?)?region(?=\.amazonaws)/i,
  },
]

export interface Placeholder {
  readonly text: string
  readonly form: string
}

/** In a value that ECS or AWS reads. */
export function placeholderIn(value: string): Placeholder | undefined {
  return firstIn(value, forms, ({ strict }) => strict)
}

export interface FreeText {
  /** The value goes through a shell or a program that replaces `${VAR}` itself. */
  readonly isExpandedAtRunTime: boolean
}

/** In a value that only programs read. */
export function placeholderInText(value: string, { isExpandedAtRunTime }: FreeText): Placeholder | undefined {
  const text = value.trim()
  if (isMarkup(text)) return undefined
  const isProse = /\s/.test(text)
  const candidates = forms.filter(
    form => !(isExpandedAtRunTime && form.isExpandedAtRunTime) && !(isProse && form.isWord),
  )
  // AWS reads these, whoever passes them on.
  const isOfAws = /^arn:\S*$|^\S*\.amazonaws\.com/.test(text)
  return firstIn(text, candidates, ({ free, strict }) => (isOfAws ? strict : (free ?? strict)))
}

/** All of the text. */
export function isPlaceholder(text: string): boolean {
  return forms.some(({ strict }) => strict.exec(text)?.[0] === text)
}

function firstIn(
  value: string,
  candidates: readonly Form[],
  patternOf: (form: Form) => RegExp,
): Placeholder | undefined {
  for (const candidate of candidates) {
    const found = patternOf(candidate).exec(value)
    if (found) return { text: found.groups?.only ?? found[0], form: candidate.form }
  }
  return undefined
}

function isMarkup(value: string): boolean {
  return /<\/[A-Za-z]|\/>/.test(value)
}
