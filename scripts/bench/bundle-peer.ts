import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleModule } from '../bundle/bundle.ts'
import { thinEntry } from '../bundle/thin-entry.ts'
import { repositoryRoot } from '../repository.ts'

/** A program to compare with. */
export interface Peer {
  /** The module of this name in `peers/`. */
  readonly module: 'bare-client' | 'fixed-delay-waiter'
  /** What its `start` is called with: there is a program for each. */
  readonly starts: readonly string[]
}

/**
 * Bundles a peer in a folder below `scratch`, by the bundler and behind the entry that the actions
 * have, with the very SDK that they use. Gives the paths of its programs, by what each starts.
 */
export function bundlePeer(scratch: string, { module, starts }: Peer): ReadonlyMap<string, string> {
  const folder = join(scratch, module)
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
  symlinkSync(join(repositoryRoot, 'packages/aws/node_modules'), join(folder, 'node_modules'))
  const source = join(folder, 'source.js')
  cpSync(join(import.meta.dirname, 'peers', `${module}.js`), source)
  bundleModule(repositoryRoot, source, join(folder, 'suite'))
  return new Map(starts.map((name, index) => [name, program(folder, { name, index })]))
}

function program(folder: string, { name, index }: { name: string; index: number }): string {
  const path = join(folder, String(index), 'index.js')
  mkdirSync(join(folder, String(index)))
  writeFileSync(path, thinEntry(name))
  return path
}
