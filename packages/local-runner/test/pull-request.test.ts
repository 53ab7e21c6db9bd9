import { describe, expect, it } from 'vitest'
import { rehearse, resultOf, world } from './command-line.ts'
import { jobOf, stepOf } from './run-here.ts'

/** An action of the repository that comments with what its input says, and prints what GitHub says to that. */
const commenting = {
  'comment/action.yml':
    'name: comment\ndescription: d\ninputs: { token: { description: d }, body: { description: d } }\nruns: { using: node24, main: index.mjs }',
  'comment/index.mjs': `
    import { readFileSync } from 'node:fs'
    const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_EVENT_PATH, INPUT_TOKEN, INPUT_BODY } = process.env
    const { number } = JSON.parse(readFileSync(GITHUB_EVENT_PATH, 'utf8')).pull_request
    const answer = await fetch(\`\${GITHUB_API_URL}/repos/\${GITHUB_REPOSITORY}/issues/\${number}/comments\`, {
      method: 'POST',
      headers: { authorization: 'Bearer ' + INPUT_TOKEN },
      body: JSON.stringify({ body: INPUT_BODY }),
    })
    console.log('status ' + answer.status)`,
}

function workflow(permissions: string, token: string): string {
  return `on: pull_request
jobs:
  only:
    runs-on: ubuntu-latest
    ${permissions}
    steps:
      - uses: actions/checkout@v6
      - { id: comment, uses: ./comment, with: { token: "\${{ ${token} }}", body: "of \${{ github.head_ref }} at \${{ github.ref_name }}" } }
`
}

function onPullRequest(permissions: string, token = 'github.token', ...args: readonly string[]) {
  const files = {
    ...commenting,
    'w.yml': workflow(permissions, token),
    'world.yml': `${world}github: { ref: refs/pull/7/merge, repository: shop/api }\n`,
  }
  return rehearse(files, 'w.yml', '--world', 'world.yml', ...args)
}

describe('a rehearsal of a pull request', () => {
  it.each(['github.token', 'secrets.GITHUB_TOKEN'])(
    'keeps the comments that a job may write with %s',
    async (token) => {
      const run = resultOf(
        await onPullRequest('permissions: { pull-requests: write }', token, '--json'),
      )
      expect(run.comments).toEqual([
        { id: 1, author: 'github-actions[bot]', body: 'of change-7 at 7/merge' },
      ])
    },
  )

  it('shows them at its end', async () => {
    const { stdout } = await onPullRequest('permissions: { pull-requests: write }')
    expect(stdout).toContain(
      '\nComment of github-actions[bot] on the pull request\n  of change-7 at 7/merge\n',
    )
  })

  it.each(['', 'permissions: { pull-requests: read }'])(
    'refuses them to a job without the permission: "%s"',
    async (permissions) => {
      const run = resultOf(await onPullRequest(permissions, 'github.token', '--json'))
      expect(stepOf(jobOf(run, 'only'), 'comment').log).toBe('status 403')
      expect(run.comments).toEqual([])
    },
  )
})
