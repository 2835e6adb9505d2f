/** Writes dist/ from the compiled tree: `npm run build`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bundle, root } from './bundle.js'

const files = await bundle(root)
const dist = join(root, 'dist')
rmSync(dist, { recursive: true, force: true })
for (const [path, content] of files) {
  const target = join(dist, path)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, content)
  console.log(`dist/${path}  ${content.length.toLocaleString('en')} bytes`)
}
