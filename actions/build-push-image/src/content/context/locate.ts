import { ActionError } from '@deploy-actions/action-kit'
import { statSync } from 'node:fs'
import { CannotTell } from '../cannot-tell.ts'
import { isMissing } from '../find-text.ts'
import { unreadable } from '../unreadable.ts'

/** Where a folder of the build was given. */
interface Place {
  readonly input: 'context' | 'build-contexts'
  readonly path: string
}

/**
 * Sees to it that what was given as a context is a folder. Throws CannotTell for what only the builder reads, such
 * as an address of git, and `input` where there is no such folder.
 */
export function checkFolder({ input, path }: Place): void {
  const is = kindOf(path)
  if (is === 'folder') return
  if (path === '-' || /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i.test(path)) {
    throw new CannotTell(
      `${withoutCredentials(path)} is read by docker alone. Check it out before, and give the folder as the input \`${input}\`.`,
    )
  }
  throw new ActionError({
    code: 'input',
    message: is === 'file' ? `${path} is no folder.` : `There is no folder ${path}.`,
    remedy: `Correct the input \`${input}\`: it is relative to the working directory. If the folder is made by a step, run that before.`,
  })
}

function kindOf(path: string): 'folder' | 'file' | 'nothing' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    if (isMissing(error)) return 'nothing'
    throw unreadable(path, error)
  }
}

function withoutCredentials(address: string): string {
  return address.replace(/\/\/[^/@]*@/, '//')
}
