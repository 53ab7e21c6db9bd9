import { run, runPost } from '@deploy-actions/action-kit'
import { contract } from './contract.ts'
import { main } from './main.ts'
import { removeExportFile } from './pull/export-file.ts'

/** Runs the action in this process; its end is told by the exit code. */
export function start(): Promise<void> {
  return run({ contract, main })
}

/** Removes what the action left for the steps of the job; runs after it, also when it failed or was cancelled. */
export function startPost(): Promise<void> {
  return runPost(({ host }) => removeExportFile(host))
}
