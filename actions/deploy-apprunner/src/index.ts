import { run } from '@deploy-actions/action-kit'
import { contract } from './contract.ts'
import { main } from './main.ts'

/** Runs the action in this process; its end is told by the exit code. */
export function start(): Promise<void> {
  return run({ contract, main })
}
