/** pull-failures.ts explains the texts. */
import { shortImage } from '../../task-definition/image.js'
import { text } from '../../text/json.js'
import type { ClassRow } from '../class-row.js'
import { containerOf, memberAt } from '../container-definition.js'
import { explainPull } from '../pull-failures.js'
import { reasonText } from '../reason-text.js'

export const imagePull = {
  id: 'image-pull',
  matchesTask: end => /CannotPull|image Manifest does not contain/i.test(end.text),
  matchesDeployment: () => false,
  describe: ({ failure, definition }, detail) => {
    const image = text(containerOf(definition, failure.container)?.image)
    const words = detail ? '' : `: ${reasonText(failure.reason)}`
    const unknown = failure.container ? `the image of ${failure.container}` : 'an image'
    return `could not pull ${image ? shortImage(image) : unknown}${words}`
  },
  explain: evidence => {
    const { detail, next } = explainPull(evidence)
    return { detail, next, position: memberAt(evidence, evidence.failure.container, 'image') }
  },
  nextStep: () =>
    'Check that the image was pushed with this tag, for this architecture, and that the task may pull it.',
  hasLogs: false,
  countsForFailFast: true,
} as const satisfies ClassRow
