import { ActionError } from '@deploy-actions/action-kit'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CannotTell } from '../cannot-tell.ts'
import { isMissing } from '../find-text.ts'
import { unreadable } from '../unreadable.ts'

/** The Dockerfile of a build, as it lies on this machine. */
export interface DockerfileSource {
  readonly file: string
  readonly text: string
  readonly bytes: Uint8Array
  /** Its permission bits. */
  readonly mode: number
}

/**
 * Reads the Dockerfile that docker would take: `file`, relative to the working directory, else `Dockerfile`
 * in the context, else `dockerfile`. Throws `input` where there is none, and CannotTell for one
 * that only the builder reads.
 */
export function readDockerfile(context: string, file: string | undefined): DockerfileSource {
  if (file === '-' || (file !== undefined && /^https?:\/\//i.test(file))) {
    throw new CannotTell(
      `The Dockerfile is ${file}, which only docker reads. Give a file of the checkout as \`file\`.`,
    )
  }
  const names = file === undefined ? ['Dockerfile', 'dockerfile'] : [file]
  const places = file === undefined ? names.map((name) => join(context, name)) : names
  for (const place of places) {
    const found = findDockerfile(place)
    if (found !== undefined) return found
  }
  throw new ActionError({
    code: 'input',
    message: `There is no Dockerfile ${places[0]}.`,
    remedy:
      file === undefined
        ? 'Give the folder that has it as the input `context`, or the path of it as `file`.'
        : 'Correct the input `file`: it is relative to the working directory, not to `context`. If the file is made by a step, run that before.',
  })
}

function findDockerfile(file: string): DockerfileSource | undefined {
  try {
    const bytes = readFileSync(file)
    return { file, bytes, text: bytes.toString('utf8'), mode: statSync(file).mode & 0o7777 }
  } catch (error) {
    if (isMissing(error)) return undefined
    throw unreadable(file, error)
  }
}
