import type { AwsClients } from '@deploy-actions/aws'
import type { ProbeResources } from '@deploy-actions/checks'
import type { Registries } from '@deploy-actions/registry'
import type { Context } from './inputs.ts'

/** What checks need of AWS, to be closed in the end. */
export interface Cloud extends ProbeResources {
  close(): Promise<void>
}

/** AWS in a region, opened when a check first asks for it: one over HTTP never does. */
export function openCloud({ host, signal }: Context, region: string | undefined): Cloud {
  let opening: Promise<AwsClients> | undefined
  const open = async (): Promise<AwsClients> => {
    const { createAwsClients } = await import('@deploy-actions/aws')
    return createAwsClients({ action: 'verify-health', region })
  }
  const clients = (): Promise<AwsClients> => (opening ??= open())
  let registries: Promise<Registries> | undefined
  const openRegistries = async (): Promise<Registries> => {
    const registry = await import('@deploy-actions/registry')
    return registry.openRegistries(host, { clients: await clients(), signal })
  }
  return {
    clients,
    registries: () => (registries ??= openRegistries()),
    async close() {
      const opened = await opening
      opened?.destroy()
    },
  }
}
