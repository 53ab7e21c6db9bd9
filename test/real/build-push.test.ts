import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Step } from '../bundle/run-action.ts'
import { buildScene, noEngine, readWhole, type BuildScene } from './build-scene.ts'
import { docker, skipBuilds } from './docker-engine.ts'
import { findProgram } from './programs.ts'

const skipped = skipBuilds('images that are built, and built only once')

const files = {
  Dockerfile: 'FROM scratch\nCOPY busybox /bin/\nCOPY app /\nARG FLAVOUR=plain\nLABEL x=y\n',
  '.dockerignore': 'notes\n',
  app: 'one',
  notes: 'one',
}

describe.skipIf(skipped !== undefined)('an image that was built once', () => {
  let scene: BuildScene
  let first: Step

  beforeAll(async () => {
    scene = await buildScene(files)
    first = await scene.step({ tags: '{short-sha}\nlatest' })
  })

  afterAll(() => scene[Symbol.asyncDispose]())

  it('is in its registry, whole, under its tags and with its labels', async () => {
    expect(first.log).not.toContain('::error')
    const { digest = '' } = first.outputs
    const uri = `${scene.registry.host}/app`
    expect(first.outputs).toMatchObject({
      outcome: 'built',
      reused: 'false',
      image: `${uri}@${digest}`,
      'image-tag': `${uri}:0123456`,
      tags: '["0123456","latest"]',
    })
    const content = `content-${first.outputs['content-hash']?.slice(0, 20)}`
    for (const tag of ['0123456', 'latest', content]) {
      expect(await readWhole(scene, 'app', tag)).toEqual({ layers: 2, digest })
    }
    await docker('pull', '--quiet', `${uri}:latest`)
    const labels = await docker('inspect', '--format', '{{json .Config.Labels}}', `${uri}:latest`)
    expect(JSON.parse(labels)).toEqual({
      'deploy-actions.content-hash': first.outputs['content-hash'],
      'deploy-actions.options-hash': expect.stringMatching(/^[0-9a-f]{64}$/),
      'org.opencontainers.image.revision': '0123456789abcdef0123456789abcdef01234567',
      'org.opencontainers.image.source': 'https://github.com/org/app',
      x: 'y',
    })
    expect(JSON.parse(first.outputs['metadata'] ?? '')).toMatchObject({
      'containerimage.digest': digest,
    })
    expect(first.summary).toContain('built and pushed')
    expect(readdirSync(scene.folders.temp)).toEqual([])
  })

  it('is the same in a second run, which works without the engine and moves nothing', async () => {
    scene.registry.takeRequests()
    const second = await scene.step({ tags: '{short-sha}\n{run-id}' }, noEngine)
    expect(second.outputs).toMatchObject({
      outcome: 'reused',
      reused: 'true',
      digest: first.outputs['digest'],
      'content-hash': first.outputs['content-hash'],
      'size-bytes': first.outputs['size-bytes'],
    })
    const asked = scene.registry.takeRequests()
    expect(asked.filter((one) => one.includes('/blobs/uploads/'))).toEqual([])
    // Its configuration, which says how old it is.
    expect(asked.filter((one) => /^GET .*\/blobs\//.test(one))).toHaveLength(1)
    expect(await readWhole(scene, 'app', '1')).toMatchObject({ digest: first.outputs['digest'] })
    expect(second.milliseconds).toBeLessThan(10_000)
  })

  const hashes = new Set<string | undefined>()

  it.each<readonly [string, 'reused' | 'built', () => Readonly<Record<string, string>>]>([
    ['nothing changed', 'reused', () => ({})],
    [
      'the times of files changed',
      'reused',
      () => {
        utimesSync(join(scene.folders.context, 'app'), 1, 1)
        return {}
      },
    ],
    [
      'a file changed that .dockerignore names',
      'reused',
      () => {
        scene.write({ notes: 'two' })
        return {}
      },
    ],
    ['it is built for a platform by its name', 'reused', () => ({ platforms: 'linux/amd64' })],
    ['a build argument changed', 'built', () => ({ 'build-args': 'FLAVOUR=other' })],
    ['a label changed', 'built', () => ({ labels: 'team=a' })],
    ['a secret is there', 'built', () => ({ secrets: 'npm=hunter2-canary' })],
    ['the platform changed', 'built', () => ({ platforms: 'linux/arm64' })],
    ['it is not to be reused', 'built', () => ({ reuse: 'off' })],
    [
      'a mode changed',
      'built',
      () => {
        chmodSync(join(scene.folders.context, 'app'), 0o755)
        return {}
      },
    ],
    [
      'one byte changed',
      'built',
      () => {
        chmodSync(join(scene.folders.context, 'app'), 0o644)
        scene.write({ app: 'onf' })
        return {}
      },
    ],
    [
      'what is ignored changed',
      'built',
      () => {
        scene.write({ app: 'one', '.dockerignore': '' })
        return {}
      },
    ],
  ])('where %s: %s', async (_, expected, change) => {
    const { outputs, log } = await scene.step(change(), noEngine)
    // Without an engine nothing can be built, which is how it is seen that it would be.
    const wanted = expected === 'reused' ? 'reused' : 'failed'
    expect(outputs['outcome']).toBe(wanted)
    expect(log.includes('The Docker engine of this runner does not answer')).toBe(
      wanted === 'failed',
    )
    hashes.add(outputs['content-hash'])
  })

  it('had another hash for everything that makes another image', () => {
    // The first; with an argument, a label, a secret, a platform, a mode, a byte, and more files.
    const known = [...hashes].filter((hash) => hash !== undefined)
    expect(known).toHaveLength(8)
    expect(known).toContain(first.outputs['content-hash'])
  })
})

describe.skipIf(skipped !== undefined)('a base image that moves behind its tag', () => {
  it('is seen, and the new one is built upon although the engine has the old', async () => {
    await using scene = await buildScene({})
    const base = { repository: `${scene.registry.host}/base`, tags: '1' }
    const inputs = { repository: `${scene.registry.host}/moving` }
    const version = (text: string): void =>
      scene.write({
        Dockerfile: 'FROM scratch\nCOPY busybox /bin/\nCOPY version /\n',
        version: text,
      })
    // What the engine has built before would print nothing.
    const [first, second] = [randomUUID(), randomUUID()]
    version(first)
    expect((await scene.step(base)).outputs['outcome']).toBe('built')
    const run = 'RUN ["/bin/busybox", "cat", "/version"]'
    const dockerfile = `FROM ${scene.registry.host}/base:1\n${run}\n`
    const upon = async () => {
      scene.write({ Dockerfile: dockerfile, version: '' })
      return scene.step(inputs)
    }
    const one = await upon()
    expect(one.log).toContain(first)
    expect((await upon()).outputs).toMatchObject({
      outcome: 'reused',
      digest: one.outputs['digest'],
    })
    // What the engine has under the tag is to be the old one still.
    const tag = `${scene.registry.host}/base:1`
    await docker('pull', '--quiet', tag)
    const old = await docker('image', 'inspect', '--format', '{{.Id}}', tag)
    version(second)
    expect((await scene.step(base)).outputs['outcome']).toBe('built')
    await docker('tag', old, tag)
    const two = await upon()
    expect(two.outputs['outcome']).toBe('built')
    expect(two.log).toContain(second)
    expect(two.outputs['digest']).not.toBe(one.outputs['digest'])
  })
})

/** As newer versions of buildx write it: that of Debian does not check Dockerfiles yet. */
const warnings = [
  {
    short: Buffer.from('JSONArgsRecommended: JSON arguments recommended').toString('base64'),
    url: 'https://docs.docker.com/go/dockerfile/rule/json-args-recommended/',
    sourceInfo: { filename: 'api.Dockerfile' },
    range: [{ start: { line: 3 } }],
  },
]

/** What is done to the file of `--metadata-file` after docker. */
const addWarnings = `
const file = process.argv.find((one) => one.startsWith('--metadata-file=')).slice(16)
const fs = require('node:fs')
const said = JSON.parse(fs.readFileSync(file, 'utf8'))
fs.writeFileSync(file, JSON.stringify({ ...said, 'buildx.build.warnings': ${JSON.stringify(warnings)} }))
`

describe.skipIf(skipped !== undefined)('a warning about the Dockerfile', () => {
  it('is an annotation at its line, and does not fill the output', async () => {
    await using scene = await buildScene({
      'api.Dockerfile': 'FROM scratch\nCOPY busybox /\nCMD a\n',
    })
    const folder = join(scene.folders.storage, '../newer-buildx')
    mkdirSync(folder)
    writeFileSync(join(folder, 'add.cjs'), addWarnings)
    const real = findProgram('docker') ?? ''
    const script = `${real} "$@" || exit\n[ "$2" != build ] || ${process.execPath} ${folder}/add.cjs "$@"`
    writeFileSync(join(folder, 'docker'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    const file = join(scene.folders.context, 'api.Dockerfile')
    const { outputs, log } = await scene.step({ file }, { environment: { PATH: folder } })
    expect(outputs['outcome']).toBe('built')
    const at = `file=${file.replaceAll(':', '%3A')},line=3`
    expect(log).toContain(
      `::warning ${at}::JSONArgsRecommended: JSON arguments recommended%0Ahttps`,
    )
    expect(JSON.parse(outputs['metadata'] ?? '')).not.toHaveProperty(['buildx.build.warnings'])
  })
})
