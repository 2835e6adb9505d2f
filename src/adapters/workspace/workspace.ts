import { constants } from 'node:fs'
import { type FileHandle, mkdtemp, open, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { env } from 'node:process'
import type { Unreadable, Workspace } from '../../ports.js'
import { parse } from './document.js'
import { missingFile } from './missing-file.js'

/** ECS takes 64 KiB; the rest is for comments and indentation. */
export const maxFileBytes = 256 * 1024

export function openWorkspace(
  root = env.GITHUB_WORKSPACE || process.cwd(),
  temporary = env.RUNNER_TEMP || tmpdir(),
): Workspace {
  return {
    async readDocument(path, replacements) {
      const file = resolve(root, path)
      try {
        const bytes = await readBytes(file)
        if ('problem' in bytes) return bytes
        const text = decode(bytes)
        return text === undefined ? notUtf8 : parse(nameIn(root, file) ?? path, text, replacements)
      } catch (error) {
        return unreadable(reason(error, { path, root }))
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

const notUtf8 = unreadable('is not UTF-8 text: save it as UTF-8')

function unreadable(problem: string): Unreadable {
  return { problem, position: undefined }
}

/** Opening a pipe that nobody writes to would wait for ever. Windows has no such flag. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

async function readBytes(file: string): Promise<Uint8Array | Unreadable> {
  const handle = await open(file, flags)
  try {
    const info = await handle.stat()
    if (info.isDirectory()) return unreadable('is a folder, not a file')
    if (!info.isFile()) return unreadable('is not a regular file')
    if (info.size > maxFileBytes) return tooLong(`${info.size} bytes`)
    const bytes = await readAtMost(handle, maxFileBytes + 1)
    return bytes.length > maxFileBytes ? tooLong(`more than ${maxFileBytes} bytes`) : bytes
  } finally {
    await handle.close()
  }
}

function tooLong(size: string): Unreadable {
  return unreadable(`has ${size}; a task definition can have at most 65,536`)
}

/** Files of the kernel have more than their size says. */
async function readAtMost(handle: FileHandle, most: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(most)
  for (let length = 0; ; ) {
    const { bytesRead } = await handle.read(bytes, length, most - length)
    length += bytesRead
    if (bytesRead === 0 || length === most) return bytes.subarray(0, length)
  }
}

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

function reason(error: unknown, { path, root }: { readonly path: string; readonly root: string }): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR') return missingFile(path, root)
  if (code === 'ENAMETOOLONG') return 'is too long for a path'
  return code === 'EACCES' ? 'cannot be read by this user' : `cannot be read: ${message}`
}
