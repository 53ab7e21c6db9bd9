import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { githubHost } from '../src/github-host.ts'
import { variableNameProblem } from '../src/index.ts'

let folder: string
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'job-variables-'))
  for (const name of ['env', 'state']) writeFileSync(join(folder, name), '')
  vi.stubEnv('GITHUB_ENV', join(folder, 'env'))
  vi.stubEnv('GITHUB_STATE', join(folder, 'state'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

describe('a variable for the later steps of a job', () => {
  it('is in the file that the runner reads, and in no environment of ours', () => {
    githubHost().setVariable('DATABASE_URL', 'one\ntwo=2')
    expect(read('env')).toMatch(/^DATABASE_URL<<(ghadelimiter_\S+)\none\ntwo=2\n\1\n$/)
    expect(process.env).not.toHaveProperty('DATABASE_URL')
  })

  it('leaves the variable of that name that this process has', () => {
    vi.stubEnv('STAGE', 'before')
    githubHost().setVariable('STAGE', 'after')
    expect(process.env['STAGE']).toBe('before')
  })

  it.each(['A=B', 'A B', 'A\nB', 'A<<B', '', 'GITHUB_TOKEN', 'Runner_Temp', 'NODE_OPTIONS'])(
    'is refused under a name that GitHub would misread or refuse: %j',
    (name) => {
      expect(() => githubHost().setVariable(name, 'canary')).toThrowError(
        expect.objectContaining({ code: 'input', message: expect.stringContaining('its name') }),
      )
      expect(read('env')).toBe('')
    },
  )

  it.each(['DATABASE_URL', 'spring.datasource.url', 'a-b', '_x', 'ключ'])(
    'may have the name %s',
    (name) => {
      expect(variableNameProblem(name)).toBeUndefined()
    },
  )

  it('is refused where the runner gives no file for it, since the toolkit would print it', () => {
    vi.stubEnv('GITHUB_ENV', '')
    expect(() => githubHost().setVariable('KEY', 'canary')).toThrowError(/GITHUB_ENV is not set/)
  })
})

describe('what a step keeps for its post part', () => {
  it('is in the file that the runner reads', () => {
    githubHost().saveState('file', '/tmp/secrets')
    expect(read('state')).toMatch(/^file<<(ghadelimiter_\S+)\n\/tmp\/secrets\n\1\n$/)
  })

  it('is found there, and nothing where nothing was kept', () => {
    const host = githubHost({ STATE_file: '/tmp/secrets' })
    expect([host.readState('file'), host.readState('other')]).toEqual(['/tmp/secrets', undefined])
  })
})
