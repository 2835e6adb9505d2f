/** What people see of a failure, of a plan and of a release of three services. */
import { codeRepository } from '../../simulator/scenarios/code-repository.js'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { type Played, play, type Story } from './play.js'

export interface ScenarioPicture {
  /** below docs/ */
  readonly file: string
  readonly title: string
  readonly markdown: string
}

interface Source {
  readonly name: string
  readonly title: string
  readonly scenario: keyof typeof scenarios
  readonly markdown: (played: Played) => string
}

export const pictureSources: readonly Source[] = [
  {
    name: 'failing-summary',
    title: 'The job summary of a deployment that was rolled back',
    scenario: 'port-mismatch',
    markdown: ({ summary }) => summary,
  },
  {
    name: 'pull-request-comment',
    title: 'The comment on a pull request',
    scenario: 'plan-port-mismatch',
    markdown: ({ world }) => visiblePart(world.github.open(codeRepository).comments.at(-1)?.body ?? ''),
  },
  {
    name: 'three-services',
    title: 'The job summary of a release with three services',
    scenario: 'three-services-one-fails',
    markdown: ({ summary }) => summary,
  },
]

export async function picturesOfScenarios(): Promise<ScenarioPicture[]> {
  const pictures: ScenarioPicture[] = []
  for (const { name, title, scenario, markdown } of pictureSources) {
    const played = await play(withToken(scenarios[scenario] as Story))
    pictures.push({ file: `pictures/${name}.png`, title, markdown: markdown(played) })
  }
  return pictures
}

/** As a workflow has it without an input. */
function withToken(story: Story): Story {
  return { ...story, inputs: { 'github-token': 'ghs_simulated0123456789', ...story.inputs } }
}

/** GitHub shows no HTML comment. */
function visiblePart(comment: string): string {
  return comment.replace(/^<!--.*?-->\n/, '')
}
