import { inputError, InvalidValue, type Host } from '@deploy-actions/action-kit'
import { parseMirrors, type Mirrors } from './reference/mirrors.ts'
import type { RegistriesOptions } from './options.ts'
import { createRegistries, type Registries } from './registries.ts'

const mirrorsVariable = 'DEPLOY_ACTIONS_REGISTRY_MIRRORS'

/**
 * The registries of one action, with the mirrors that the job's environment names. Throws an `input`
 * error for mirrors that are wrong.
 */
export function openRegistries(
  host: Host,
  options: Omit<RegistriesOptions, 'log' | 'mirrors'>,
): Registries {
  return createRegistries({ ...options, log: host, mirrors: readMirrors(host) })
}

/** The mirrors that the job's environment names. Throws an `input` error for those that are wrong. */
export function readMirrors(host: Host): Mirrors {
  try {
    return parseMirrors(host.readVariable(mirrorsVariable) ?? '')
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error
    throw inputError(
      error.problems.map(({ path, message }) => ({ path: `${mirrorsVariable}, ${path}`, message })),
    )
  }
}
