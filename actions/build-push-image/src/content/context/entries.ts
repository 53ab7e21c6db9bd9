import { lstatSync, readdirSync, readlinkSync, type Dirent, type Stats } from 'node:fs'
import { join } from 'node:path'
import { CannotTell } from '../cannot-tell.ts'
import { isMissing } from '../find-text.ts'
import type { IgnoreMatcher, Matched } from '../ignore/matcher.ts'
import { unreadable } from '../unreadable.ts'

/** Something that docker sends to the builder. */
export interface Entry {
  /** From the context, with slashes. */
  readonly path: string
  /** Where it lies on this machine. */
  readonly file: string
  readonly kind: 'file' | 'folder' | 'link' | 'fifo' | 'socket' | 'device'
  /** The twelve permission bits; COPY keeps them all. Zero for links, whose bits mean nothing. */
  readonly mode: number
  /** In bytes; zero for all but files. */
  readonly size: number
  /** What a link points to, as it is written; the numbers of a device. */
  readonly target?: string
}

/**
 * What docker sends of a context, in an order that is the same everywhere: a folder before what is in it. An
 * ignored folder is sent too when something in it is. Throws `input` for what cannot be read, and CannotTell
 * for a name that is no text.
 * https://github.com/tonistiigi/fsutil/blob/master/filter.go, Walk
 */
export function entriesOf(context: string, ignore: IgnoreMatcher): Generator<Entry> {
  return entriesIn({ path: '', file: context, matched: undefined, isIgnored: false }, ignore)
}

interface Folder {
  readonly path: string
  readonly file: string
  readonly matched: Matched | undefined
  readonly isIgnored: boolean
}

function* entriesIn(folder: Folder, ignore: IgnoreMatcher): Generator<Entry> {
  for (const found of childrenOf(folder)) {
    const path = folder.path === '' ? found.name : `${folder.path}/${found.name}`
    const file = join(folder.file, found.name)
    const { isIgnored, matched } = ignore.judge(path, folder.matched)
    const entry = isIgnored ? undefined : describe(path, file)
    if (entry !== undefined) yield entry
    if (!found.isDirectory() || (isIgnored && !ignore.mayTakeBackIn(path))) continue
    const inside = entriesIn({ path, file, matched, isIgnored }, ignore)
    yield* isIgnored ? withFolder({ path, file }, inside) : inside
  }
}

/** An ignored folder before the first of its entries that are sent; nothing where none is. */
function* withFolder(
  { path, file }: Pick<Entry, 'path' | 'file'>,
  inside: Generator<Entry>,
): Generator<Entry> {
  let isTold = false
  for (const entry of inside) {
    const folder = isTold ? undefined : describe(path, file)
    isTold = true
    if (folder !== undefined) yield folder
    yield entry
  }
}

function childrenOf({ path, file, isIgnored }: Folder): Dirent[] {
  checkName(path)
  try {
    const children = readdirSync(file, { withFileTypes: true })
    return children.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  } catch (error) {
    // Docker does not look into an ignored folder that it may not read either.
    if (isIgnored || isMissing(error)) return []
    throw unreadable(file, error)
  }
}

/** A name whose bytes are no UTF-8 is read with a mark in the place of some, and leads to no file. */
function checkName(path: string): void {
  if (!path.includes('\uFFFD')) return
  throw new CannotTell(
    `The name of ${path} in the context is no UTF-8 text and cannot be read here. Give it another name, or name its folder in .dockerignore.`,
  )
}

/** Undefined for what was removed meanwhile. */
function describe(path: string, file: string): Entry | undefined {
  checkName(path)
  try {
    const stats = lstatSync(file)
    const kind = kindOf(stats)
    const place = { path, file, kind }
    if (kind === 'link') return { ...place, mode: 0, size: 0, target: readlinkSync(file) }
    const mode = stats.mode & 0o7777
    if (kind === 'device') return { ...place, mode, size: 0, target: String(stats.rdev) }
    return { ...place, mode, size: kind === 'file' ? stats.size : 0 }
  } catch (error) {
    if (isMissing(error)) return undefined
    throw unreadable(file, error)
  }
}

function kindOf(stats: Stats): Entry['kind'] {
  if (stats.isFile()) return 'file'
  if (stats.isDirectory()) return 'folder'
  if (stats.isSymbolicLink()) return 'link'
  if (stats.isFIFO()) return 'fifo'
  return stats.isSocket() ? 'socket' : 'device'
}
