/** Prints the policy or the trust policy of a role: `npm run -s policy -- --help`. */
import { readFileSync } from 'node:fs'
import { parsePolicyArguments, policyHelp } from './policy-arguments.js'
import { type PolicyDocument, policyFor } from './policy-document.js'

const request = parsePolicyArguments(process.argv.slice(2))
switch (request.kind) {
  case 'help':
    console.log(policyHelp)
    break
  case 'refused':
    console.error([...request.problems, 'npm run -s policy -- --help shows the options'].join('\n'))
    process.exitCode = 2
    break
  case 'policy': {
    const template = JSON.parse(readFileSync(request.template, 'utf8')) as PolicyDocument
    console.log(JSON.stringify(policyFor(template, request.choice), null, 2))
    break
  }
}
