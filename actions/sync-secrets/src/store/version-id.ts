import { randomBytes } from 'node:crypto'
import type { RunFacts } from '@deploy-actions/action-kit'

/** The run of a workflow that wrote a version. */
export interface WritingRun {
  readonly id: string
  readonly attempt: string
}

/**
 * A new id for a version, which carries the run that writes it. The rest is random: an id made from the content would tell
 * who may see ids whether they guessed a value, and would make going back to an older value a write that does nothing.
 */
export function newVersionId({ id, attempt }: Pick<RunFacts, 'id' | 'attempt'>): string {
  const run = /^\d{1,20}$/.test(id) ? id : '0'
  const times = /^\d{1,4}$/.test(attempt) ? attempt : '1'
  return `deploy-actions-${run}-${times}-${randomBytes(10).toString('hex')}`
}

/** The run that an id of a version names; undefined for a version that something else wrote. */
export function runBehind(versionId: string): WritingRun | undefined {
  const match = /^deploy-actions-(\d+)-(\d+)-[0-9a-f]{20}$/.exec(versionId)
  const [, id = '', attempt = ''] = match ?? []
  return match === null || id === '0' ? undefined : { id, attempt }
}
