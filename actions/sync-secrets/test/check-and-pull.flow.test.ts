import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recordingHost } from '@deploy-actions/action-kit/testing'
import type { World } from '@deploy-actions/aws-simulator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import { removeExportFile } from '../src/pull/export-file.ts'
import { appWorld, firstVersion, syncApp, syncIn } from './in-flow.ts'

const stored = {
  URL: 'redis://user:sw0rdfish-9@cache',
  PORT: 6379,
  PEM: 'line one of it\nline two of it\n',
}

describe('checking', () => {
  it('is green where what is stored is as the schema asks, and changes nothing', async () => {
    const schema = 'URL: {required: true, scheme: redis}\nPORT: {class: config}'
    const run = await syncApp(appWorld(stored), { mode: 'check', schema })
    expect(run.outputs).toMatchObject({
      outcome: 'checked',
      changed: 'false',
      'version-id': firstVersion,
      'unused-keys': '["PEM"]',
    })
    expect(changes(run.simulator)).toEqual([])
  })

  it.each([
    ['no schema', {}],
    ['a schema without keys', { schema: '{}' }],
    ['a schema of comments', { schema: '# DATABASE_URL: {required: true}\n' }],
  ])('is refused with %s, since it would be green whatever is stored', async (_, inputs) => {
    const run = await syncApp(appWorld({ URL: '' }), { mode: 'check', ...inputs })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(run.errors[0]?.message).toContain('Input schema')
  })

  it('is red with every key that is not, and shows no value', async () => {
    const schema = 'URL: {scheme: rediss, pattern: ^x}\nKEY: {required: true}\nPORT: {forbid: true}'
    const run = await syncApp(appWorld(stored), { mode: 'check', schema })
    expect(run.outputs).toMatchObject({
      outcome: 'failed',
      failure: 'secret',
      'unused-keys': '["PEM"]',
    })
    for (const words of [
      '4 things',
      'URL of app does not match',
      'URL of app is no URL',
      'KEY of app is missing',
      'PORT of app must not be there',
    ]) {
      expect(run.errors[0]?.message).toContain(words)
    }
    expect(JSON.parse(run.outputs['plan'] ?? '')).toEqual({
      app: {
        added: [],
        changed: [],
        removed: [],
        unchanged: ['URL', 'PORT', 'PEM'],
        generated: [],
        derived: [],
        refused: ['URL', 'PORT', 'KEY'],
      },
    })
    expect(run.everything).not.toContain('sw0rdfish')
    expect(changes(run.simulator)).toEqual([])
  })

  it.each<readonly [string, World, string, string]>([
    ['not there', {}, 'preflight', 'There is no secret app'],
    ['no JSON', appWorld('text'), 'preflight', 'no JSON object'],
  ])('is red for a secret that is %s', async (_, world, failure, words) => {
    const run = await syncApp(world, { mode: 'check', schema: 'A: {required: true}' })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure })
    expect(run.errors[0]?.message).toContain(words)
    expect(run.errors[0]?.message).not.toContain('A of app')
  })

  it('is red for a secret that was never given what is required', async () => {
    const run = await syncApp(appWorld(null), { mode: 'check', schema: 'A: {required: true}' })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'secret' })
  })

  it('is red for another version than was expected', async () => {
    const run = await syncApp(appWorld(stored), {
      mode: 'check',
      schema: 'URL: {}',
      'expect-version': 'v0',
    })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'conflict' })
  })

  it('looks at a raw secret as a whole', async () => {
    const inputs = { mode: 'check', write: 'raw', schema: 'value: {pattern: ^-----BEGIN}' }
    expect((await syncApp(appWorld('-----BEGIN X'), inputs)).outputs['outcome']).toBe('checked')
    expect((await syncApp(appWorld('x'), inputs)).outputs['failure']).toBe('secret')
  })
})

