/** One lazily loaded chunk for each action; its thin entry in dist/ names its own. */
const actions = {
  'deploy-ecs': () => import('@deploy-actions/deploy-ecs'),
  'render-task-def': () => import('@deploy-actions/render-task-def'),
  'run-migrations-task': () => import('@deploy-actions/run-migrations-task'),
  'verify-health': () => import('@deploy-actions/verify-health'),
}

/** Runs the action of that name in this process, to its exit code. */
export async function start(name: keyof typeof actions): Promise<void> {
  const action = await actions[name]()
  await action.start()
}
