import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { actionNames, hasPost } from '../repository.ts'
import { thinEntry } from './thin-entry.ts'

/**
 * Makes the whole of `dist/` in the folder `out`, from nothing: one shared bundle whose chunks are
 * loaded when they are needed, and an entry for every program that an action.yml names. The bytes depend on the sources only.
 */
export function bundle(root: string, out: string): void {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'package.json'), '{ "type": "module" }\n')
  bundleModule(root, 'packages/suite/build/index.js', join(out, 'suite'))
  for (const name of actionNames(root)) {
    mkdirSync(join(out, name))
    writeFileSync(join(out, name, 'index.js'), thinEntry(name))
    if (hasPost(root, name)) writeFileSync(join(out, name, 'post.js'), thinEntry(name, 'startPost'))
  }
}

/** Bundles one module, with all that it imports, into the folder `out`. `entry` may be relative to `root`. */
export function bundleModule(root: string, entry: string, out: string): void {
  const options = ['--license', 'LICENSES.txt', '--target', 'es2024', '--no-cache', '--quiet']
  execFileSync(join(root, 'node_modules/.bin/ncc'), ['build', entry, '--out', out, ...options], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
