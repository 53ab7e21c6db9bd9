import type { Host } from '@deploy-actions/action-kit'
import { part, readConfig, settingsFolder } from './config.ts'

/** https://docs.docker.com/engine/cli/proxy/ */
const proxies = {
  httpProxy: 'HTTP_PROXY',
  httpsProxy: 'HTTPS_PROXY',
  ftpProxy: 'FTP_PROXY',
  noProxy: 'NO_PROXY',
  allProxy: 'ALL_PROXY',
} as const

/**
 * The build arguments that docker adds by itself: SOURCE_DATE_EPOCH of the environment, and the proxies of its settings,
 * which may hold passwords.
 */
export async function ambientArguments(
  host: Pick<Host, 'readVariable'>,
): Promise<ReadonlyMap<string, string>> {
  const { config } = await readConfig(settingsFolder(host))
  const engine = host.readVariable('DOCKER_HOST') || 'unix:///var/run/docker.sock'
  const all = part(config, 'proxies')
  const chosen = part(all, Object.hasOwn(all, engine) ? engine : 'default')
  const found = Object.entries(proxies).flatMap(([setting, name]) => {
    const value = chosen[setting]
    if (typeof value !== 'string' || value === '') return []
    return [name, name.toLowerCase()].map((each) => [each, value] as const)
  })
  const epoch = host.readVariable('SOURCE_DATE_EPOCH') ?? ''
  return new Map([...found, ...(epoch === '' ? [] : [['SOURCE_DATE_EPOCH', epoch] as const])])
}
