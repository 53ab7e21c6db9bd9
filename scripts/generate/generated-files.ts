import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { actionNames } from '../repository.ts'
import { actionYml } from './action-yml.ts'
import { failuresPage } from './failures-page.ts'
import { loadContract } from './load-contract.ts'
import { replaceSection } from './sections.ts'
import { actionsTable, inputsTable, outputsTable } from './tables.ts'

/** A file and the text that the contracts ask of it. */
export interface GeneratedFile {
  /** Relative to the root of the repository. */
  readonly path: string
  readonly text: string
}

/** All generated files of the repository in `root`, in a fixed order. */
export async function generatedFiles(root: string): Promise<GeneratedFile[]> {
  const contracts = await Promise.all(actionNames(root).map((name) => loadContract(root, name)))
  const ofActions = contracts.map(async (contract) => [
    { path: `actions/${contract.name}/action.yml`, text: await actionYml(contract) },
    await readme(root, `actions/${contract.name}/README.md`, {
      inputs: inputsTable(contract),
      outputs: outputsTable(contract),
    }),
  ])
  return [
    ...(await Promise.all(ofActions)).flat(),
    await readme(root, 'README.md', { actions: actionsTable(contracts) }),
    { path: 'docs/failures.md', text: await failuresPage() },
  ]
}

/** Whether the file on disk already has the text it should have. */
export function isCurrent(root: string, { path, text }: GeneratedFile): boolean {
  const file = join(root, path)
  return existsSync(file) && readFileSync(file, 'utf8') === text
}

async function readme(
  root: string,
  path: string,
  sections: Readonly<Record<string, string>>,
): Promise<GeneratedFile> {
  let text = readFileSync(join(root, path), 'utf8')
  for (const [name, content] of Object.entries(sections)) {
    text = await replaceSection({ path, text, name, content })
  }
  return { path, text }
}
