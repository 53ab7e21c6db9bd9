import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import type { World } from '../src/index.ts'
import { clientOptions, inVirtualTime, type Scene } from './in-virtual-time.ts'

export interface SecretsScene extends Scene {
  readonly secrets: SecretsManagerClient
}

/** The id of a version, as a token that tells versions apart at sight. */
export function versionId(name: string): string {
  return `${name}-`.padEnd(32, '0')
}

/** Runs `play` in a world with a client of Secrets Manager. */
export function withSecrets(world: World, play: (scene: SecretsScene) => Promise<void>) {
  return inVirtualTime(world, async (scene) => {
    const secrets = new SecretsManagerClient(clientOptions(scene.simulator))
    try {
      await play({ ...scene, secrets })
    } finally {
      secrets.destroy()
    }
  })
}
