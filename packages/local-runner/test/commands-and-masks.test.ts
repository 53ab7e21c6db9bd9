import { describe, expect, it } from 'vitest'
import { parseAssignments } from '../src/step/command-files.ts'
import { parseCommand } from '../src/step/commands.ts'
import { jobOf, runHere, runSteps, stepOf } from './run-here.ts'

describe('a line that a step prints', () => {
  it.each([
    ['::error::broken', { name: 'error', properties: {}, message: 'broken' }],
    ['  ::Warning::indented', { name: 'warning', properties: {}, message: 'indented' }],
    [
      '::error file=a.ts,line=3,title=Two%3A one%2C two::say%0A100%25%0Adone',
      {
        name: 'error',
        properties: { file: 'a.ts', line: '3', title: 'Two: one, two' },
        message: 'say\n100%\ndone',
      },
    ],
    ['::notice::a::b', { name: 'notice', properties: {}, message: 'a::b' }],
    ['::group::', { name: 'group', properties: {}, message: '' }],
    ['std::vector::size', undefined],
    ['plain text', undefined],
    [':: error::no', undefined],
  ])('%s is read as a command or as text', (line, command) => {
    expect(parseCommand(line)).toEqual(command)
  })
})

describe('a file command', () => {
  it.each([
    ['a=b', { a: 'b' }],
    ['a=', { a: '' }],
    ['a=b=c', { a: 'b=c' }],
    ['a=x<<y', { a: 'x<<y' }],
    ['a<<EOF\none\n\ntwo\nEOF\nb=2', { a: 'one\n\ntwo', b: '2' }],
    ['a<<EOF\r\none\r\nEOF\r\n', { a: 'one' }],
    ['a<<EOF\nx=1\nEOF', { a: 'x=1' }],
    ['a=1\na=2', { a: '2' }],
  ])('%j is read', (content, values) => {
    expect(parseAssignments('output', content)).toEqual(values)
  })

  it.each([
    ['no equals sign', "Invalid format 'no equals sign'"],
    ['=value', "Invalid format '=value'"],
    ['a<<EOF\none', "Matching delimiter not found 'EOF'"],
  ])('%j is refused', (content, reason) => {
    expect(() => parseAssignments('output', content)).toThrow(reason)
  })

  it('that is broken fails its step', async () => {
    const job = await runSteps('- { id: bad, run: echo nonsense >> "$GITHUB_OUTPUT" }')
    expect(stepOf(job, 'bad')).toMatchObject({
      outcome: 'failure',
      annotations: [
        { message: expect.stringContaining("Unable to process file command 'output'") },
      ],
    })
  })
})

describe('the log of a step', () => {
  it('shows groups, annotations and text, and hides debug lines', async () => {
    const job = await runSteps(`
- id: talk
  run: |
    echo before
    echo "::group::Plan"
    echo inside
    echo "::endgroup::"
    echo "::debug::secret thoughts"
    echo "::warning file=app.ts,line=3::look here" >&2
    echo "::unknown::stays"`)
    expect(stepOf(job, 'talk').log.split('\n').toSorted()).toEqual([
      '##[endgroup]',
      '##[group]Plan',
      '##[warning]look here',
      '::unknown::stays',
      'before',
      'inside',
    ])
    expect(stepOf(job, 'talk').annotations).toEqual([
      { level: 'warning', message: 'look here', properties: { file: 'app.ts', line: '3' } },
    ])
    expect(job.text).toContain('\n      Plan\n        inside\n')
  })

  it('shows debug lines when ACTIONS_STEP_DEBUG is set', async () => {
    const job = await runSteps('- { id: talk, run: "echo ::debug::thoughts" }', {
      vars: { ACTIONS_STEP_DEBUG: 'true' },
    })
    expect(stepOf(job, 'talk').log).toBe('##[debug]thoughts')
  })

  it('takes no commands between stop-commands and its token', async () => {
    const job = await runSteps(`
- id: talk
  run: |
    echo "::stop-commands::Token-1"
    echo "::error::only text"
    echo "::Token-1::"
    echo "::notice::again"`)
    expect(stepOf(job, 'talk').log).toBe('::error::only text\n##[notice]again')
  })

  it('refuses the commands that GitHub has disabled', async () => {
    const job = await runSteps('- { id: old, run: "echo ::set-env name=A::b" }')
    expect(stepOf(job, 'old').outcome).toBe('failure')
  })

  it('still takes set-output, with a warning', async () => {
    const job = await runSteps('- { id: old, run: "echo ::set-output name=a::b" }')
    expect(stepOf(job, 'old')).toMatchObject({
      outputs: { a: 'b' },
      annotations: [{ level: 'warning' }],
    })
  })

  it('is followed by the summary of the step', async () => {
    const job = await runSteps('- { id: sum, run: echo "# Deployed" >> "$GITHUB_STEP_SUMMARY" }')
    expect(stepOf(job, 'sum').summary).toBe('# Deployed\n')
    expect(job.text).toMatch(/Summary of Run echo .*\n\s+# Deployed\n/)
  })
})

describe('a secret', () => {
  const secrets = { TOKEN: 'canary-1/2+3', KEY: 'first canary\nsecond canary' }

  it('appears nowhere, in none of the forms that it may take', async () => {
    const run = await runHere(
      `
on: push
jobs:
  leaks:
    runs-on: ubuntu-latest
    outputs:
      leak: \${{ steps.leak.outputs.token }}
      fine: \${{ steps.leak.outputs.fine }}
    steps:
      - id: leak
        name: Leak \${{ secrets.TOKEN }}
        env: { TOKEN: "\${{ secrets.TOKEN }}", KEY: "\${{ secrets.KEY }}" }
        run: |
          echo "plain $TOKEN"
          echo "base64 $(printf %s "$TOKEN" | base64)"
          echo "url canary-1%2F2%2B3"
          echo "$KEY"
          echo "::error title=$TOKEN::in an error $TOKEN"
          echo "token=$TOKEN" >> "$GITHUB_OUTPUT"
          echo "fine=yes" >> "$GITHUB_OUTPUT"
          echo "summary $TOKEN" >> "$GITHUB_STEP_SUMMARY"`,
      { secrets },
    )
    expect(JSON.stringify(run)).not.toMatch(/canary|Y2FuYXJ5/)
    expect(run.text).not.toMatch(/canary|Y2FuYXJ5/)
    expect(run.text).toContain('plain ***')
    expect(stepOf(jobOf(run, 'leaks'), 'leak').outputs).toEqual({ token: '***', fine: 'yes' })
  })

  it('does not leave its job as an output, which is said', async () => {
    const run = await runHere(
      `
on: push
jobs:
  leaks:
    runs-on: ubuntu-latest
    outputs: { leak: "x-\${{ secrets.TOKEN }}", fine: "yes" }
    steps: [{ run: 'true' }]`,
      { secrets },
    )
    expect(jobOf(run, 'leaks').outputs).toEqual({ fine: 'yes' })
    expect(run.text).toContain("Skip output 'leak' since it may contain secret.")
  })

  it('that a step announces is hidden from then on', async () => {
    const job = await runSteps(`
- run: |
    echo "::add-mask::made-up canary"
    echo "a made-up canary"
- run: echo "again made-up canary"`)
    expect(JSON.stringify(job)).not.toContain('canary"')
    expect(job.steps[0]?.log).toBe('a ***')
    expect(job.steps[1]?.log).toBe('again ***')
  })
})
