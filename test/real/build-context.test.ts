import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CannotTell } from '../../actions/build-push-image/src/content/cannot-tell.ts'
import { entriesOf } from '../../actions/build-push-image/src/content/context/entries.ts'
import { readDockerfile } from '../../actions/build-push-image/src/content/dockerfile/locate.ts'
import { readIgnoreFile } from '../../actions/build-push-image/src/content/ignore/read-ignore-file.ts'
import { layTree, trees } from './build-contexts.ts'
import { patterns } from './ignore-patterns.ts'
import { hasDockerEngine, skipReason } from './programs.ts'

const skipped = skipReason('what docker sends compared with what is hashed', {
  'a Docker engine that answers': hasDockerEngine(),
  'docker buildx': spawnSync('docker', ['buildx', 'version']).status === 0,
})

const cases = (['shop', 'odd', 'links'] as const).flatMap((tree) =>
  patterns[tree].map((lines) => ({ tree, lines })),
)

describe.skipIf(skipped !== undefined)('what is hashed of a context is what an image gets', () => {
  let folder: string
  let context: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'build-context-'))
    context = join(folder, 'context')
    mkdirSync(context)
  })

  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  /** All that `COPY . /` brings into an image; undefined where docker refuses to build it. */
  function copied(): readonly string[] | undefined {
    const image = join(folder, 'image')
    const args = ['buildx', 'build', '--quiet', '--output', `type=local,dest=${image}`, context]
    if (spawnSync('docker', args, { stdio: 'ignore' }).status !== 0) return undefined
    const format = '%P\\t%y\\t%m\\t%l\\0'
    const found = execFileSync('find', [image, '-mindepth', '1', '-printf', format])
    return found.toString().split('\0').slice(0, -1).toSorted()
  }

  /** The same of what is hashed. Throws CannotTell where that cannot be told. */
  function hashed(): readonly string[] {
    const types = { file: 'f', folder: 'd', link: 'l', fifo: 'p', socket: 's', device: 'c' }
    const { file } = readDockerfile(context, undefined)
    return [...entriesOf(context, readIgnoreFile(context, file))]
      .map(({ path, kind, mode, target = '' }) =>
        [path, types[kind], kind === 'link' ? '777' : mode.toString(8), target].join('\t'),
      )
      .toSorted()
  }

  it.for(cases)('in the tree $tree with the patterns $lines', ({ tree, lines }) => {
    layTree(context, trees[tree], lines)
    expect(hashed()).toEqual(copied())
  })

  it.for(['!', '!/', '[a', 'a[]', 'back\\', '\\é', '[z-a]', 'a[-1]'])(
    'nothing at all, with the pattern %s that docker refuses',
    (pattern) => {
      layTree(context, trees.odd, pattern)
      expect(copied()).toBeUndefined()
      expect(hashed).toThrow(CannotTell)
    },
  )

  it.for([
    ['that of the Dockerfile, where there are two', 'src', 'docs'],
    ['that of the Dockerfile, though it is empty', '', 'docs'],
    ['that of the Dockerfile, where it is the only one', 'src', ''],
  ] as const)('by the .dockerignore that docker takes: %s', ([, own, general]) => {
    layTree(context, trees.shop, general)
    writeFileSync(join(context, 'Dockerfile.dockerignore'), own)
    expect(hashed()).toEqual(copied())
  })

  it('with a Dockerfile whose name is in lower case', () => {
    layTree(context, trees.shop, 'src')
    renameSync(join(context, 'Dockerfile'), join(context, 'dockerfile'))
    expect(hashed()).toEqual(copied())
  })
})
