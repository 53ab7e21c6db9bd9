/**
 * Bundles what "tsc -b" has emitted into dist/, which is committed: runners execute it as it is.
 * With `--check` it bundles elsewhere, and fails when dist/ differs, showing the difference.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundle } from './bundle/bundle.ts'
import { repositoryRoot } from './repository.ts'

/** A whole chunk may differ: its beginning says enough. */
const shownLines = 200

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
if (values.check) check()
else bundle(repositoryRoot, join(repositoryRoot, 'dist'))

function check(): void {
  const rebuilt = mkdtempSync(join(tmpdir(), 'dist-'))
  try {
    bundle(repositoryRoot, rebuilt)
    const { status, stdout } = spawnSync('diff', ['-ruN', 'dist', rebuilt], {
      cwd: repositoryRoot,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    })
    if (status === 0) return
    console.error(stdout.split('\n', shownLines).join('\n'))
    console.error('dist/ is not what the sources give. Run "npx -y pnpm@12 build" and commit it.')
    process.exitCode = 1
  } finally {
    rmSync(rebuilt, { recursive: true, force: true })
  }
}
