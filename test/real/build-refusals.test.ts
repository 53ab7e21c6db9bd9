import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildScene, noEngine, readWhole, until, type BuildScene } from './build-scene.ts'
import { commandLines, skipBuilds } from './docker-engine.ts'
import { findProgram } from './programs.ts'

const skipped = skipBuilds('builds that fail or are cancelled')

const shell = (script: string): string => JSON.stringify(['/bin/busybox', 'sh', '-c', script])
const fromNothing = (...lines: readonly string[]): string =>
  ['FROM scratch', 'COPY busybox /bin/', ...lines, ''].join('\n')

describe.skipIf(skipped !== undefined)('a build that cannot be', () => {
  let scene: BuildScene

  beforeAll(async () => {
    scene = await buildScene({ Dockerfile: fromNothing() })
  })

  afterAll(() => scene[Symbol.asyncDispose]())

  /** A folder that has docker alone in it, and docker without buildx where that is asked for. */
  function pathWith(name: string, script: string): string {
    const folder = join(scene.folders.storage, '..', name)
    mkdirSync(folder)
    writeFileSync(join(folder, 'docker'), `#!/bin/sh\n${script}\n`)
    chmodSync(join(folder, 'docker'), 0o755)
    return folder
  }

  it('since no engine answers says so, with what to do', async () => {
    const { outputs, log } = await scene.step({}, noEngine)
    expect(outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(log).toContain('The Docker engine of this runner does not answer')
    expect(log).toContain('systemctl start docker')
  })

  it('since there is no buildx says so, with what to do', async () => {
    const words = `echo "docker: 'buildx' is not a docker command." >&2; exit 1`
    const real = findProgram('docker') ?? ''
    const PATH = pathWith('without-buildx', `[ "$1" = buildx ] && { ${words}; }\nexec ${real} "$@"`)
    const { outputs, log } = await scene.step({}, { environment: { PATH } })
    expect(outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(log).toContain("docker: 'buildx' is not a docker command.")
    expect(log).toContain('docker/setup-buildx-action')
  })

  it('since the builder is not there says so', async () => {
    const { outputs, log } = await scene.step({}, { environment: { BUILDX_BUILDER: 'nowhere' } })
    expect(outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(log).toContain('nowhere')
  })

  it('since the engine is of another platform is refused before anything is built', async () => {
    scene.registry.takeRequests()
    const { outputs, log } = await scene.step({ 'expect-platform': 'linux/s390x' })
    expect(outputs).toMatchObject({ outcome: 'failed', failure: 'image' })
    expect(log).toContain('expect-platform wants linux/s390x')
    expect(scene.registry.takeRequests().filter((one) => !/^(GET|HEAD) /.test(one))).toEqual([])
  })

  it('for several platforms at once says which builder can', async () => {
    const { outputs, log } = await scene.step({ platforms: 'linux/amd64,linux/arm64' })
    expect(outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(log).toContain('docker/setup-buildx-action')
  })

  it('since an instruction fails tells which, and its last lines', async () => {
    scene.write({
      Dockerfile: fromNothing(
        `RUN ${shell('echo compiling; echo "main.c:3: expected ;" >&2; exit 2')}`,
      ),
    })
    const { outputs, log, summary } = await scene.step()
    expect(outputs).toMatchObject({ outcome: 'failed', failure: 'image' })
    const [error = ''] = /^::error.*$/m.exec(log) ?? []
    expect(error).toContain('[2/2] RUN')
    expect(error).toContain('main.c:3: expected ;')
    expect(summary).toContain('main.c:3: expected ;')
    expect(readdirSync(scene.folders.temp)).toEqual([])
  })

  it('since a file is not in the context says so', async () => {
    scene.write({
      Dockerfile: fromNothing('COPY dist /app'),
      '.dockerignore': 'dist\n',
      'dist/a': 'a',
    })
    const { log } = await scene.step()
    expect(log).toContain('.dockerignore')
    scene.write({ '.dockerignore': '' })
  })

  it('since a base image is not there says so', async () => {
    const base = `${scene.registry.host}/none:1`
    scene.write({ Dockerfile: `FROM ${base}\nCOPY busybox /\n` })
    const { outputs, log } = await scene.step()
    expect(outputs).toMatchObject({ outcome: 'failed', failure: 'image' })
    expect(log).toContain('correct FROM')
    expect(log).toContain(base)
  })
})

describe.skipIf(skipped !== undefined)('an image for arm64 only', () => {
  it('is refused where linux/amd64 is expected, and nothing is copied', async () => {
    await using scene = await buildScene({ Dockerfile: fromNothing() })
    const built = await scene.step({ platforms: 'linux/arm64', tags: 'arm' })
    expect(built.outputs['outcome']).toBe('built')
    const promotion = {
      repository: `${scene.registry.host}/production`,
      'promote-from': `${scene.registry.host}/app:arm`,
    }
    const refused = await scene.step({
      ...promotion,
      'expect-platform': 'linux/amd64',
    })
    expect(refused.outputs).toMatchObject({ outcome: 'failed', failure: 'image' })
    expect(refused.log).toContain('is for linux/arm64, and expect-platform wants linux/amd64')
    await expect(readWhole(scene, 'production', 'arm')).rejects.toThrow('404')
    const copied = await scene.step({ ...promotion })
    expect(copied.outputs).toMatchObject({ outcome: 'promoted', digest: built.outputs['digest'] })
    expect(await readWhole(scene, 'production', 'arm')).toEqual({
      layers: 1,
      digest: built.outputs['digest'],
    })
  })
})

describe.skipIf(skipped !== undefined)('a run that is cancelled', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s ends docker with all that it started, and leaves no login',
    async (signal) => {
      const mark = randomUUID()
      await using scene = await buildScene({
        Dockerfile: fromNothing(`RUN ${shell(`sleep 120; echo ${mark}`)}`),
      })
      const own = (): readonly string[] =>
        commandLines().filter((line) => line.includes(scene.folders.temp) || line.includes(mark))
      let cancelledAt = 0
      const step = await scene.step(
        {},
        {
          async onStart(child) {
            await until(() => own().some((line) => line.includes('sleep 120')))
            cancelledAt = performance.now()
            child.kill(signal)
          },
        },
      )
      expect(performance.now() - cancelledAt).toBeLessThan(9_000)
      expect(step.outputs).toMatchObject({ outcome: 'failed', failure: 'cancelled' })
      await until(() => own().length === 0)
      expect(readdirSync(scene.folders.temp)).toEqual([])
      await expect(readWhole(scene, 'app', '0123456')).rejects.toThrow('404')
    },
  )
})
