/** One lazily loaded chunk for each action; its thin entry in dist/ names its own. */
const actions = {
  'build-push-image': () => import('@deploy-actions/build-push-image'),
  'deploy-apprunner': () => import('@deploy-actions/deploy-apprunner'),
  'deploy-ecs': () => import('@deploy-actions/deploy-ecs'),
  'render-task-def': () => import('@deploy-actions/render-task-def'),
  'run-migrations-task': () => import('@deploy-actions/run-migrations-task'),
  'sync-secrets': () => import('@deploy-actions/sync-secrets'),
  'verify-health': () => import('@deploy-actions/verify-health'),
}

/** What the module of an action exports; `startPost` where its contract says `post`. */
interface ActionModule {
  start(): Promise<void>
  startPost?(): Promise<void>
}

/** Runs the action of that name in this process, to its exit code. */
export async function start(name: keyof typeof actions): Promise<void> {
  const action = await actions[name]()
  await action.start()
}

/** Runs what the action of that name does when the job is over, in this process. */
export async function startPost(name: keyof typeof actions): Promise<void> {
  const action: ActionModule = await actions[name]()
  await action.startPost?.()
}
