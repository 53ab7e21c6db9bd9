import { flag, text, type InputTable, type Problem } from '../inputs/index.ts'

/** The inputs of an action that can tell its result on the pull request of the run. */
export const pullRequestCommentInputs = {
  'comment-on-pr': flag({
    description:
      'Keeps a comment on the pull request of the run up to date with what the summary says: one for each action and target. Needs `github-token`, and the permission `pull-requests: write` of the job; a comment that cannot be written is a warning.',
    default: 'false',
  }),
  'github-token': text({
    description: 'Token for `comment-on-pr`: `github.token`, or that of an app.',
    sensitive: true,
    isLiteral: true,
  }),
} as const satisfies InputTable

/** What has to hold between {@link pullRequestCommentInputs}. */
export function pullRequestCommentProblems({
  given,
  values,
}: {
  readonly given: { has(input: keyof typeof pullRequestCommentInputs): boolean }
  readonly values: { readonly commentOnPr?: boolean | undefined }
}): readonly Problem[] {
  if (values.commentOnPr !== true || given.has('github-token')) return []
  const message = 'is required with comment-on-pr: true; give it ${{ github.token }}'
  return [{ path: 'github-token', message }]
}
