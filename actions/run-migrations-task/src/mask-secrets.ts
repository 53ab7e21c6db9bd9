import type { TaskOverride } from '@aws-sdk/client-ecs'
import type { Host } from '@deploy-actions/action-kit'
import { plainSecrets, type Definition } from '@deploy-actions/ecs'
import type { Inputs } from './inputs.ts'
import { overridden } from './overrides.ts'

/** What a task runs. */
export interface Running {
  readonly definition: Definition
  readonly overrides: TaskOverride
  readonly inputs: Pick<Inputs, 'cluster' | 'service'>
}

/** Hides what is secret in a definition, and in what a task overrides of it: containers may well quote their environment. */
export function maskSecrets(host: Host, { definition, overrides, inputs }: Running): void {
  const { cluster, service = '' } = inputs
  for (const seen of [definition, overridden(definition, overrides)]) {
    for (const secret of plainSecrets(seen, [cluster, service])) host.mask(secret)
  }
}
