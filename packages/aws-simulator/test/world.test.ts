import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadWorld, parseWorld, startSimulator, WorldError } from '../src/index.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'world-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fileOf(text: string): Promise<string> {
  const file = join(folder, `${String(Math.random()).slice(2)}.yml`)
  await writeFile(file, text)
  return file
}

const service = `
images: [{ repository: example.com/app, tags: [v1] }]
taskDefinitions:
  - family: app
    memory: "512"
    cpu: "256"
    containerDefinitions: [{ name: app, image: example.com/app:v1 }]
clusters:
  - name: main
    services:
      - serviceName: app
        taskDefinition: app
`

describe('A world file', () => {
  it('is read with its defaults left to the simulator', async () => {
    expect(await loadWorld(await fileOf('region: eu-west-1\n'))).toEqual({ region: 'eu-west-1' })
  })

  it.each<[string, string, number, number, RegExp]>([
    ['broken YAML', 'images: [', 1, 10, /./],
    ['an unknown part', 'regoin: x', 1, 9, /The world has no "regoin"; known are region/],
    ['a bad duration', 'timings:\n  pull: 8 seconds', 2, 9, /"timings.pull" must be a duration/],
    ['a bad account', 'account: 123456789012', 1, 10, /"account" must be string/],
    ['a fault that does nothing', 'faults:\n  - operation: X', 2, 5, /"faults.0" must/],
  ])('with %s is refused at its line and column', (...[, text, line, column, problem]) => {
    const parse = () => parseWorld(text, 'w.yml')
    expect(parse).toThrow(WorldError)
    expect(parse).toThrow(problem)
    expect(parse).toThrow(new RegExp(`^w\\.yml:${line}:${column}: `))
  })

  it.each<[string, string, string, RegExp]>([
    [
      'a parameter that AWS has not',
      'serviceName: app',
      'serviceName: app\n        count: 1',
      /:12:/,
    ],
    [
      'a definition that ECS refuses',
      'memory: "512"',
      'networkMode: none',
      /RegisterTaskDefinition/,
    ],
    ['a service without a definition', 'taskDefinition: app', 'taskDefinition: no', /not found/],
    ['an image that is not there', 'app:v1', 'app:v2', /does not become steady: CannotPull/],
    [
      'an endpoint of nobody',
      'images',
      'endpoints: [{host: h, cluster: main, service: x}]\nimages',
      /no service x/,
    ],
    [
      'a lag of what reads nothing',
      'images',
      'faults: [{operation: UpdateService, lag: 5s}]\nimages',
      /:2:22: UpdateService reads nothing that lags/,
    ],
    [
      'a lag of an answer that is lost',
      'images',
      'faults: [{operation: "List*", lag: 5s, reset: true}]\nimages',
      /cannot lag/,
    ],
    [
      'a lag from before the world',
      'images',
      'faults: [{operation: "List*", lag: 61m}]\nimages',
      /an hour at most/,
    ],
    [
      'an actor who cannot act',
      'images',
      'actors: [{after: 1s, operation: Fly, input: {}}]\nimages',
      /Fly is not/,
    ],
  ])('with %s is refused when it is started', async (...[, before, after, problem]) => {
    const file = await fileOf(service.replace(before, after))
    const starting = startSimulator({ world: { file } })
    await expect(starting).rejects.toThrow(WorldError)
    await expect(starting).rejects.toThrow(problem)
  })
})

describe('The documentation of world files', () => {
  it('shows a world that can be started', async () => {
    const text = await readFile(new URL('../WORLD.md', import.meta.url), 'utf8')
    const example = /```yaml\n(.*?)```/s.exec(text)?.[1] ?? ''
    const simulator = await startSimulator({ world: parseWorld(example, 'WORLD.md') })
    expect(Object.keys(simulator.endpoints)).toEqual(['sandbox.arbiter-ai.com'])
    await simulator.stop()
  })
})

describe('The simulator as a command', () => {
  const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url))
  const start = (...args: string[]) => {
    const child = spawn(process.execPath, ['--conditions=source', cli, ...args])
    const texts = { output: '', errors: '' }
    child.stdout.on('data', (chunk: Buffer) => (texts.output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (texts.errors += chunk.toString()))
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
    const ready = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()))
    return { child, texts, ended, ready }
  }

  it('prints one line of JSON when it is ready, and ends on SIGTERM', async () => {
    const { child, texts, ended, ready } = start('--world', await fileOf(service))
    await ready
    const line = JSON.parse(texts.output) as Record<string, string>
    expect(line).toMatchObject({ endpoints: {}, clock: line['url'] })
    expect((await fetch(`${line['url']}/_clock`)).status).toBe(200)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  it('begins now, where the world does not say when', async () => {
    const begun = async (text: string) => {
      const { child, texts, ended, ready } = start('--world', await fileOf(text), '--speed', '0')
      await ready
      // The command's own answer, and the clock's.
      const { url } = JSON.parse(texts.output) as { url: string }
      const clock = (await (await fetch(`${url}/_clock`)).json()) as { now: number }
      child.kill('SIGTERM')
      await ended
      return clock
    }
    const beforeMs = Date.now()
    const { now } = await begun('region: us-east-1')
    expect(new Date(now).getTime()).toBeGreaterThanOrEqual(beforeMs)
    expect(new Date(now).getTime()).toBeLessThanOrEqual(Date.now())
    const { now: given } = await begun('start: 2026-01-01T00:00:00Z')
    expect(new Date(given)).toEqual(new Date('2026-01-01T00:00:00Z'))
  })

  it('prints where a wrong world is wrong, and exits with 2', async () => {
    const file = await fileOf('regoin: x')
    const { texts, ended } = start('--world', file)
    expect(await ended).toBe(2)
    expect(texts.errors).toMatch(new RegExp(`^${file}:1:9: The world has no "regoin"`))
  })

  it.each([
    [['--port', '80'], /Name a world file with --world/],
    [['--world', 'x', '--port', 'http'], /--port must be a number/],
    [['--wrold', 'x'], /--wrold/],
  ])('explains how it is used when called with %j', async (args, message) => {
    const { texts, ended } = start(...args)
    expect(await ended).toBe(2)
    expect(texts.errors).toMatch(message)
    expect(texts.errors).toContain('Usage: simulator --world FILE')
  })
})
