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

function caught(act: () => unknown): WorldError {
  try {
    act()
  } catch (error) {
    if (error instanceof WorldError) return error
    throw error
  }
  throw new Error('The world was accepted.')
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
    ['a bad duration', 'timings:\n  pull: 8 seconds', 2, 9, /"timings.pull" must be a length of/],
    ['a number as duration', 'timings:\n  pull: 8', 2, 9, /must be a length of time such as 10s/],
    [
      'an account without quotes',
      'account: 123',
      1,
      10,
      /"account" must be text: put it in quotes/,
    ],
    ['an account of three digits', 'account: "123"', 1, 10, /"account" must be twelve digits/],
    [
      'a tag that YAML takes for a number',
      'images:\n  - repository: app\n    tags: [1.10]',
      3,
      12,
      /"images.0.tags.0" must be text: put it in quotes/,
    ],
    [
      'a number where an image becomes healthy',
      'images: [{repository: app, behaviour: {startup: {healthyAfter: 10}}}]',
      1,
      64,
      /must be a length of time such as 10s, or never/,
    ],
    [
      'two ends of a container',
      'images: [{repository: app, behaviour: {exit: {after: 1s, code: 1, signal: SIGKILL}}}]',
      1,
      46,
      /"images.0.behaviour.exit" must be one end: \{after, code\}/,
    ],
    [
      'two images of one tag',
      'images:\n  - {repository: app, tags: [a, b]}\n  - {repository: library/app, tags: [b]}',
      3,
      38,
      /The image library\/app:b is there already/,
    ],
    ['a secret without a value', 'secrets: [{name: x}]', 1, 11, /"secrets.0" needs "value"/],
    ['a list that is none', 'secrets: x', 1, 10, /"secrets" must be a list/],
    ['a fault that does nothing', 'faults:\n  - operation: X', 2, 5, /"faults.0" must be one with/],
  ])('with %s is refused at its line and column', (...[, text, line, column, problem]) => {
    const parse = () => parseWorld(text, 'w.yml')
    expect(parse).toThrow(WorldError)
    expect(parse).toThrow(problem)
    expect(parse).toThrow(new RegExp(`^w\\.yml:${line}:${column}: `))
  })

  it('is told all its faults of shape at once, in the order of the file', () => {
    const text = 'timings: { pull: 8, pul: 2s }\nsecrets:\n  - name: x\naccount: 123\n'
    const places = [
      /^w\.yml:1:18: .*pull/,
      /^w\.yml:1:26: .*pul"/,
      /^w\.yml:3:5: /,
      /^w\.yml:4:10: /,
    ]
    const error = caught(() => parseWorld(text, 'w.yml'))
    const lines = error.message.split('\n')
    expect(lines).toHaveLength(places.length)
    places.forEach((place, index) => expect(lines[index]).toMatch(place))
    expect(error.problems.map(({ line }) => line)).toEqual([1, 1, 3, 4])
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
    [
      'a service without a definition',
      'taskDefinition: app',
      'taskDefinition: no',
      /:12:25: There is no task definition no: .* has revisions of the families app\./,
    ],
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
      /:2:33: The simulator plays no operation Fly/,
    ],
    [
      'an actor who waits for a call that never comes',
      'images',
      'actors: [{after: 1s, since: {operation: UpdateServce}, operation: StopTask, input: {task: x}}]\nimages',
      /:2:41: The simulator plays no operation UpdateServce\. Did you mean UpdateService\?/,
    ],
    [
      'a fault of calls that never come',
      'images',
      'faults: [{operation: DescribeServics, reset: true}]\nimages',
      /:2:22: The simulator plays no operation DescribeServics\. Did you mean DescribeServices\?/,
    ],
    [
      'a fault of operations of which none begins so',
      'images',
      'faults: [{operation: "Descrbe*", reset: true}]\nimages',
      /:2:22: The simulator plays no operation Descrbe\*/,
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
    expect(line).toMatchObject({
      endpoints: {},
      registries: { 'example.com': expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) },
      registryMirrors: expect.stringMatching(/^example\.com=http:/m),
      clock: line['url'],
    })
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

  it('prints what is refused to an actor', async () => {
    const actor = '{after: 5s, operation: UpdateService, input: {cluster: nope, service: app}}'
    const text = `start: 2026-01-01T00:00:00Z\nactors: [${actor}]\n${service}`
    const { child, texts, ended, ready } = start('--world', await fileOf(text), '--speed', '0')
    await ready
    // The command's own answer.
    const { url } = JSON.parse(texts.output) as { url: string }
    await fetch(`${url}/_clock?to=2026-01-01T00:01:00Z`, { method: 'POST' })
    await fetch(url, { method: 'POST' })
    child.kill('SIGTERM')
    await ended
    expect(texts.errors).toBe(
      `2026-01-01T00:00:05.000Z: an actor's UpdateService {"cluster":"nope","service":"app"} ` +
        'was refused: ClusterNotFoundException: Cluster not found.\n',
    )
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
