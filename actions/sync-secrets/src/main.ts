import type { ReportOf } from '@deploy-actions/action-kit'
import { createAwsClients } from '@deploy-actions/aws'
import { check } from './check.ts'
import type { contract } from './contract.ts'
import { readInputs, type Context } from './inputs.ts'
import { pull } from './pull.ts'
import { push } from './push.ts'

const modes = { push, check, pull } as const

/** Writes secrets, checks them, or gives them to the job. */
export async function main(context: Context): Promise<ReportOf<typeof contract>> {
  const inputs = await readInputs(context)
  const { commentToken: token, secrets, region = '' } = inputs
  const target = [region, ...secrets.map(({ id }) => id)].join(' ')
  if (token !== undefined) context.keepComment({ token, target })
  const clients = createAwsClients({ action: 'sync-secrets', region: inputs.region })
  const step = { context, inputs, aws: { clients, signal: context.signal } }
  try {
    return await modes[inputs.mode](step)
  } finally {
    clients.destroy()
  }
}
