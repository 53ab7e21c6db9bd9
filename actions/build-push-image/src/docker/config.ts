import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Host } from '@deploy-actions/action-kit'

/** A `config.json` of docker, or a part of it. */
export type Config = Readonly<Record<string, unknown>>

/** The folder of docker's settings that the job has. */
export function settingsFolder(host: Pick<Host, 'readVariable'>): string {
  return host.readVariable('DOCKER_CONFIG') || join(homedir(), '.docker')
}

/** The `config.json` of a folder; empty where there is none, and with a problem where it cannot be read, as docker takes it. */
export async function readConfig(
  folder: string,
): Promise<{ readonly config: Config; readonly problem?: string }> {
  const path = join(folder, 'config.json')
  const text = await readFile(path, 'utf8').catch(() => '{}')
  const config = parsed(text)
  if (isConfig(config)) return { config }
  const problem = `${path} is no JSON object: docker is run without what it is logged in to there. Write it anew, or remove it.`
  return { config: {}, problem }
}

/** A value may be a password: no error may repeat it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isConfig(value: unknown): value is Config {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A part of a configuration; empty where it has none. */
export function part(config: Config, name: string): Config {
  const value = config[name]
  return isConfig(value) ? value : {}
}
