import {
  startCommentsServer,
  type CommentsServer,
  type CommentsServerOptions,
} from '@deploy-actions/local-runner/github-api'

/** What the job may comment with. */
export const jobToken = 'token-of-the-job'

/** Pull request 7 of org/app, unless told otherwise. */
export function commentsServer(
  options: Partial<CommentsServerOptions> = {},
): Promise<CommentsServer> {
  const readOnlyToken = 'token-of-a-fork'
  return startCommentsServer({
    repository: 'org/app',
    number: 7,
    token: jobToken,
    readOnlyToken,
    ...options,
  })
}
