/** Fails when the committed dist/ differs from a fresh build, so that what runs is what was reviewed. */
import { join } from 'node:path'
import { bundle, root } from './bundle.js'
import { differences } from './differences.js'

const fresh = await bundle(root)
const found = differences(fresh, join(root, 'dist'))
if (found.length > 0) {
  console.error(found.map(line => `dist/${line}`).join('\n'))
  console.error('Next: npm ci && npm run build, and commit dist/')
  process.exitCode = 1
} else {
  console.log(`dist/ equals a fresh build (${fresh.size} files)`)
}
