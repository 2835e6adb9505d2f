/** Tells text that a program drew by chance (keys, tokens, base64) from words and names, by which letters follow each other. */

/**
 * The first letter of each word, and what follows it: the 220 most frequent pairs in the names of packages at npm, PyPI,
 * NuGet and Maven Central. 86% of the pairs in such names are here, and a third of all pairs.
 */
const frequent = [
  'abcdgiklmnprstuy baeiloru caehikloprstu dabdeijkorsu eabcdeglmnprstvwx faeilor gaeior haeiot iabcdefglmnoprstv jas',
  'kaei ladeilostuy maceilmops nacdefginost oabcdgklmnoprstuvw paehiloprstuy qu racdeikmostuvy sacdehiklopstuy',
  'tacehiorstuy uabdegilmnprst vaei waeio xt ypst',
].join(' ')

const pairs = new Set(
  frequent.split(' ').flatMap(([first = '', ...following]) => following.map(letter => first + letter)),
)

/** The share of unusual pairs: in names seldom more, in random text three of four. */
const usual = 0.3
const leastScore = 3
/** CloudFormation ends names with up to 13 random letters: `Prod-WebService-1A2B3C4D5E6F7`. */
const leastLetters = 14

/**
 * Whether a part of the text is random. Of 24 letters of base64 one in 300 is not found, of 32 one in 5,000; one in
 * 400 names of packages is, most of which contain a digest.
 */
export function hasRandomLetters(text: string): boolean {
  const earlier = new Set<string>()
  let score = 0
  let start = 0
  for (let i = 0; i + 1 < text.length; i++) {
    if (score <= 0) {
      score = 0
      start = i
    }
    const pair = text.slice(i, i + 2)
    // `xxxxxxxx` is not random.
    score += earlier.has(pair) ? -usual : weightOf(text.charAt(i), text.charAt(i + 1))
    earlier.add(pair)
    if (score >= leastScore && i + 2 - start >= leastLetters) return true
  }
  return false
}

/** `xq`, `aB`, `a1`, `1a` are unusual. Names are separated more often than base64: `svc-mgmt-k8s`. */
function weightOf(one: string, next: string): number {
  const [kind, nextKind] = [kindOf(one), kindOf(next)]
  if (kind === 'other') return -2 * usual
  if (nextKind === 'other' || (kind === 'digit' && nextKind === 'digit')) return -usual
  const isChange = kind === 'digit' || nextKind === 'digit' || (kind === 'small' && nextKind === 'capital')
  return isChange || !pairs.has((one + next).toLowerCase()) ? 1 - usual : -usual
}

function kindOf(letter: string): 'small' | 'capital' | 'digit' | 'other' {
  if (letter >= 'a' && letter <= 'z') return 'small'
  if (letter >= 'A' && letter <= 'Z') return 'capital'
  return letter >= '0' && letter <= '9' ? 'digit' : 'other'
}
