/** The forms in which programs write a value into JSON, HTML, URLs and headers. */

export function encodedForms(value: string): string[] {
  const json = jsonOf(value)
  const url = urlOf(value)
  return [
    json,
    jsonOf(json),
    ...escapedJson(json),
    ...htmlOf(value),
    url,
    url.replaceAll('%20', '+'),
    url.replace(/%[0-9A-F]{2}/g, code => code.toLowerCase()),
    ...base64Forms(value),
  ]
}

function jsonOf(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/** Go and .NET escape what HTML takes for markup, Python and PHP what is not ASCII. */
function escapedJson(json: string): string[] {
  const escaped = (text: string, pattern: RegExp) =>
    text.replace(pattern, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const forHtml = escaped(json, /[<>&'+\u2028\u2029]/g)
  const onlyGo = escaped(json, /[<>&\u2028\u2029]/g)
  const ascii = [json, onlyGo, forHtml].map(text => escaped(text, /[^\0-\u007f]/g))
  const lower = [onlyGo, forHtml, ...ascii, json.replaceAll('/', '\\/')]
  const upper = lower.map(text =>
    text.replace(/\\u[0-9a-f]{4}/g, code => `\\u${code.slice(2).toUpperCase()}`),
  )
  return [...lower, ...upper]
}

function htmlOf(text: string): string[] {
  const common = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const quoted = (double: string, single: string) => common.replaceAll('"', double).replaceAll("'", single)
  return [common, quoted('&quot;', '&#39;'), quoted('&#34;', '&#39;'), quoted('&quot;', '&#x27;')]
}

/** A lone surrogate has no UTF-8. */
function urlOf(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))
}

/** The whole, and what each of three places in a longer text (`user:value`) makes of it. */
function base64Forms(text: string): string[] {
  const bytes = new TextEncoder().encode(text)
  const whole = base64(bytes).replace(/=+$/, '')
  const inside = [0, 1, 2].map(offset => {
    const placed = new Uint8Array(offset + bytes.length)
    placed.set(bytes, offset)
    // A letter that has bits of what stands before or behind differs.
    const wholeLetters = Math.floor((placed.length * 8) / 6)
    return base64(placed).slice(Math.ceil((offset * 8) / 6), wholeLetters)
  })
  const forms = [whole, ...inside]
  return [...forms, ...forms.map(form => form.replaceAll('+', '-').replaceAll('/', '_'))]
}

function base64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}
