import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { LookUpBase } from '../../src/content/bases.ts'
import { contentHash, type Build, type ContentHash } from '../../src/content/index.ts'

/** Texts of files by their paths. */
export type Files = Readonly<Record<string, string>>

/** Lays files in a folder of their own, which is gone after the test. */
export function projectOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'build-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** A build of a folder, with nothing else said of it than what is given. */
export function buildOf(context: string, given: Partial<Build> = {}): Build {
  return {
    context,
    file: undefined,
    target: undefined,
    platforms: [],
    buildArgs: new Map(),
    buildContexts: new Map(),
    labels: new Map(),
    annotations: new Map(),
    network: undefined,
    secretIds: [],
    provenance: 'false',
    sbom: 'false',
    sourcePolicy: false,
    ...given,
  }
}

/** For builds from nothing: whoever asks a registry fails. */
export const nobody: LookUpBase = ({ repository }) =>
  Promise.reject(new Error(`Nobody should be asked about ${repository}.`))

/** What is said of a build. */
export function contentOf(build: Build, lookUp: LookUpBase = nobody): Promise<ContentHash> {
  return contentHash(build, { lookUp, signal: new AbortController().signal })
}

/** The hash of a build, which must be known. */
export async function hashOf(build: Build, lookUp: LookUpBase = nobody): Promise<string> {
  const content = await contentOf(build, lookUp)
  if (content.kind === 'unknown') throw new Error(content.reason)
  return content.hash
}

/** Why the hash of a build is not known; fails where it is. */
export async function reasonOf(build: Build, lookUp: LookUpBase = nobody): Promise<string> {
  const content = await contentOf(build, lookUp)
  if (content.kind === 'known') throw new Error(`The hash is known: ${content.hash}.`)
  return content.reason
}
