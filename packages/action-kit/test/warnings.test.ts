import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** What the runner is told by a host that says this. */
function told(statement: string): string {
  const program = `
    import { githubHost } from '${join(import.meta.dirname, '../src/github-host.ts')}'
    const host = githubHost()
    ${statement}`
  const args = ['--input-type=module', '--eval', program]
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect(stderr).toBe('')
  return stdout.trim()
}

describe('a warning', () => {
  it('stands by itself where it has no place', () => {
    expect(told(`host.warning('Mind this.')`)).toBe('::warning::Mind this.')
  })

  it.each([
    [`{ file: 'docker/Dockerfile', line: 3 }`, 'file=docker/Dockerfile,line=3'],
    [`{ file: 'Dockerfile' }`, 'file=Dockerfile'],
    [`{ file: 'Dockerfile', line: undefined }`, 'file=Dockerfile'],
  ])('stands at its place: %s', (place, at) => {
    expect(told(`host.warning('Mind this.', ${place})`)).toBe(`::warning ${at}::Mind this.`)
  })

  it('hides what is masked', () => {
    const statement = `host.mask('hunter2-canary'); host.warning('a hunter2-canary', { file: 'x' })`
    expect(told(statement)).toContain('::warning file=x::a ***')
  })
})
