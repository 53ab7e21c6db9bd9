import { installVirtualTime, startSimulator, type World } from '@deploy-actions/aws-simulator'
import { createRegistries, parseMirrors } from '@deploy-actions/registry'
import { createAwsClients } from '../../../../packages/aws/src/index.ts'
import type { LookUpBase } from '../../src/content/bases.ts'

const credentials = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMIEXAMPLEKEY',
}

/** Runs `work` with the registries of a world, under its virtual time. */
export async function withRegistries<T>(
  world: World,
  work: (lookUp: LookUpBase) => Promise<T>,
): Promise<T> {
  const simulator = await startSimulator({ world, speed: 0 })
  Object.assign(process.env, credentials, { AWS_ENDPOINT_URL: simulator.url })
  const uninstall = installVirtualTime(simulator.clock)
  const clients = createAwsClients({ action: 'test', region: 'us-east-1' })
  const quiet = (): void => undefined
  const registries = createRegistries({
    clients,
    signal: new AbortController().signal,
    log: { info: quiet, warning: quiet, debug: quiet },
    mirrors: parseMirrors(simulator.registryMirrors),
  }).forDigests()
  try {
    return await work((reference) => registries.lookUp(reference))
  } finally {
    clients.destroy()
    uninstall()
    await simulator.stop()
  }
}
