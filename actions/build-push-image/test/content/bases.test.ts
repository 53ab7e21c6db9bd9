import type { World } from '@deploy-actions/aws-simulator'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Build } from '../../src/content/index.ts'
import { buildOf, contentOf, hashOf, projectOf, reasonOf } from './project.ts'
import { withRegistries } from './registries.ts'

/** A world whose images are made anew with every version: the same tags, other digests. */
function worldOf(version: string): World {
  const labels = { version }
  return {
    images: [
      { repository: 'docker.io/library/alpine', tags: ['latest', '3.22'], labels },
      { repository: 'docker.io/docker/dockerfile', tags: ['1'], labels },
      { repository: 'ghcr.io/owner/tool', tags: ['1'], labels },
      { repository: 'ghcr.io/owner/other', tags: ['1'] },
    ],
  }
}

const today = worldOf('1')
const tomorrow = worldOf('2')

function hashIn(world: World, build: Build): Promise<string> {
  return withRegistries(world, (lookUp) => hashOf(build, lookUp))
}

describe('an image that a build reads, moved behind its tag, is another content', () => {
  it.for<[string, string, Partial<Build>]>([
    ['as the base', 'FROM alpine:3.22\n', {}],
    ['as the base of a stage before', 'FROM alpine AS a\nFROM scratch\nCOPY --from=a / /\n', {}],
    ['as what is copied from', 'FROM scratch\nCOPY --from=ghcr.io/owner/tool:1 /a /\n', {}],
    ['as what is mounted', 'FROM scratch\nRUN --mount=type=bind,from=alpine,target=/a x\n', {}],
    ['as the frontend', '# syntax=docker/dockerfile:1\nFROM scratch\n', {}],
    [
      'as the frontend by argument',
      'FROM scratch\n',
      { buildArgs: new Map([['BUILDKIT_SYNTAX', 'docker/dockerfile:1']]) },
    ],
    [
      'as the base by an argument',
      'ARG BASE\nFROM $BASE\n',
      { buildArgs: new Map([['BASE', 'alpine']]) },
    ],
    [
      'as an additional context',
      'FROM scratch\n',
      { buildContexts: new Map([['a', 'docker-image://alpine']]) },
    ],
  ])('%s', async ([, dockerfile, given]) => {
    const build = buildOf(projectOf({ Dockerfile: dockerfile }), given)
    const hash = await hashIn(today, build)
    expect(await hashIn(today, build)).toBe(hash)
    expect(await hashIn(tomorrow, build)).not.toBe(hash)
  })
})

describe('an image that is moved behind its tag does not count', () => {
  it.for<[string, string, Partial<Build>]>([
    ['in a stage that is not built', 'FROM alpine AS a\nFROM ghcr.io/owner/other:1\n', {}],
    [
      'in the place of which a context stands',
      'FROM docker.io/library/alpine\nFROM ghcr.io/owner/other:1\n',
      { buildContexts: new Map([['alpine', '.']]), target: '0' },
    ],
    [
      'in a stage in the place of which a context stands',
      'FROM alpine AS base\nFROM base AS next\nFROM next\nCOPY --from=ghcr.io/owner/other:1 / /\n',
      { buildContexts: new Map([['Base', '.']]) },
    ],
  ])('%s', async ([, dockerfile, given]) => {
    const folder = projectOf({ Dockerfile: dockerfile })
    const contexts = new Map([...(given.buildContexts ?? [])].map(([name]) => [name, folder]))
    const build = buildOf(folder, { ...given, buildContexts: contexts })
    expect(await hashIn(tomorrow, build)).toBe(await hashIn(today, build))
  })

  it('where it is named with its digest, and no registry is asked', async () => {
    const digest = `sha256:${'a'.repeat(64)}`
    const folder = projectOf({ Dockerfile: `FROM nowhere.example.com/a:1@${digest}\n` })
    expect(await contentOf(buildOf(folder))).toMatchObject({
      kind: 'known',
      bases: [{ name: `nowhere.example.com/a:1@${digest}`, digest }],
    })
  })
})

describe('the digests that a hash stands for', () => {
  it('are handed on, with full names', async () => {
    const folder = projectOf({ Dockerfile: 'FROM alpine\nCOPY --from=ghcr.io/owner/tool:1 /a /\n' })
    const content = await withRegistries(today, (lookUp) => contentOf(buildOf(folder), lookUp))
    const digest = expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as unknown
    expect(content).toMatchObject({
      bases: [
        { name: 'alpine', image: 'docker.io/library/alpine:latest', digest },
        { name: 'ghcr.io/owner/tool:1', image: 'ghcr.io/owner/tool:1', digest },
      ],
      explains: expect.arrayContaining([expect.stringMatching(/^image alpine: sha256:/)]),
    })
  })

  it('are not known where a registry does not have the image, or cannot be asked', async () => {
    const world = { ...today, registries: [{ host: 'down.example.com', unreachable: true }] }
    const dockerfile = 'FROM alpine:9\nCOPY --from=down.example.com/a:1 / /\n'
    const build = buildOf(projectOf({ Dockerfile: dockerfile }))
    const reason = await withRegistries(world, (lookUp) => reasonOf(build, lookUp))
    expect(reason).toContain('What alpine:9 stands for is not known: ')
    expect(reason).toContain('has no tag 9.')
    expect(reason).toContain('What down.example.com/a:1 stands for is not known: ')
  })
})

it('what stands after a stage that a context replaces is read all the same', async () => {
  const dockerfile = 'FROM a AS base\nFROM alpine AS tools\nFROM base\nCOPY --from=tools / /\n'
  const folder = projectOf({ Dockerfile: dockerfile })
  const build = buildOf(folder, { buildContexts: new Map([['base', folder]]) })
  expect(await hashIn(tomorrow, build)).not.toBe(await hashIn(today, build))
})

it('an additional context has a .dockerignore of its own', async () => {
  const folder = projectOf({
    'app/Dockerfile': 'FROM scratch\nCOPY --from=extra . /\n',
    'extra/.dockerignore': 'logs\n',
    'extra/logs/a': 'a',
    'extra/code': 'a',
  })
  const build = buildOf(join(folder, 'app'), {
    buildContexts: new Map([['extra', join(folder, 'extra')]]),
  })
  expect(await contentOf(build)).toMatchObject({
    explains: expect.arrayContaining([expect.stringMatching(/^context extra: 2 files, /)]),
  })
})
