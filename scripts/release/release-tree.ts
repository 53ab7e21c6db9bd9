import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RefusedError } from './checks.ts'
import type { Git } from './git.ts'

/** The only parts of a release that runners download, beside the actions' folders. */
const downloaded = ['dist', 'LICENSE']

/**
 * The tree of a release: that of the source commit, with a folder for each action at the root, as
 * `uses: org/deploy-actions/<name>@v1` asks, and with all else left out of what runners download.
 */
export function writeReleaseTree(git: Git, source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'release-'))
  try {
    const staged = git.with({ environment: { GIT_INDEX_FILE: join(folder, 'index') } })
    staged('read-tree', source)
    const names = actionsOf(git, source)
    for (const name of names) {
      const manifest = git('show', `${source}:actions/${name}/action.yml`)
      stage({ git, staged, path: `${name}/action.yml`, text: atRoot(name, manifest) })
    }
    const attributes = git('show', `${source}:.gitattributes`)
    stage({ git, staged, path: '.gitattributes', text: `${attributes}\n${allowList(names)}` })
    return staged('write-tree')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function actionsOf(git: Git, source: string): string[] {
  const paths = git('ls-tree', '-r', '--name-only', source, 'actions/').split('\n')
  const names = paths.flatMap((path) => /^actions\/([^/]+)\/action\.yml$/.exec(path)?.[1] ?? [])
  const taken = git('ls-tree', '--name-only', source).split('\n')
  const clash = names.find((name) => taken.includes(name))
  if (clash === undefined) return names
  throw new RefusedError(`The root has "${clash}" already, where the action of that name must go.`)
}

/** The manifest with the paths of its programs as they are from a folder at the root. */
function atRoot(name: string, manifest: string): string {
  const moved = manifest.replaceAll(/^(\s+(?:main|pre|post): )\.\.\/\.\.\/dist\//gm, '$1../dist/')
  if (moved !== manifest && !moved.includes('../../')) return `${moved}\n`
  throw new RefusedError(`actions/${name}/action.yml names a program that is not in ../../dist/.`)
}

function allowList(names: readonly string[]): string {
  const allowed = [...downloaded, ...names].map((path) => `/${path} -export-ignore\n`)
  return `\n# What runners download of a release.\n/* export-ignore\n${allowed.join('')}`
}

function stage(file: {
  readonly git: Git
  readonly staged: Git
  readonly path: string
  readonly text: string
}): void {
  const blob = file.git.with({ input: file.text })('hash-object', '-w', '--stdin')
  file.staged('update-index', '--add', '--cacheinfo', `100644,${blob},${file.path}`)
}
