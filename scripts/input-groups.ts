/** Headings of docs/reference.md: each group begins with this input and has those after it in action.yml. */
import type { inputTable } from '../src/inputs/input-table.js'

export const inputGroups: Partial<Record<keyof typeof inputTable, string>> = {
  cluster: 'What is deployed, and where',
  'container-name': 'The revision: containers, roles, tags',
  'circuit-breaker': 'Settings of the service',
  'run-task': 'A one-off task before the deployment',
  'fail-fast-after': 'While it rolls out',
  'verify-url': 'Verification after the rollout',
  preflight: 'Checks, plan and report',
  'github-token': 'GitHub',
}
