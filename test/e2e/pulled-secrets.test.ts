import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, rehearseHere, stepOf } from '../support/rehearse-here.ts'

const password = 'canary-4f81c0d2'
const value = {
  DATABASE_URL: `postgresql://arbiter:${password}@database.internal/arbiter`,
  SIGNING_KEY: `-----BEGIN PRIVATE KEY-----\ncanary\\n"7d1f09b2'$HOME\n-----END PRIVATE KEY-----\n`,
  LOG_LEVEL: 'INFO',
}

const workflow = (steps: string): string => `
on: workflow_dispatch
jobs:
  migrate:
    runs-on: ubuntu-latest
    permissions: { id-token: write }
    steps:
      - uses: aws-actions/configure-aws-credentials@61815dcd50bd041e203e49132bacad1fd04d2708
        with: { role-to-assume: 'arn:aws:iam::123456789012:role/deploy', aws-region: us-east-1 }
${steps.replaceAll(/^/gm, '      ')}
`

const toEnvironment = `
- id: pull
  uses: org/deploy-actions/sync-secrets@v1
  with:
    mode: pull
    secret-id: app
    schema: |
      LOG_LEVEL: { class: config }
    export: DATABASE_URL, SIGNING_KEY=KEY, LOG_LEVEL=LEVEL`

const toFile = (name: string, more = ''): string => `
- id: pull
  name: Pull
  uses: org/deploy-actions/sync-secrets@v1
  with: { mode: pull, secret-id: app, export-file: '\${{ vars.FOLDER }}/${name}'${more} }
- id: look
  run: |
    file="\${{ vars.FOLDER }}/${name}"
    echo "mode=$(stat -c %a "$file")" >> "$GITHUB_OUTPUT"
    echo "sum=$(sha256sum < "$file" | cut -c1-64)" >> "$GITHUB_OUTPUT"`

function run(steps: string, options: Parameters<typeof rehearseHere>[2] = {}) {
  const folder = folderWith({ 'repository/.github/workflows/pull.yml': workflow(steps) })
  const world = { secrets: [{ name: 'app', value }], github: { vars: { FOLDER: folder } } }
  const file = join(folder, 'repository/.github/workflows/pull.yml')
  return { folder, ended: rehearseHere(file, world, options) }
}

const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex')

describe('values that are pulled into the environment', () => {
  it('are there for the later steps, to the letter, and in no log', async () => {
    const look = `
- id: look
  run: |
    for name in DATABASE_URL KEY; do
      echo "$name=$(printenv -0 "$name" | tr -d '\\0' | sha256sum | cut -c1-64)" >> "$GITHUB_OUTPUT"
    done
    echo "level=$LEVEL" >> "$GITHUB_OUTPUT"
    echo "$KEY"
    echo "$DATABASE_URL at level $LEVEL"`
    const ended = await run(`${toEnvironment}${look}`).ended
    expect(ended.conclusion).toBe('success')
    expect(stepOf(ended, 'look').outputs).toEqual({
      DATABASE_URL: sumOf(value.DATABASE_URL),
      KEY: sumOf(value.SIGNING_KEY),
      level: 'INFO',
    })
    expect(stepOf(ended, 'look').log).toContain('*** at level INFO')
    expect(JSON.stringify(ended)).not.toContain('canary')
  })
})

describe('values that are pulled into a file', () => {
  it('are there for its owner alone as long as the job runs, as JSON', async () => {
    const { folder, ended } = run(toFile('pulled.json'))
    const job = await ended
    expect(job.conclusion).toBe('success')
    const sum = sumOf(`${JSON.stringify(value)}\n`)
    expect(stepOf(job, 'look').outputs).toEqual({ mode: '600', sum })
    expect(existsSync(join(folder, 'pulled.json'))).toBe(false)
    expect(stepOf(job, 'Post Pull').log).toContain('Removed')
    expect(JSON.stringify(job)).not.toContain('canary')
  })

  it('can be read by a shell, as dotenv', async () => {
    const { folder, ended } = run(`${toFile('pulled.env', ', export: DATABASE_URL')}
- id: source
  run: |
    set -a
    . "\${{ vars.FOLDER }}/pulled.env"
    echo "sum=$(printf %s "$DATABASE_URL" | sha256sum | cut -c1-64)" >> "$GITHUB_OUTPUT"`)
    const job = await ended
    expect(stepOf(job, 'source').outputs).toEqual({ sum: sumOf(value.DATABASE_URL) })
    expect(existsSync(join(folder, 'pulled.env'))).toBe(false)
  })

  it('are gone when a later step has failed', async () => {
    const { folder, ended } = run(`${toFile('pulled.json')}\n- run: exit 1`)
    const job = await ended
    expect(job.conclusion).toBe('failure')
    expect(stepOf(job, 'look').outputs['mode']).toBe('600')
    expect(existsSync(join(folder, 'pulled.json'))).toBe(false)
  })

  it('are gone when the job is cancelled', async () => {
    const cancel = new AbortController()
    const { folder, ended } = run(
      `${toFile('pulled.json')}
- run: |
    echo "at $((6 * 7))"
    exec sleep 30`,
      {
        cancel: cancel.signal,
        onText: (text) => text.includes('at 42') && cancel.abort(),
      },
    )
    const job = await ended
    expect(job.conclusion).toBe('cancelled')
    expect(stepOf(job, 'look').outputs['mode']).toBe('600')
    expect(existsSync(join(folder, 'pulled.json'))).toBe(false)
  })
})
