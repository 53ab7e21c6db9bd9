import { createHash } from 'node:crypto'
import { isMissing } from '../find-text.ts'
import type { IgnoreMatcher } from '../ignore/matcher.ts'
import { unreadable } from '../unreadable.ts'
import { entriesOf, type Entry } from './entries.ts'
import { hashLargeFile, hashSmallFile, smallFileBytes } from './hash-file.ts'

/** What docker sends of a folder. */
export interface ContextDigest {
  /** SHA-256 of all entries, in hexadecimal. */
  readonly sha256: string
  readonly files: number
  readonly sizeBytes: number
  /** Whether git's own folder is sent, which no two checkouts have alike. */
  readonly hasGit: boolean
}

/** How a context is read. */
export interface Reading {
  readonly ignore: IgnoreMatcher
  /** See `modeReader`. */
  readonly readMode: (mode: number) => number
  readonly signal: AbortSignal
}

/** Large files are read side by side; as many as keep a disk busy while one of them is hashed. */
const largeAtOnce = 4
/** After so many entries others have a turn. */
const entriesAtOnce = 256

/**
 * Hashes what docker sends of a folder: path, kind, mode and content of each entry. Neither times nor owners, nor
 * where the folder lies. Never holds more of it than a few chunks. Throws `input` for what cannot be
 * read, CannotTell, and the signal's reason.
 */
export async function hashContext(folder: string, reading: Reading): Promise<ContextDigest> {
  const hash = createHash('sha256')
  let [files, sizeBytes, hasGit] = [0, 0, false]
  for (const batch of batches(entriesOf(folder, reading.ignore))) {
    reading.signal.throwIfAborted()
    const lines = await Promise.all(batch.map((entry) => lineOf(entry, reading)))
    hash.update(lines.join(''))
    files += batch.filter(({ kind }) => kind === 'file').length
    sizeBytes += batch.reduce((sum, { size }) => sum + size, 0)
    hasGit ||= batch.some(({ path }) => path === '.git')
    // Else a tree of small files would be one piece of work, and a cancel not heard until its end.
    await new Promise(setImmediate)
  }
  return { sha256: hash.digest('hex'), files, sizeBytes, hasGit }
}

function* batches(entries: Iterable<Entry>): Generator<readonly Entry[]> {
  let batch: Entry[] = []
  let large = 0
  for (const entry of entries) {
    batch.push(entry)
    if (isLarge(entry)) large += 1
    if (large < largeAtOnce && batch.length < entriesAtOnce) continue
    yield batch
    batch = []
    large = 0
  }
  yield batch
}

async function lineOf(entry: Entry, { readMode, signal }: Reading): Promise<string> {
  const { path, file, kind, mode, target } = entry
  const fields = [path, kind, kind === 'link' ? 0 : readMode(mode), target ?? '']
  if (kind !== 'file') return `${JSON.stringify(fields)}\n`
  try {
    const content = isLarge(entry) ? await hashLargeFile(file, signal) : hashSmallFile(file)
    return `${JSON.stringify([...fields, content])}\n`
  } catch (error) {
    if (signal.aborted) throw error
    // Docker leaves out what is gone when its turn comes.
    if (isMissing(error)) return ''
    throw unreadable(file, error)
  }
}

function isLarge({ size }: Entry): boolean {
  return size > smallFileBytes
}
