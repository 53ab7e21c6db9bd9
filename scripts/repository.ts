import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root folder of this checkout. */
export const repositoryRoot = dirname(dirname(fileURLToPath(import.meta.url)))

/** The names of all actions, sorted: every folder of `actions/` that is a package. */
export function actionNames(root: string = repositoryRoot): string[] {
  return readdirSync(join(root, 'actions'))
    .filter((name) => existsSync(join(root, 'actions', name, 'package.json')))
    .toSorted()
}

/** Whether the action.yml of an action names a program for the end of the job. */
export function hasPost(root: string, name: string): boolean {
  return /^  post: /m.test(readFileSync(join(root, 'actions', name, 'action.yml'), 'utf8'))
}
