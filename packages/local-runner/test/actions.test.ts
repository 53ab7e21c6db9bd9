import { describe, expect, it } from 'vitest'
import { nodeAction, runHere, runSteps, stepOf } from './run-here.ts'

const printInputs = `
  for (const [key, value] of Object.entries(process.env)) {
    if (key.startsWith('INPUT_')) console.log(key + '=' + value)
  }`

describe('a node action of the suite', () => {
  it('gets its inputs as GitHub passes them, with the defaults of action.yml', async () => {
    const job = await runSteps(
      `
- id: act
  uses: org/deploy-actions/echo@v1
  with: { task-definition: "v-\${{ vars.WHO }}", count: 3, two words: x }`,
      {
        vars: { WHO: 'world' },
        files: nodeAction('echo', {
          yaml: [
            'inputs:',
            '  task-definition: { description: given }',
            '  count: { description: given }',
            '  two words: { description: given }',
            '  where: { description: default, default: "${{ github.repository }}" }',
            '  nothing: { description: none }',
          ].join('\n'),
          main: printInputs,
        }),
      },
    )
    expect(stepOf(job, 'act').log.split('\n').toSorted()).toEqual([
      'INPUT_COUNT=3',
      'INPUT_NOTHING=',
      'INPUT_TASK-DEFINITION=v-world',
      'INPUT_TWO_WORDS=x',
      'INPUT_WHERE=org/app',
    ])
  })

  it('can take its leg of the matrix, and where it runs, as defaults', async () => {
    const job = (strategy: string) => `
    runs-on: ubuntu-latest
    ${strategy}
    steps: [{ uses: org/deploy-actions/echo@v1 }]`
    const run = await runHere(
      `on: push
jobs:
  plain:${job('')}
  legs:${job('strategy: { max-parallel: 1, matrix: { service: [prod, staging] } }')}`,
      {
        files: nodeAction('echo', {
          yaml: [
            'inputs:',
            '  leg: { description: d, default: "${{ toJSON(matrix) }}" }',
            '  place: { description: d, default: "${{ runner.os }} ${{ strategy.job-total }} ${{ job.status }}" }',
          ].join('\n'),
          main: `
            const { INPUT_LEG: leg, INPUT_PLACE: place } = process.env
            console.log(JSON.stringify(JSON.parse(leg)), place)`,
        }),
      },
    )
    const logs = run.jobs.flatMap(({ steps }) => steps.map(({ log }) => log))
    expect(new Set(logs)).toEqual(
      new Set([
        'null Linux 1 success',
        '{"service":"prod"} Linux 2 success',
        '{"service":"staging"} Linux 2 success',
      ]),
    )
  })

  it('earns a warning for an input that it does not declare', async () => {
    const job = await runSteps(
      `
- id: act
  uses: org/deploy-actions/echo@v1
  with: { imgae: x }`,
      {
        files: nodeAction('echo', {
          yaml: 'inputs:\n  image: { description: d }',
          main: '',
        }),
      },
    )
    expect(stepOf(job, 'act')).toMatchObject({
      outcome: 'success',
      annotations: [
        { level: 'warning', message: "Unexpected input(s) 'imgae', valid inputs are ['image']" },
      ],
    })
  })

  it('fails the step by its exit code', async () => {
    const job = await runSteps('- { id: act, uses: org/deploy-actions/bad@v1 }', {
      files: nodeAction('bad', { main: 'console.log("::error::no such image"); process.exit(1)' }),
    })
    expect(stepOf(job, 'act')).toMatchObject({
      outcome: 'failure',
      annotations: [{ level: 'error', message: 'no such image' }],
    })
  })

  it('knows where it is, and finds its main file outside its folder', async () => {
    const job = await runSteps('- { id: act, uses: org/deploy-actions/far@v1 }', {
      files: {
        'actions/far/action.yml':
          'name: far\ndescription: d\nruns: { using: node24, main: ../../dist/far/index.mjs }',
        'dist/far/index.mjs':
          'console.log(process.env.GITHUB_ACTION_PATH.split("/").slice(-2).join("/"), process.env.GITHUB_ACTION_REPOSITORY, process.env.GITHUB_ACTION_REF, process.env.CI)',
      },
    })
    expect(stepOf(job, 'act').log).toBe('actions/far org/deploy-actions v1 true')
  })
})

