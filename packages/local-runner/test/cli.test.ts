import { describe, expect, it } from 'vitest'
import {
  endOf,
  rehearse,
  repositoryWith,
  resultOf,
  start,
  workflow,
  world,
} from './command-line.ts'

const waiting = {
  'wait/action.yml':
    'name: wait\ndescription: d\ninputs: { seconds: { description: d }, rounds: { description: d, default: "1" } }\nruns: { using: node24, main: index.mjs }',
  'wait/index.mjs': `
    const { INPUT_SECONDS: seconds, INPUT_ROUNDS: rounds } = process.env
    for (let round = 0; round < Number(rounds); round++) {
      await new Promise((resolve) => setTimeout(resolve, Number(seconds) * 1000))
      console.log(new Date().toISOString())
    }`,
}

describe('rehearse', () => {
  it('ends with 0 when the run is green, and prints what GitHub would print', async () => {
    const { exitCode, stdout } = await rehearse(
      { 'w.yml': workflow('- run: echo hello'), 'world.yml': world },
      'w.yml',
      '--world',
      'world.yml',
    )
    expect(exitCode).toBe(0)
    expect(stdout).toContain('▸ Run echo hello\n      hello\n  ✓ Run echo hello: succeeded in')
    expect(stdout).toMatch(/✓ Workflow w.yml: succeeded in .*\n$/)
  })

  it('ends with 1 when the run is red, and prints one JSON object with --json', async () => {
    const ended = await rehearse(
      { 'w.yml': workflow('- run: exit 4'), 'world.yml': world },
      'w.yml',
      '--world',
      'world.yml',
      '--json',
    )
    expect(ended.exitCode).toBe(1)
    expect(ended.stderr).toBe('')
    expect(resultOf(ended)).toMatchObject({
      conclusion: 'failure',
      jobs: [{ id: 'only', result: 'failure', steps: [{ conclusion: 'failure' }] }],
    })
  })

  it('tells steps where the registries of the world are', async () => {
    const ask =
      "fetch(process.argv[1] + '/v2/').then((answer) => console.log('status ' + answer.status))"
    const steps = `
    - run: |
        url=$(printf '%s' "$DEPLOY_ACTIONS_REGISTRY_MIRRORS" | sed -n 's/^docker.io=//p')
        node -e "${ask}" "$url"`
    const { stdout } = await rehearse(
      { 'w.yml': workflow(steps.trim()), 'world.yml': world },
      'w.yml',
      '--world',
      'world.yml',
    )
    expect(stdout).toContain('\n      status 401\n')
  })

  it.each([
    ['a workflow with a mistake', { 'w.yml': workflow('- rnu: x') }, 'w.yml:6:9: '],
    ['a world with a mistake', { 'world.yml': `${world}regoin: x\n` }, 'world.yml:4:'],
    [
      'a github section with a mistake',
      { 'world.yml': `${world}github:\n  vars:\n    URL: "\${endpoint:nowhere}"\n` },
      "world.yml:6:10: The world has no endpoint 'nowhere'",
    ],
    ['a workflow that is not there', { 'w.yml': undefined }, 'w.yml:1:1: '],
  ])('ends with 2 for %s, and says where it is', async (_, changed, problem) => {
    const files = { 'w.yml': workflow('- run: touch ran'), 'world.yml': world, ...changed }
    const given = Object.entries(files).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    )
    const { exitCode, stdout, stderr } = await rehearse(
      Object.fromEntries(given),
      'w.yml',
      '--world',
      'world.yml',
    )
    expect(stderr.slice(0, problem.length)).toBe(problem)
    expect(exitCode).toBe(2)
    expect(stdout).toBe('')
  })

  it('prints every problem of a world', async () => {
    const { exitCode, stderr } = await rehearse(
      { 'w.yml': workflow('- run: touch ran'), 'world.yml': `${world}regoin: x\nsecretz: []\n` },
      'w.yml',
      '--world',
      'world.yml',
    )
    expect(exitCode).toBe(2)
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^world\.yml:4:\d+: .*regoin/),
      expect.stringMatching(/^world\.yml:5:\d+: .*secretz/),
    ])
  })

  it.each([[[]], [['w.yml']], [['w.yml', 'x.yml', '--world', 'y']], [['w.yml', '--wrold', 'y']]])(
    'ends with 2 and the usage for the arguments %j',
    async (args) => {
      const { exitCode, stderr } = await rehearse({}, ...args)
      expect(exitCode).toBe(2)
      expect(stderr).toContain('Usage: rehearse')
    },
  )

  it('passes inputs, variables and secrets of the world, the command line winning', async () => {
    const ended = await rehearse(
      {
        'w.yml': workflow(`- id: show
  run: echo "all=\${{ inputs.a }} \${{ inputs.b }} \${{ vars.V }} \${{ secrets.S != '' }} \${{ github.ref_name }}" >> "$GITHUB_OUTPUT"`).replace(
          'on: workflow_dispatch',
          'on: { workflow_dispatch: { inputs: { a: {}, b: {} } } }',
        ),
        'world.yml': `${world}github:\n  ref: refs/heads/dev\n  inputs: { a: world, b: world }\n  vars: { V: v }\n  secrets: { S: s3cret }\n`,
      },
      'w.yml',
      '--world',
      'world.yml',
      '--json',
      '--input',
      'b=a=b',
    )
    expect(resultOf(ended).jobs[0]?.steps[0]?.outputs).toEqual({ all: 'world a=b v true dev' })
  })
})

