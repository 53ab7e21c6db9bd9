/**
 * Writes what follows from the contracts: every action.yml, the tables of the READMEs and
 * docs/failures.md. With `--check` it writes nothing, and fails on a difference, which it shows.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { generatedFiles, isCurrent, type GeneratedFile } from './generate/generated-files.ts'
import { repositoryRoot } from './repository.ts'

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const outdated = (await generatedFiles(repositoryRoot)).filter(
  (file) => !isCurrent(repositoryRoot, file),
)
if (values.check) check(outdated)
else outdated.forEach(write)

function check(files: readonly GeneratedFile[]): void {
  if (files.length === 0) return
  files.forEach(showDifference)
  console.error(
    `${files.length} generated file(s) differ from the contracts. Run "npx -y pnpm@12 generate" and commit what changed.`,
  )
  process.exitCode = 1
}

function showDifference({ path, text }: GeneratedFile): void {
  console.error(`\n${path}: what is there, and what the contracts ask for`)
  spawnSync('git', ['diff', '--no-index', '--no-color', '--', path, '-'], {
    cwd: repositoryRoot,
    input: text,
    stdio: ['pipe', 2, 2],
  })
}

function write({ path, text }: GeneratedFile): void {
  const file = join(repositoryRoot, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  console.log(`wrote ${path}`)
}
