import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { repositoryRoot } from '../../scripts/repository.ts'
import type { PlantedFault } from './planted-faults.ts'

interface Diagnostic {
  readonly filename: string
  readonly code: string
  readonly message: string
  readonly help?: string
}

/**
 * Lints a tree that holds the planted files and nothing else, with this repository's rules, in one
 * run. Gives for each file, in order, what the linter says of it: one text a finding.
 */
export function lintPlanted(faults: readonly PlantedFault[]): string[][] {
  const root = mkdtempSync(join(tmpdir(), 'lint-'))
  try {
    cpSync(join(repositoryRoot, 'oxlint.config.ts'), join(root, 'oxlint.config.ts'))
    cpSync(join(repositoryRoot, 'scripts/lint'), join(root, 'scripts/lint'), { recursive: true })
    cpSync(join(repositoryRoot, 'tsconfig.base.json'), join(root, 'tsconfig.json'))
    writeFileSync(join(root, 'package.json'), '{"type":"module"}')
    symlinkSync(join(repositoryRoot, 'node_modules'), join(root, 'node_modules'))
    const paths = faults.map((fault, index) => plant(root, fault, index))
    const diagnostics = lint(root)
    return paths.map((path) =>
      diagnostics
        .filter(({ filename }) => filename === path)
        .map(({ code, message, help }) => `${code} ${message} ${help ?? ''}`),
    )
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function plant(root: string, { path, code }: PlantedFault, index: number): string {
  const planted = path.replace('#', String(index))
  mkdirSync(join(root, dirname(planted)), { recursive: true })
  writeFileSync(join(root, planted), `${code}\n`)
  return planted
}

function lint(cwd: string): readonly Diagnostic[] {
  const oxlint = join(repositoryRoot, 'node_modules/.bin/oxlint')
  const { stdout, stderr } = spawnSync(oxlint, ['--format', 'json', 'packages', 'actions'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (!stdout.startsWith('{')) throw new Error(`oxlint gave no report: ${stdout}${stderr}`)
  // The form of oxlint's own report.
  const report = JSON.parse(stdout) as { readonly diagnostics: readonly Diagnostic[] }
  return report.diagnostics
}
