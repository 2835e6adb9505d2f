import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { env } from 'node:process'
import type { Unreadable, Workspace } from '../../ports.js'
import { parse } from './document.js'

/** ECS takes 64 KiB; the rest is for comments and indentation. */
const maxBytes = 256 * 1024

export function openWorkspace(
  root = env.GITHUB_WORKSPACE || process.cwd(),
  temporary = env.RUNNER_TEMP || tmpdir(),
): Workspace {
  return {
    async readDocument(path) {
      const file = resolve(root, path)
      try {
        const info = await stat(file)
        if (info.isDirectory()) return { problem: 'is a folder, not a file', position: undefined }
        // Devices and pipes may never end.
        if (!info.isFile()) return { problem: 'is not a regular file', position: undefined }
        if (info.size > maxBytes)
          return {
            problem: `has ${info.size} bytes; a task definition has at most 65,536`,
            position: undefined,
          }
        const text = decode(await readFile(file))
        return text === undefined ? notUtf8 : parse(nameIn(root, file) ?? path, text)
      } catch (error) {
        return { problem: reason(error, root), position: undefined }
      }
    },

    async writeTemporary(name, content) {
      try {
        const folder = await mkdtemp(join(temporary, 'ecs-safe-deploy-'))
        const file = join(folder, name)
        // It contains environment variables in clear text.
        await writeFile(file, content, { mode: 0o600 })
        return file
      } catch {
        return undefined
      }
    },
  }
}

const notUtf8: Unreadable = { problem: 'is not UTF-8 text: save it as UTF-8', position: undefined }

/** Undefined for invalid UTF-8. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function nameIn(root: string, file: string): string | undefined {
  const name = relative(root, file)
  return name.startsWith('..') || isAbsolute(name) ? undefined : name.replaceAll(sep, '/')
}

function reason(error: unknown, root: string): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return `is not there (looked in ${root}); is the repository checked out before this step?`
  }
  if (code === 'ENAMETOOLONG') return 'is too long for a path'
  return code === 'EACCES' ? 'may not be read by this user' : `cannot be read: ${message}`
}
