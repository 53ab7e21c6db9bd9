import type { Contract } from '@deploy-actions/action-kit'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * The contract of the action in `actions/<name>`. Throws when the module exports none, or one of
 * another name: the folder's name is what users write after `uses:`.
 */
export async function loadContract(root: string, name: string): Promise<Contract> {
  const path = join(root, 'actions', name, 'src', 'contract.ts')
  const module: unknown = await import(pathToFileURL(path).href)
  const contract = isModule(module) ? module.contract : undefined
  if (contract?.name === name) return contract
  const found = contract === undefined ? 'exports no contract' : `has the name ${contract.name}`
  throw new Error(`actions/${name}/src/contract.ts ${found}; it must export one named ${name}.`)
}

function isModule(module: unknown): module is { readonly contract: Contract } {
  return typeof module === 'object' && module !== null && 'contract' in module
}
