import { describe, expect, it } from 'vitest'
import { nodeAction, refusals, runHere, stepOf, jobOf } from './run-here.ts'

const head = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n'

describe('a workflow that GitHub itself would refuse', () => {
  it.each([
    ['bad YAML', 'on: push\njobs: [', '2:'],
    ['an unknown key', `${head}    steps: [{ run: x, nmae: y }]`, "5:23 Unexpected value 'nmae'"],
    [
      'an unknown context',
      `${head}    steps: [{ run: "\${{ stesp.a }}" }]`,
      '5:21 Unrecognized named-value',
    ],
    [
      'an unknown job',
      `${head}    steps: [{ run: x }]\n  c:\n    needs: b\n    runs-on: ubuntu-latest\n    steps: [{ run: x }]`,
      "7:12 Job 'c' depends on unknown job 'b'",
    ],
    ['a step that does nothing', `${head}    steps: [{ name: x }]`, '5:'],
    ['two steps of one id', `${head}    steps: [{ id: x, run: a }, { id: x, run: b }]`, '5:'],
  ])('because of %s is refused with its place', async (_, content, problem) => {
    expect((await refusals(content))[0]?.slice(0, problem.length)).toBe(problem)
  })
})

describe('a workflow outside the subset', () => {
  it.each([
    [
      'a service container',
      `${head}    services: { db: { image: postgres } }\n    steps: [{ run: x }]`,
      "5:5 'services' of a job",
    ],
    [
      'a container',
      `${head}    container: node\n    steps: [{ run: x }]`,
      "5:5 'container' of a job",
    ],
    [
      'a reusable workflow',
      'on: push\njobs:\n  a:\n    uses: ./.github/workflows/b.yml',
      "4:5 'uses' of a job",
    ],
    ['another shell', `${head}    steps: [{ run: x, shell: pwsh }]`, "5:30 The shell 'pwsh'"],
    [
      'another shell by default',
      `defaults: { run: { shell: sh } }\n${head}    steps: [{ run: x }]`,
      "1:27 The shell 'sh'",
    ],
    [
      'Windows',
      'on: push\njobs:\n  a:\n    runs-on: windows-latest\n    steps: [{ run: x }]',
      '4:14 Only Linux',
    ],
    ['hashFiles', `${head}    steps: [{ run: "\${{ hashFiles('a') }}" }]`, '5:21 hashFiles()'],
    [
      'hashFiles in a bare condition',
      `${head}    steps: [{ run: x, if: hashFiles('a') != '' }]`,
      '5:27 hashFiles()',
    ],
    [
      'an action without stand-in',
      `${head}    steps: [{ uses: docker/login-action@v3 }]`,
      "5:21 'docker/login-action@v3' cannot be rehearsed",
    ],
    [
      'an action that is not in the suite',
      `${head}    steps: [{ uses: org/deploy-actions/nope@v1 }]`,
      "5:21 'org/deploy-actions/nope@v1' cannot be",
    ],
  ])('because of %s is refused with its place', async (_, content, problem) => {
    expect((await refusals(content))[0]?.slice(0, problem.length)).toBe(problem)
  })

  it('names the stand-ins that there are', async () => {
    const [problem] = await refusals(`${head}    steps: [{ uses: docker/login-action@v3 }]`, {
      files: nodeAction('echo', { main: '' }),
    })
    for (const known of [
      'actions/checkout',
      'aws-actions/configure-aws-credentials',
      'OWNER/deploy-actions/echo',
    ]) {
      expect(problem).toContain(known)
    }
  })

  it('is refused for everything at once', async () => {
    const problems = await refusals(
      `${head}    container: node\n    steps: [{ run: x, shell: pwsh }, { run: "\${{ hashFiles('a') }}" }]`,
    )
    expect(problems).toHaveLength(3)
  })
})

describe('an action that is no node action', () => {
  it('is refused at its own place', async () => {
    const files = {
      'mine/action.yml': 'name: m\ndescription: d\nruns:\n  using: composite\n  steps: []',
    }
    const [problem] = await refusals(`${head}    steps: [{ uses: ./mine }]`, { files })
    expect(problem).toContain("'using: composite' is not rehearsed here")
  })
})

describe('an action of the suite that has not been built', () => {
  it('is refused before anything runs', async () => {
    const files = {
      'actions/late/action.yml':
        'name: l\ndescription: d\nruns: { using: node24, main: ../../dist/late/index.js }',
    }
    const [problem] = await refusals(`${head}    steps: [{ uses: org/deploy-actions/late@v1 }]`, {
      files,
    })
    expect(problem).toContain('dist/late/index.js. Build it first.')
  })
})

describe('the inputs of workflow_dispatch', () => {
  const content = `
on:
  workflow_dispatch:
    inputs:
      image: { type: string, required: true }
      size: { type: choice, options: [small, large], default: small }
      dry: { type: boolean, default: false }
      count: { type: number, default: 2 }
      note: { type: string }
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - id: show
        run: |
          echo 'all=\${{ inputs.image }} \${{ inputs.size }} \${{ inputs.dry == true }} \${{ inputs.count }} [\${{ inputs.note }}]' >> "$GITHUB_OUTPUT"
          echo 'text=\${{ toJSON(github.event.inputs.dry) }}' >> "$GITHUB_OUTPUT"`

  it('have their given values, their defaults, or are empty', async () => {
    const run = await runHere(content, { inputs: { image: 'app:1', dry: 'true' } })
    expect(stepOf(jobOf(run, 'a'), 'show').outputs).toEqual({
      all: 'app:1 small true 2 []',
      text: '"true"',
    })
  })

  it('are refused where they are missing, unknown or do not fit', async () => {
    const problems = await refusals(content, {
      inputs: { imgae: 'x', size: 'huge', dry: 'yes', count: 'many' },
    })
    expect(problems).toEqual([
      expect.stringMatching(/^3:3 The workflow has no input 'imgae'\. It has: image, size/),
      expect.stringMatching(/^5:7 The required input 'image' has no value/),
      expect.stringMatching(/^6:7 The input 'size' is 'huge'; it may be: small, large/),
      expect.stringMatching(/^7:7 The input 'dry' is neither true nor false/),
      expect.stringMatching(/^8:7 The input 'count' is not a number/),
    ])
  })
})