describe('the pre and post parts of actions', () => {
  const marking = (name: string, post = 'post: post.mjs') => ({
    ...nodeAction(name, {
      yaml: `runs:\n  using: node24\n  pre: pre.mjs\n  main: index.mjs\n  ${post}`,
      main: `
        import { appendFileSync } from 'node:fs'
        console.log('main ${name} knows ' + process.env.STATE_early)
        appendFileSync(process.env.GITHUB_STATE, 'late=from main of ${name}\\n')`,
    }),
    [`actions/${name}/pre.mjs`]: `
      import { appendFileSync } from 'node:fs'
      console.log('pre ${name}')
      appendFileSync(process.env.GITHUB_STATE, 'early=from pre of ${name}\\n')`,
    [`actions/${name}/post.mjs`]: `console.log('post ${name} knows ' + process.env.STATE_late)`,
  })
  const files = { ...marking('one'), ...marking('two'), ...marking('skipped') }

  it('run before all steps, and after them in reverse order, sharing their state', async () => {
    const job = await runSteps(
      `
- { name: One, uses: org/deploy-actions/one@v1 }
- { name: Two, uses: org/deploy-actions/two@v1 }
- { name: Skipped, if: false, uses: org/deploy-actions/skipped@v1 }`,
      { files },
    )
    expect(job.steps.map(({ name, log }) => [name, log])).toEqual([
      ['Pre One', 'pre one'],
      ['Pre Two', 'pre two'],
      ['Pre Skipped', 'pre skipped'],
      ['One', 'main one knows from pre of one'],
      ['Two', 'main two knows from pre of two'],
      ['Skipped', ''],
      ['Post Two', 'post two knows from main of two'],
      ['Post One', 'post one knows from main of one'],
    ])
  })

  it('run also when the job has failed, unless post-if says otherwise', async () => {
    const job = await runSteps(
      `
- { name: Always, uses: org/deploy-actions/one@v1 }
- { name: Lucky, uses: org/deploy-actions/lucky@v1 }
- run: exit 1`,
      { files: { ...files, ...marking('lucky', 'post: post.mjs\n  post-if: success()') } },
    )
    expect(stepOf(job, 'Post Always').outcome).toBe('success')
    expect(stepOf(job, 'Post Lucky').outcome).toBe('skipped')
  })
})

describe('an action of the repository itself', () => {
  const files = {
    'my/action/action.yml': 'name: mine\ndescription: d\nruns: { using: node24, main: index.mjs }',
    'my/action/index.mjs': 'console.log("mine runs")',
  }

  it('runs once the repository has been checked out', async () => {
    const job = await runSteps('- uses: actions/checkout@v6\n- { id: mine, uses: ./my/action }', {
      files,
    })
    expect(stepOf(job, 'mine').log).toBe('mine runs')
  })

  it('is not there when the checkout fails, which says why', async () => {
    const job = await runSteps(
      '- run: touch taken\n- { id: out, uses: actions/checkout@v6, with: { path: taken/below } }',
      { files },
    )
    expect(stepOf(job, 'out')).toMatchObject({
      outcome: 'failure',
      annotations: [{ message: expect.stringMatching(/^The files of .* cannot be copied: E/) }],
    })
  })

  it('is not there without a checkout', async () => {
    const job = await runSteps('- { id: mine, uses: ./my/action }', { files })
    expect(stepOf(job, 'mine')).toMatchObject({
      outcome: 'failure',
      annotations: [{ message: expect.stringContaining('Did you forget to run actions/checkout') }],
    })
  })
})

describe('the stand-in for configure-aws-credentials', () => {
  const configure = `
- id: aws
  uses: aws-actions/configure-aws-credentials@v5
  with: { aws-region: eu-west-1, role-to-assume: "arn:aws:iam::123456789012:role/deploy" }
- id: show
  if: always()
  run: echo "seen=\${AWS_REGION:-none} \${AWS_ACCESS_KEY_ID:+key} \${{ steps.aws.outputs.aws-account-id }}" >> "$GITHUB_OUTPUT"`

  it('hands out credentials when the job may ask for an id token', async () => {
    const job = await runSteps(configure, {
      permissions: 'id-token: write',
    })
    expect(stepOf(job, 'show').outputs).toEqual({ seen: 'eu-west-1 key 123456789012' })
    expect(stepOf(job, 'aws').log).toContain('stand-in')
  })

  it('refuses without that permission, as the action itself does', async () => {
    const job = await runSteps(configure)
    expect(stepOf(job, 'aws').outcome).toBe('failure')
    expect(stepOf(job, 'show').outputs['seen']).toMatch(/^none/)
  })
})
