export type { Conversation, PullRequestComment } from './comments-api.ts'
export {
  startCommentsServer,
  type CommentsServer,
  type CommentsServerOptions,
  type Trouble,
} from './comments-server.ts'