describe('a rehearsal that is interrupted', () => {
  const sleeping = {
    'sleep/action.yml':
      'name: sleep\ndescription: d\nruns: { using: node24, main: index.mjs, post: post.mjs }',
    'sleep/index.mjs': `
      import { spawn } from 'node:child_process'
      const child = spawn('sleep', ['60'])
      process.on('SIGINT', () => {
        child.kill()
        setTimeout(() => { console.log('tidied up'); process.exit(1) }, 5000)
      })
      console.log('ready')`,
    'sleep/post.mjs': "console.log('post runs')",
  }

  it.each([
    [
      'a script',
      "- run: |\n    trap 'echo tidied up; exit 1' INT\n    echo ready\n    sleep 60 & wait",
    ],
    ['an action', '- uses: actions/checkout@v6\n- uses: ./sleep'],
  ])('cancels the run, and %s may tidy up', async (_, steps) => {
    const files = { ...sleeping, 'w.yml': workflow(steps), 'world.yml': world }
    const repository = await repositoryWith(files)
    const child = start(repository, ['w.yml', '--world', 'world.yml'])
    const ended = endOf(child)
    child.stdout.on('data', (data: Buffer) => {
      if (data.toString().includes('ready')) child.kill('SIGINT')
    })
    const { exitCode, stdout } = await ended
    expect(stdout).toContain('tidied up')
    expect(stdout).toContain('The operation was canceled.')
    expect(stdout.includes('post runs')).toBe(steps.includes('./sleep'))
    expect(stdout).toMatch(/! Workflow w.yml: cancelled/)
    expect(exitCode).toBe(1)
  })
})

describe('time in a rehearsal', () => {
  const json = ['w.yml', '--world', 'world.yml', '--json']

  it('passes at once for an action that waits, and is counted', async () => {
    const startedAt = performance.now()
    const ended = await rehearse(
      {
        ...waiting,
        'w.yml': workflow(
          '- uses: actions/checkout@v6\n- { uses: ./wait, with: { seconds: 1800 } }',
        ),
        'world.yml': world,
      },
      ...json,
    )
    const step = resultOf(ended).jobs[0]?.steps[1]
    expect(performance.now() - startedAt).toBeLessThan(10_000)
    expect(step?.durationSeconds).toBeGreaterThanOrEqual(1800)
    expect(step?.durationSeconds).toBeLessThan(1805)
  })

  it('ends a step that has used up its minutes, in the time of the run', async () => {
    const ended = await rehearse(
      {
        ...waiting,
        'w.yml': workflow(
          '- uses: actions/checkout@v6\n- { uses: ./wait, timeout-minutes: 5, with: { seconds: 3600 } }',
        ),
        'world.yml': world,
      },
      ...json,
    )
    const step = resultOf(ended).jobs[0]?.steps[1]
    expect(step).toMatchObject({
      conclusion: 'failure',
      annotations: [{ message: 'The action has timed out after 5 minutes.' }],
    })
    expect(step?.durationSeconds).toBeGreaterThanOrEqual(300)
    expect(step?.durationSeconds).toBeLessThan(315)
  })

  it('is one time for jobs that run side by side', async () => {
    const job = (id: string, seconds: number, rounds: number): string => `  ${id}:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - { id: wait, uses: ./wait, with: { seconds: ${seconds}, rounds: ${rounds} } }\n`
    const ended = await rehearse(
      {
        ...waiting,
        'w.yml': `on: push\njobs:\n${job('slow', 600, 2)}${job('quick', 60, 20)}`,
        'world.yml': world,
      },
      ...json,
    )
    const { jobs, durationSeconds } = resultOf(ended)
    expect(jobs.map(({ result }) => result)).toEqual(['success', 'success'])
    expect(durationSeconds).toBeGreaterThanOrEqual(1200)
    expect(durationSeconds).toBeLessThan(1210)
  })
})
