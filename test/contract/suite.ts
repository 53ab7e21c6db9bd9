import type { Contract } from '@deploy-actions/action-kit'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadContract } from '../../scripts/generate/load-contract.ts'
import { actionNames, repositoryRoot } from '../../scripts/repository.ts'

/** The contracts of all actions, by name. */
export const contracts: readonly Contract[] = await Promise.all(
  actionNames().map((name) => loadContract(repositoryRoot, name)),
)

/** The text of a file of this repository. */
export function read(path: string): string {
  return readFileSync(join(repositoryRoot, path), 'utf8')
}

/** The sources of a package or action, by path: its `src`, without what is generated. */
export function sourcesOf(folder: string): ReadonlyMap<string, string> {
  return filesUnder(`${folder}/src`, '.ts')
}

/** All files below a folder whose names end so, by path; empty when there is no such folder. */
export function filesUnder(folder: string, ending: string): ReadonlyMap<string, string> {
  const paths = readdirSync(join(repositoryRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`)
    .toSorted()
  return new Map(paths.map((path) => [path, read(path)]))
}

/** The folders of all packages and actions. */
export function packageFolders(): string[] {
  return ['packages', 'actions'].flatMap((parent) =>
    readdirSync(join(repositoryRoot, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${parent}/${entry.name}`),
  )
}
