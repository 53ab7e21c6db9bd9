import { describe, expect, it } from 'vitest'
import { buildCall, type BuildOrder } from '../../src/build/arguments.ts'
import type { Build } from '../../src/content/index.ts'

const nothing = new Map<string, string>()
const build: Build = {
  context: '.',
  file: undefined,
  target: undefined,
  platforms: [],
  buildArgs: nothing,
  buildContexts: nothing,
  labels: nothing,
  annotations: nothing,
  network: undefined,
  secretIds: [],
  provenance: 'false',
  sbom: 'false',
  sourcePolicy: false,
}

type Changes = Partial<Omit<BuildOrder, 'inputs'>> & {
  readonly build?: Partial<Build>
  readonly inputs?: Partial<Omit<BuildOrder['inputs'], 'build'>>
}

function call({ build: changes, inputs, ...others }: Changes = {}) {
  return buildCall({
    names: ['ghcr.io/org/app:1'],
    labels: nothing,
    cache: { from: [], to: [], tag: undefined, ownTag: undefined, warnings: [] },
    isAnew: false,
    needsFreshBases: false,
    metadataFile: '/temp/metadata.json',
    ...others,
    inputs: {
      secrets: nothing,
      secretFiles: nothing,
      ambientArgs: new Set(),
      pull: false,
      ...inputs,
      build: { ...build, ...changes },
    },
  })
}

const plain = [
  'buildx',
  'build',
  '--push',
  '--progress=plain',
  '--metadata-file=/temp/metadata.json',
  '--tag=ghcr.io/org/app:1',
  '--provenance=false',
  '--sbom=false',
  '--',
  '.',
]

describe('docker is called', () => {
  it('with no attestation unless one is asked for, and with the context last', () => {
    expect(call()).toEqual({ args: plain, env: {} })
  })

  it.each<readonly [string, Changes, readonly string[]]>([
    ['several tags', { names: ['a:1', 'a:2'] }, ['--tag=a:1', '--tag=a:2']],
    [
      'a Dockerfile',
      { build: { file: 'docker/api.Dockerfile' } },
      ['--file=docker/api.Dockerfile'],
    ],
    ['a target', { build: { target: 'runner' } }, ['--target=runner']],
    [
      'platforms',
      { build: { platforms: ['linux/amd64', 'linux/arm64'] } },
      ['--platform=linux/amd64,linux/arm64'],
    ],
    ['a network', { build: { network: 'none' } }, ['--network=none']],
    [
      'build arguments as they are',
      { build: { buildArgs: new Map([['URL', 'a=b, "c" $d']]) } },
      ['--build-arg=URL=a=b, "c" $d'],
    ],
    [
      'further contexts',
      { build: { buildContexts: new Map([['base', 'docker-image://alpine:3']]) } },
      ['--build-context=base=docker-image://alpine:3'],
    ],
    [
      'annotations',
      { build: { annotations: new Map([['index:a', 'b']]) } },
      ['--annotation=index:a=b'],
    ],
    ['provenance', { build: { provenance: 'mode=max' } }, ['--provenance=mode=max']],
    ['an SBOM', { build: { sbom: 'true' } }, ['--sbom=true']],
    ['no cache', { isAnew: true }, ['--no-cache']],
    ['pull', { inputs: { pull: true } }, ['--pull']],
    ['bases as they are in the registry', { needsFreshBases: true }, ['--pull']],
    [
      'caches',
      {
        cache: {
          ...{ from: ['type=a', 'type=b'], to: ['type=c'] },
          ...{ tag: undefined, ownTag: undefined, warnings: [] },
        },
      },
      ['--cache-from=type=a', '--cache-from=type=b', '--cache-to=type=c'],
    ],
  ])('with %s', (_, changes, expected) => {
    const { args } = call(changes)
    expect(args).toEqual(expect.arrayContaining([...expected]))
    expect(args.slice(-2)).toEqual(['--', '.'])
  })

  it('with the arguments of the user, and without those that docker has from elsewhere', () => {
    const buildArgs = new Map([
      ['A', 'b'],
      ['HTTP_PROXY', 'http://user:hunter2-canary@proxy'],
    ])
    const { args } = call({
      build: { buildArgs },
      inputs: { ambientArgs: new Set(['HTTP_PROXY']) },
    })
    expect(args).toContain('--build-arg=A=b')
    expect(args.join()).not.toContain('hunter2-canary')
  })

  it('with the labels of the user before those of the run', () => {
    const labels = new Map([
      ['org.opencontainers.image.revision', 'run'],
      ['deploy-actions.content-hash', 'abc'],
    ])
    const own = new Map([['org.opencontainers.image.revision', 'user']])
    const { args } = call({ labels, build: { labels: own } })
    expect(args.filter((arg) => arg.startsWith('--label'))).toEqual([
      '--label=org.opencontainers.image.revision=user',
      '--label=deploy-actions.content-hash=abc',
    ])
  })

  it('with a context that looks like an option as the context', () => {
    expect(call({ build: { context: '--help' } }).args.slice(-2)).toEqual(['--', '--help'])
  })
})

describe('a build secret', () => {
  const value = 'hunter2-canary, "quoted"\nsecond line'
  const secrets = new Map([
    ['npm', value],
    ['odd,id', 'other-canary'],
  ])
  const secretFiles = new Map([
    ['cert', '/keys/a,b "c".pem'],
    ['plain', 'keys/d.pem'],
  ])
  const { args, env } = call({ inputs: { secrets, secretFiles } })

  it('is handed over by the environment, and is in no argument', () => {
    expect(args.join('\n')).not.toMatch(/canary|second line/)
    expect(Object.values(env)).toEqual([value, 'other-canary'])
  })

  it('is named by its id and its variable, or its file, as a line of CSV', () => {
    const [first, second] = Object.keys(env)
    expect(args.filter((arg) => arg.startsWith('--secret'))).toEqual([
      `--secret=id=npm,env=${first}`,
      `--secret="id=odd,id",env=${second}`,
      '--secret=id=cert,"src=/keys/a,b ""c"".pem"',
      '--secret=id=plain,src=keys/d.pem',
    ])
  })
})
