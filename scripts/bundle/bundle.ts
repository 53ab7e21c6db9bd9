import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { actionNames } from '../repository.ts'
import { thinEntry } from './thin-entry.ts'

/**
 * Makes the whole of `dist/` in the folder `out`, from nothing: one shared bundle whose chunks are
 * loaded when they are needed, and an entry for every action. The bytes depend on the sources only.
 */
export function bundle(root: string, out: string): void {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'package.json'), '{ "type": "module" }\n')
  const options = ['--license', 'LICENSES.txt', '--target', 'es2024', '--no-cache', '--quiet']
  execFileSync(
    join(root, 'node_modules/.bin/ncc'),
    ['build', 'packages/suite/build/index.js', '--out', join(out, 'suite'), ...options],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  for (const name of actionNames(root)) {
    mkdirSync(join(out, name))
    writeFileSync(join(out, name, 'index.js'), thinEntry(name))
  }
}
