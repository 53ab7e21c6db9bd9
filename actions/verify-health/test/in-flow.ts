import { run } from '@deploy-actions/action-kit'
import { recordingHost, type RecordingHost } from '@deploy-actions/action-kit/testing'
import { virtualTime } from '../../../packages/checks/test/virtual-time.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'

export type Recorded = RecordingHost['recorded']

/** Runs the action under virtual time, against what listens on this machine. */
export async function verify(inputs: Readonly<Record<string, string>>): Promise<Recorded> {
  await using _time = await virtualTime()
  return await runStep(inputs)
}

/** Runs the action as the runner does: with the defaults of action.yml, then to its exit code. */
export async function runStep(inputs: Readonly<Record<string, string>>): Promise<Recorded> {
  const host = recordingHost(withDefaults(inputs))
  await run({ contract, main }, host)
  return host.recorded
}

/** Inputs as the runner gives them: with the defaults of action.yml. */
export function withDefaults(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const rows = Object.entries(contract.inputs).flatMap(([name, spec]) =>
    'default' in spec ? [[name, spec.default] as const] : [],
  )
  return { ...Object.fromEntries(rows), ...inputs }
}

/** Everything that a person could read of the step. */
export function allText(recorded: Recorded): string {
  return JSON.stringify(recorded)
}
