import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Step } from '../bundle/run-action.ts'
import { findLeaks } from '../support/leaks.ts'
import { buildScene, type BuildScene } from './build-scene.ts'
import { commandLines, docker, skipBuilds } from './docker-engine.ts'

const skipped = skipBuilds('build secrets')

/** Different every time, so that no step comes from a cache. */
const secrets = {
  value: `canary-value-${randomUUID()}`,
  lines: `canary-first-${randomUUID()}\ncanary-second-${randomUUID()}`,
  file: `canary-file-${randomUUID()}`,
}

const read = ['value', 'lines', 'file'].map((id) => `cat /run/secrets/${id}; echo`).join('; ')
const mounts = ['value', 'lines', 'file'].map((id) => `--mount=type=secret,id=${id}`).join(' ')
const shell = (script: string): string => JSON.stringify(['/bin/busybox', 'sh', '-c', script])

describe.skipIf(skipped !== undefined)('build secrets', () => {
  let scene: BuildScene
  let step: Step
  const seen = new Set<string>()

  beforeAll(async () => {
    const script = `${read}; wc -c /run/secrets/* > /sizes; sleep 2; echo ${randomUUID()}`
    scene = await buildScene({
      Dockerfile: `FROM scratch\nCOPY busybox /bin/\nENV PATH=/bin\nRUN ["/bin/busybox", "--install", "/bin"]\nRUN ${mounts} ${shell(script)}\n`,
      '.dockerignore': 'key\n',
    })
    const key = join(scene.folders.context, 'key')
    writeFileSync(key, secrets.file, { mode: 0o600 })
    const watch = setInterval(() => commandLines().forEach((line) => seen.add(line)), 200)
    const { value, lines } = secrets
    step = await scene
      .step({ secrets: JSON.stringify({ value, lines }), 'secret-files': `file=${key}` })
      .finally(() => clearInterval(watch))
  })

  afterAll(() => scene[Symbol.asyncDispose]())

  it('reach the instruction that mounts them', async () => {
    expect(step.log).not.toContain('::error')
    expect(step.outputs['outcome']).toBe('built')
    const name = step.outputs['image-tag'] ?? ''
    const container = await docker('create', name, 'none')
    const sizes = await docker('cp', `${container}:/sizes`, '-')
    await docker('rm', container)
    for (const text of Object.values(secrets))
      expect(sizes).toContain(`${text.length} /run/secrets/`)
  })

  it('are in no log, summary or output', () => {
    // The runner hides what is named in ::add-mask::, and shows no such line.
    const log = step.log.replaceAll(/^::add-mask::.*$/gm, '')
    const visible = { log: [log], summary: [step.summary], outputs: Object.values(step.outputs) }
    expect(findLeaks(visible, parts())).toEqual([])
    expect(log).toContain('***')
  })

  it('are in no command line while they are used', () => {
    expect([...seen].some((line) => line.includes('buildx build'))).toBe(true)
    expect(findLeaks({ processes: [...seen] }, parts())).toEqual([])
  })

  it('are neither in the image nor in its history', async () => {
    const name = step.outputs['image-tag'] ?? ''
    const history = await docker('history', '--no-trunc', name)
    const about = await docker('inspect', name)
    expect(findLeaks({ history: [history], about: [about] }, parts())).toEqual([])
  })

  it('are in no file that the registry keeps, be it a layer or a cache', () => {
    const files = readdirSync(scene.folders.storage, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    const layers = files
      .filter((bytes) => bytes.readUInt16BE(0) === 0x1f8b)
      .map((bytes) => gunzipSync(bytes))
    expect(layers.length).toBeGreaterThan(2)
    const texts = [...files, ...layers].map((bytes) => bytes.toString('latin1'))
    expect(findLeaks({ registry: texts }, parts())).toEqual([])
  })

  it('leave nothing behind on the runner', () => {
    expect(readdirSync(scene.folders.temp)).toEqual([])
  })

  it('are in no error either, where the instruction fails that prints them', async () => {
    const fails = shell(`${read}; exit 3`)
    scene.write({
      Dockerfile: `FROM scratch\nCOPY busybox /bin/\nENV PATH=/bin\nRUN ["/bin/busybox", "--install", "/bin"]\nRUN ${mounts} ${fails}\n`,
    })
    const { value, lines } = secrets
    const given = {
      secrets: JSON.stringify({ value, lines }),
      'secret-files': `file=${join(scene.folders.context, 'key')}`,
    }
    const failed = await scene.step(given)
    expect(failed.outputs).toMatchObject({ outcome: 'failed', failure: 'image' })
    const log = failed.log.replaceAll(/^::add-mask::.*$/gm, '')
    expect(log).toContain('Its last lines:')
    expect(findLeaks({ log: [log], summary: [failed.summary] }, parts())).toEqual([])
  })
})

/** All that nobody may read: of several lines each. */
function parts(): readonly string[] {
  return [secrets.value, secrets.file, ...secrets.lines.split('\n')]
}
