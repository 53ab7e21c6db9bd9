import { preloadPath, type Simulator } from '@deploy-actions/aws-simulator'

/** What a program needs to take the simulator for AWS. */
export function awsEnvironment(simulator: Simulator): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL: simulator.url,
    DEPLOY_ACTIONS_REGISTRY_MIRRORS: simulator.registryMirrors,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'secret',
  }
}

/** The same for a program that lives in the simulator's time; start it with {@link virtualTime}. */
export function virtualEnvironment(simulator: Simulator): Readonly<Record<string, string>> {
  return { ...awsEnvironment(simulator), DEPLOY_ACTIONS_CLOCK: simulator.url }
}

/** Options of node that put a program under virtual time. */
export const virtualTime: readonly string[] = ['--import', preloadPath]
