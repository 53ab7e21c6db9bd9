import { run, type RunFacts } from '@deploy-actions/action-kit'
import { recordingHost, type Recorded } from '@deploy-actions/action-kit/testing'
import type { Simulator } from '@deploy-actions/aws-simulator'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'

/** A run of the workflow that deploys; newer ones have higher numbers. */
export function workflowRun(id: number): Partial<RunFacts> {
  return {
    id: String(id),
    repository: 'shop/api',
    workflow: 'Deploy',
    workflowFile: 'shop/api/.github/workflows/deploy.yml',
    url: `https://github.com/shop/api/actions/runs/${id}`,
  }
}

/** Runs the action once more in a world that is there already. */
export async function deployAlso(
  simulator: Simulator,
  inputs: Readonly<Record<string, string>>,
  facts: Partial<RunFacts> = {},
): Promise<Recorded> {
  const variables = { DEPLOY_ACTIONS_REGISTRY_MIRRORS: simulator.registryMirrors }
  const host = recordingHost(
    { cluster: 'shop', service: 'api', ...inputs },
    { variables, run: facts },
  )
  await run({ contract, main }, host)
  return host.recorded
}
