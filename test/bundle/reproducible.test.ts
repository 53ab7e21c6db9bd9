import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { repositoryRoot } from '../../scripts/repository.ts'

const scratch = mkdtempSync(join(tmpdir(), 'clones-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

describe('the same sources at two paths', () => {
  it('give the same bytes', { timeout: 60_000 }, () => {
    const [one, other] = [bundleIn('one'), bundleIn('quite/another/place')]
    expect(Object.keys(one).length).toBeGreaterThan(5)
    expect(Object.keys(other)).toEqual(Object.keys(one))
    expect(Object.keys(one).filter((file) => one[file] !== other[file])).toEqual([])
  })
})

/** Builds and bundles a copy of this checkout there; gives the bundle's files with their contents. */
function bundleIn(path: string): Record<string, string> {
  const clone = join(scratch, path)
  mkdirSync(clone, { recursive: true })
  for (const folder of ['actions', 'packages', 'scripts', 'node_modules']) copy(folder, clone)
  for (const file of ['package.json', 'tsconfig.base.json']) {
    cpSync(join(repositoryRoot, file), join(clone, file))
  }
  const bin = join(clone, 'node_modules/.bin')
  const run = (program: string, args: string[]) =>
    execFileSync(program, args, { cwd: clone, stdio: 'pipe' })
  run(join(bin, 'tsc'), ['-b', 'packages/suite'])
  run(process.execPath, ['scripts/bundle.ts'])
  const dist = join(clone, 'dist')
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8', withFileTypes: true })
  const paths = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
  return Object.fromEntries(
    paths.toSorted().map((file) => [file.slice(dist.length), readFileSync(file, 'utf8')]),
  )
}

/** Hard links where the file system allows it: the installed packages are large. */
function copy(folder: string, clone: string): void {
  const source = join(repositoryRoot, folder)
  const link = folder === 'node_modules' ? ['-al'] : ['-a']
  try {
    execFileSync('cp', [...link, source, clone], { stdio: 'pipe' })
  } catch {
    rmSync(join(clone, folder), { recursive: true, force: true })
    execFileSync('cp', ['-a', source, clone], { stdio: 'pipe' })
  }
}
