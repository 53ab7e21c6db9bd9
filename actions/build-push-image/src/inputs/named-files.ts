import { readFile, stat } from 'node:fs/promises'
import { InvalidValue, type ContextOf, type Problem } from '@deploy-actions/action-kit'
import { parseLifecyclePolicy } from '@deploy-actions/registry'
import type { contract } from '../contract.ts'
import { problemsOf } from './rules.ts'

type Parsed = ReturnType<ContextOf<typeof contract>['parseInputs']>

/** What is wrong with the files of build secrets. */
export async function secretFileProblems({
  secretFiles,
  secrets,
}: Pick<Parsed, 'secretFiles' | 'secrets'>): Promise<readonly Problem[]> {
  const found = await Promise.all(
    [...(secretFiles ?? [])].map(async ([id, path]): Promise<readonly Problem[]> => {
      if (secrets?.has(id)) {
        return [{ path: `secret-files.${id}`, message: 'is in secrets as well' }]
      }
      const size = await stat(path).then(
        (file) => (file.isFile() ? file.size : undefined),
        () => undefined,
      )
      if (size === undefined) {
        return [
          {
            path: `secret-files.${id}`,
            message: `names ${path}, which is no file that can be read`,
          },
        ]
      }
      return size > 0
        ? []
        : [{ path: `secret-files.${id}`, message: `names ${path}, which is empty` }]
    }),
  )
  return found.flat()
}

/** Reads the lifecycle policy of a repository that is to be created. */
export async function readPolicy({
  lifecyclePolicy: path,
  createRepository,
}: Pick<Parsed, 'lifecyclePolicy' | 'createRepository'>): Promise<{
  readonly text: string | undefined
  readonly problems: readonly Problem[]
}> {
  if (path === undefined) return { text: undefined, problems: [] }
  if (!createRepository) {
    const message = 'is for create-repository: true; a repository that is there is left as it is'
    return { text: undefined, problems: [{ path: 'lifecycle-policy', message }] }
  }
  try {
    return { text: parseLifecyclePolicy(await readFile(path, 'utf8')), problems: [] }
  } catch (error) {
    if (error instanceof InvalidValue) {
      return { text: undefined, problems: problemsOf(error, 'lifecycle-policy') }
    }
    const message = `names the file ${path}, which cannot be read`
    return { text: undefined, problems: [{ path: 'lifecycle-policy', message }] }
  }
}