describe('pulling', () => {
  it('gives all keys to the job, numbers as they are written, and shows none', async () => {
    const run = await syncApp(appWorld(stored), { mode: 'pull' })
    expect(run.outputs).toMatchObject({ outcome: 'pulled', 'version-id': firstVersion })
    expect(run.variables).toEqual({ URL: stored.URL, PORT: '6379', PEM: stored.PEM })
    expect(run.everything).not.toContain('sw0rdfish')
    expect(run.everything).not.toContain('line one of it')
    expect(changes(run.simulator)).toEqual([])
  })

  it('gives the keys that are named, under the names that are wanted', async () => {
    const run = await syncApp(appWorld(stored), { mode: 'pull', export: 'PORT=REDIS_PORT\nURL' })
    expect(run.variables).toEqual({ REDIS_PORT: '6379', URL: stored.URL })
  })

  it('gives a raw secret under the name that it is given', async () => {
    const run = await syncApp(appWorld('whole'), { mode: 'pull', write: 'raw', export: 'TOKEN' })
    expect(run.variables).toEqual({ TOKEN: 'whole' })
  })

  it('gives those of several secrets, each name once', async () => {
    const world = appWorld(
      stored,
      {},
      { secrets: [{ name: 'web', value: { AUTH: 'x', PORT: 80 } }] },
    )
    const secrets = 'app: {export: [URL]}\nweb:'
    const run = await syncIn(world, { mode: 'pull', secrets })
    expect(run.variables).toEqual({ URL: stored.URL, AUTH: 'x', PORT: '80' })
    const both = await syncIn(world, {
      mode: 'pull',
      secrets: '[{secret-id: app}, {secret-id: web}]',
    })
    expect(both.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(both.variables).toEqual({})
  })

  it.each([
    ['a key that is not there', { export: 'URL\nNONE' }, 'input', 'app has no key NONE'],
    [
      'what the schema does not allow',
      { schema: 'URL: {scheme: rediss}' },
      'secret',
      'is no URL that begins with rediss://',
    ],
  ])('gives nothing where it meets %s', async (_, inputs, failure, words) => {
    const run = await syncApp(appWorld(stored), { mode: 'pull', ...inputs })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure })
    expect(run.errors[0]?.message).toContain(words)
    expect(run.variables).toEqual({})
  })

  it('gives nothing in a dry run, and says what it would', async () => {
    const run = await syncApp(appWorld(stored), { mode: 'pull', 'dry-run': 'true' })
    expect(run.outputs['outcome']).toBe('planned')
    expect(run.variables).toEqual({})
    expect(run.log.join('\n')).toContain('URL, PORT, PEM')
  })
})

describe('pulling to a file', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pull-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it.each([
    ['app.env', `URL='${stored.URL}'\nPORT='6379'\nPEM='${stored.PEM}'\n`],
    ['app.json', `${JSON.stringify(stored)}\n`],
  ])('writes %s for its owner only, and the post part removes it', async (name, text) => {
    const path = join(folder, name)
    const run = await syncApp(appWorld(stored), { mode: 'pull', 'export-file': path })
    expect(run.outputs['outcome']).toBe('pulled')
    expect(readFileSync(path, 'utf8')).toBe(text)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(run.variables).toEqual({})
    await removeExportFile(recordingHost({}, { state: run.state }))
    expect(existsSync(path)).toBe(false)
  })

  it('writes no file where one is, and leaves that alone', async () => {
    const path = join(folder, 'app.json')
    await syncApp(appWorld({ A: 'first' }), { mode: 'pull', 'export-file': path })
    const run = await syncApp(appWorld(stored), { mode: 'pull', 'export-file': path })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(run.errors[0]?.message).toContain('is there already')
    expect(readFileSync(path, 'utf8')).toBe('{"A":"first"}\n')
    expect(run.state).toEqual({})
  })

  it('writes no part of a file that cannot hold a value', async () => {
    const path = join(folder, 'app.env')
    const run = await syncApp(appWorld({ A: 'x', B: `'"\`` }), {
      mode: 'pull',
      'export-file': path,
    })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(existsSync(path)).toBe(false)
  })

  it.each(['my.key', '1KEY', 'a-b'])(
    'writes no dotenv with a name that no shell takes: %s',
    async (name) => {
      const world = appWorld({ [name]: 'secret-value' })
      const path = join(folder, 'app.env')
      const run = await syncApp(world, { mode: 'pull', 'export-file': path })
      expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
      expect(run.errors[0]?.message).toContain(`${name} is no name of a variable`)
      expect(existsSync(path)).toBe(false)
      const json = join(folder, 'app.json')
      await syncApp(world, { mode: 'pull', 'export-file': json })
      expect(readFileSync(json, 'utf8')).toContain(name)
    },
  )

  it('writes nothing in a dry run, or into a folder that is not there', async () => {
    const path = join(folder, 'app.env')
    await syncApp(appWorld(stored), { mode: 'pull', 'export-file': path, 'dry-run': 'true' })
    expect(existsSync(path)).toBe(false)
    const nowhere = join(folder, 'none', 'app.env')
    const run = await syncApp(appWorld(stored), { mode: 'pull', 'export-file': nowhere })
    expect(run.outputs['failure']).toBe('input')
    expect(run.errors[0]?.message).toContain('ENOENT')
  })

  it('leaves nothing to the post part where nothing was written', async () => {
    const host = recordingHost({}, {})
    await removeExportFile(host)
    expect(host.recorded.log).toEqual([])
  })
})
