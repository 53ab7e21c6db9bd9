import { startCommentsServer, type CommentsServer } from '@deploy-actions/local-runner/github-api'
import { describe, expect, it } from 'vitest'
import { runInWorld } from '../../../test/support/run-in-world.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'
import { apiWorld, images } from './api.world.ts'

const token = 'token-of-the-job'
const pullRequest = { repository: 'org/app', number: 7, token, readOnlyToken: 'token-of-a-fork' }
const url = 'https://github.com/org/app/actions/runs/12'

/** Runs the action for a pull request whose comments are on this server. */
function onPullRequest(server: CommentsServer, inputs: Readonly<Record<string, string>>) {
  return runInWorld({ contract, main }, apiWorld(), {
    inputs: {
      cluster: 'shop',
      service: 'api',
      'comment-on-pr': 'true',
      'github-token': token,
      ...inputs,
    },
    run: { id: '12', repository: 'org/app', sha: '0123456789', url },
    variables: { GITHUB_REF: 'refs/pull/7/merge', GITHUB_API_URL: server.url },
  })
}

const bodies = ({ comments }: CommentsServer): readonly string[] => comments.map(({ body }) => body)

describe('a deployment for a pull request', () => {
  it('keeps its plan, and later what became of it, in one comment', async () => {
    await using server = await startCommentsServer(pullRequest)
    const planned = await onPullRequest(server, { image: images.healthy, 'dry-run': 'true' })
    expect(planned.outputs).toMatchObject({ outcome: 'planned' })
    expect(bodies(server)).toEqual([expect.stringContaining('Planned: nothing was changed')])
    const deployed = await onPullRequest(server, { image: images.healthy })
    expect(deployed.outputs).toMatchObject({ outcome: 'deployed' })
    expect(bodies(server)).toEqual([expect.stringContaining('✅ `api` deployed in')])
    expect(bodies(server)[0]).toContain(`_From [run 12](${url}), commit 0123456._`)
  })

  it('tells of a deployment that was not begun, too', async () => {
    await using server = await startCommentsServer(pullRequest)
    const run = await onPullRequest(server, { image: images.missing })
    expect(run.outputs).toMatchObject({ outcome: 'failed' })
    expect(bodies(server)).toEqual([expect.stringContaining('❌ `api`: not deployed')])
  })

  it('is as green without a comment that nobody lets it write', async () => {
    await using server = await startCommentsServer({
      ...pullRequest,
      token: 'other',
      readOnlyToken: token,
    })
    const run = await onPullRequest(server, { image: images.healthy })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
    expect(run.warnings.join()).toContain('pull-requests: write')
  })

  it('writes none where none is asked for', async () => {
    await using server = await startCommentsServer(pullRequest)
    await onPullRequest(server, { image: images.healthy, 'comment-on-pr': 'false' })
    expect(bodies(server)).toEqual([])
  })

  it('wants a token for its comment', async () => {
    await using server = await startCommentsServer(pullRequest)
    const run = await onPullRequest(server, { image: images.healthy, 'github-token': '' })
    expect(run.errors[0]?.message).toContain('github-token: is required')
  })
})
