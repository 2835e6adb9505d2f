/** The steps of a workflow in a page: that of the simulator starts one, those of AWS run as the runner runs them. */
import { parse } from 'yaml'
import { serveAsUsersDo } from './documented-page.js'
import { Runner } from './official-actions.js'

interface Step {
  readonly id?: string
  readonly uses: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
}

const preload = new URL('../../../simulator/time/time-warp.js', import.meta.url).href

/** Of the first step that fails, or of the last one. */
export async function runDocumentedSteps(
  page: string,
): Promise<{ readonly code: number; readonly log: string }> {
  const { steps } = parse(/^```yaml\n(steps:\n[\s\S]*?)^```$/m.exec(page)?.[1] ?? '') as { steps: Step[] }
  const { with: inputs } = steps.find(({ uses }) => uses.includes('/simulator@')) ?? {}
  const simulator = await serveAsUsersDo(['--world', String(inputs?.world), '--speed', String(inputs?.speed)])
  const runner = await Runner.open({ ...simulator.environment, ...simulator.clock })
  const outputs = new Map([['simulator.outputs.node-options', `--import=${preload}`]])
  const filled = (text: unknown) =>
    String(text).replaceAll(/\$\{\{ steps\.(\S+) \}\}/g, (_, name) => outputs.get(name) ?? '')
  let last = { code: 1, log: 'no step is of AWS' }
  try {
    for (const step of steps.filter(({ uses }) => uses.startsWith('aws-actions/'))) {
      Object.assign(runner.variables, filledAll(step.env, filled))
      const [name = ''] = step.uses.slice('aws-actions/'.length).split('@')
      const ran = await runner.run(name, filledAll(step.with, filled))
      last = ran
      if (ran.code !== 0) break
      for (const [output, value] of Object.entries(ran.outputs))
        outputs.set(`${step.id}.outputs.${output}`, value)
    }
  } finally {
    await runner.close()
    await simulator.stop()
  }
  return last
}

function filledAll(
  values: Readonly<Record<string, unknown>> = {},
  filled: (text: unknown) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, filled(value)]))
}
