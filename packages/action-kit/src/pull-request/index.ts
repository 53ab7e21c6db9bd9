export { commentOnPullRequest, type PullRequestComment } from './comment-on-pull-request.ts'
export { pullRequestCommentInputs, pullRequestCommentProblems } from './inputs.ts'
