import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  CancelledError,
  commentOnPullRequest,
  parseInputs,
  pullRequestCommentInputs,
  pullRequestCommentProblems,
} from '../src/index.ts'
import type { CommentsServer } from '@deploy-actions/local-runner/github-api'
import { recordingHost } from '../src/testing/index.ts'
import { commentsServer, jobToken } from './comments-server.ts'
import { virtualTime } from '../../checks/test/virtual-time.ts'

const folder = mkdtempSync(join(tmpdir(), 'comments-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The file of an event, as the runner writes it. */
function eventFile(name: string, event: unknown): string {
  const path = join(folder, `${name}.json`)
  writeFileSync(path, JSON.stringify(event))
  return path
}

const pullRequest = eventFile('pull-request', { number: 7, pull_request: { number: 7 } })
const run = {
  id: '12',
  repository: 'org/app',
  sha: '0123456789abcdef',
  url: 'https://github.com/org/app/actions/runs/12',
}

interface Told {
  readonly markdown?: string
  readonly target?: string
  readonly action?: string
  readonly token?: string
  readonly variables?: Readonly<Record<string, string>>
  readonly cancelAfterMs?: number
  readonly secret?: string
}

/** Comments as an action does, in virtual time; gives all that the step says of it. */
async function comment(server: Pick<CommentsServer, 'url'>, told: Told = {}) {
  const variables = {
    GITHUB_EVENT_PATH: pullRequest,
    GITHUB_API_URL: server.url,
    ...told.variables,
  }
  const host = recordingHost({}, { run, variables })
  if (told.secret !== undefined) host.mask(told.secret)
  await using _ = await virtualTime()
  const signal =
    told.cancelAfterMs === undefined ? new AbortController().signal : cancelled(told.cancelAfterMs)
  const begun = Date.now()
  await commentOnPullRequest(host, signal, {
    token: told.token ?? jobToken,
    action: told.action ?? 'deploy-ecs',
    target: told.target ?? 'shop/api',
    markdown: told.markdown ?? '### Deployed',
  })
  expect(host.recorded).toMatchObject({ exitCode: 0, errors: [] })
  return { ...host.recorded, seconds: (Date.now() - begun) / 1000 }
}

function cancelled(afterMs: number): AbortSignal {
  const controller = new AbortController()
  setTimeout(() => controller.abort(new CancelledError()), afterMs)
  return controller.signal
}

describe('a comment on the pull request of a run', () => {
  it('is written, with the run that it is of', async () => {
    await using server = await commentsServer()
    const { log, warnings } = await comment(server)
    expect(server.comments.map(({ body }) => body)).toEqual([
      '<!-- deploy-actions: deploy-ecs shop%2Fapi -->\n### Deployed\n\n_From [run 12](https://github.com/org/app/actions/runs/12), commit 0123456._',
    ])
    expect(log).toEqual(['The comment on pull request #7 is up to date.'])
    expect(warnings).toEqual([])
  })

  it('is brought up to date by later runs, one for each action and target', async () => {
    await using server = await commentsServer()
    await comment(server, { markdown: 'one' })
    await comment(server, { markdown: 'other', target: 'shop/web' })
    await comment(server, { markdown: 'synced', action: 'sync-secrets' })
    await comment(server, { markdown: 'two' })
    expect(server.comments.map(({ body }) => body.split('\n')[1])).toEqual([
      'two',
      'other',
      'synced',
    ])
  })

  it('is found among many, on a later page, and nowhere else than at the beginning of one', async () => {
    const talk = Array.from({ length: 230 }, (_, i) => ({ author: 'reviewer', body: `${i}` }))
    const marker = '<!-- deploy-actions: deploy-ecs shop%2Fapi -->'
    const quoted = { author: 'reviewer', body: `> ${marker}\n> old` }
    const ours = { author: 'github-actions[bot]', body: `${marker}\nold` }
    await using server = await commentsServer({ comments: [quoted, ...talk, ours, ...talk] })
    await comment(server, { markdown: 'new' })
    expect(server.comments).toHaveLength(462)
    expect(server.comments[0]?.body).toContain('old')
    expect(server.comments[231]?.body).toContain('new')
  })

  it('hides what is masked, whatever form it has', async () => {
    await using server = await commentsServer()
    await comment(server, {
      markdown: 'a canary-5f2e_1b, canary-5f2e\\_1b',
      secret: 'canary-5f2e_1b',
    })
    expect(server.comments[0]?.body).toContain('a ***, ***')
    expect(server.comments[0]?.body).not.toContain('canary')
  })

  it('is cut to what GitHub takes, and says so outside of the code in it', async () => {
    await using server = await commentsServer()
    const markdown = `### Deployed\n\n\`\`\`text\n${'a line of a log\n'.repeat(8_000)}\`\`\`\n`
    const { warnings } = await comment(server, { markdown })
    const body = server.comments[0]?.body ?? ''
    expect(warnings).toEqual([])
    expect(body.length).toBeGreaterThan(60_000)
    expect(body).toMatch(/\na line of a log\n\n?```\n\n_This is longer than GitHub takes/)
  })

  it.each([
    ['pull_request_target', { pull_request: { number: 7 } }, undefined],
    ['an event that has no number of one', {}, 'refs/pull/7/merge'],
  ])('is written for %s', async (name, event, ref) => {
    await using server = await commentsServer()
    const variables = { GITHUB_EVENT_PATH: eventFile(name, event), GITHUB_REF: ref ?? '' }
    await comment(server, { variables })
    expect(server.comments).toHaveLength(1)
  })

  it.each([
    ['a push', { GITHUB_EVENT_PATH: eventFile('push', {}), GITHUB_REF: 'refs/heads/pull/7/x' }],
    ['a run outside of GitHub', { GITHUB_EVENT_PATH: '' }],
  ])('is not written, and that is said, for %s', async (_, variables) => {
    await using server = await commentsServer()
    const { log, warnings } = await comment(server, { variables })
    expect(server.comments).toEqual([])
    expect(log).toEqual(['This run belongs to no pull request, so there is none to comment on.'])
    expect(warnings).toEqual([])
  })
})

describe('a comment that GitHub does not take at once', () => {
  it.each([
    ['an error of its own', { status: 502 }],
    ['a limit', { status: 403, headers: { 'retry-after': '1' } }],
    ['a connection that breaks', 'answer-lost'],
  ] as const)('is written all the same, and once, after %s', async (_, trouble) => {
    await using server = await commentsServer()
    server.trouble.GET = [trouble]
    server.trouble.POST = [trouble]
    expect(await comment(server)).toMatchObject({ warnings: [] })
    expect(server.comments).toHaveLength(1)
  })
})

describe('a comment that cannot be written', () => {
  const forks = 'which runs for pull requests from forks cannot have.'

  it.each([
    [
      'that may only read',
      { token: 'other', readOnlyToken: jobToken },
      `GitHub answered 403 (Resource not accessible by integration). The job needs the permission \`pull-requests: write\`, ${forks}`,
    ],
    [
      'that sees no such pull request',
      { number: 8 },
      `GitHub answered 404 (Not Found). The job needs the permission \`pull-requests: write\`, ${forks}`,
    ],
    [
      'that is not valid',
      { token: 'other' },
      'GitHub answered 401 (Bad credentials). Give github-token a token that is valid, such as ${{ github.token }}.',
    ],
  ] as const)('is a warning, for a token %s', async (_, options, reason) => {
    await using server = await commentsServer(options)
    expect((await comment(server)).warnings).toEqual([
      `The comment on pull request #7 could not be written: ${reason}`,
    ])
    expect(server.comments).toEqual([])
  })

  it('is a warning while GitHub is ill, and no second comment where a page is missing', async () => {
    const ours = { author: 'a', body: '<!-- deploy-actions: deploy-ecs shop%2Fapi -->\nold' }
    await using server = await commentsServer({ comments: [ours] })
    server.trouble.GET = Array.from({ length: 3 }, () => ({ status: 503, message: 'Unavailable' }))
    expect((await comment(server)).warnings).toEqual([
      'The comment on pull request #7 could not be written: GitHub answered 503 (Unavailable). The next run writes it.',
    ])
    expect(server.comments).toHaveLength(1)
  })

  it('is not waited for where GitHub asks for longer than a comment is worth', async () => {
    await using server = await commentsServer()
    server.trouble.POST = [{ status: 429, message: 'Slow', headers: { 'retry-after': '60' } }]
    const { warnings, seconds } = await comment(server)
    expect(warnings.join()).toContain('GitHub answered 429 (Slow).')
    expect(seconds).toBeLessThan(1)
  })

  it('is a warning where nobody answers at the address', async () => {
    const { warnings } = await comment({ url: 'http://127.0.0.1:2' })
    expect(warnings.join()).toMatch(/could not be written: .*ECONNREFUSED.*\.$/)
  })

  it('is a warning where the file of the event is broken', async () => {
    await using server = await commentsServer()
    const path = join(folder, 'broken.json')
    writeFileSync(path, '{')
    const { warnings } = await comment(server, { variables: { GITHUB_EVENT_PATH: path } })
    expect(warnings.join()).toMatch(/^The comment on the pull request could not be written: /)
  })

  it('is left alone once the job is cancelled', async () => {
    await using server = await commentsServer()
    server.trouble.GET = ['never-answers']
    expect((await comment(server, { cancelAfterMs: 50 })).warnings).toEqual([
      'The comment on pull request #7 could not be written: the job was cancelled.',
    ])
  })

  it('keeps the step waiting for fifteen seconds at most', async () => {
    await using server = await commentsServer()
    server.trouble.GET = ['never-answers']
    const { warnings, seconds } = await comment(server)
    expect(warnings).toEqual([
      'The comment on pull request #7 could not be written: GitHub did not take it within 15 seconds.',
    ])
    expect(seconds).toBeCloseTo(15, 0)
  })
})

describe('the inputs of a comment', () => {
  const table = pullRequestCommentInputs
  const parse = (inputs: Readonly<Record<string, string>>) =>
    parseInputs(table, (name) => inputs[name], { rules: [pullRequestCommentProblems] })

  it('want a token with comment-on-pr, and only then', () => {
    expect(parse({})).toMatchObject({ commentOnPr: false, githubToken: undefined })
    expect(parse({ 'comment-on-pr': 'true', 'github-token': 't' })).toMatchObject({
      commentOnPr: true,
      githubToken: 't',
    })
    expect(() => parse({ 'comment-on-pr': 'true' })).toThrowError(
      'Input github-token: is required with comment-on-pr: true; give it ${{ github.token }}.',
    )
  })
})
