import { mkdir, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { certificateFile, type Simulator } from '@deploy-actions/aws-simulator'
import { installDockerStandIn } from './docker-stand-in/install.ts'

/**
 * What every process finds in its environment before a job adds to it. Nothing of the user's own, credentials and AWS settings least
 * of all, reaches a step.
 */
export async function baseEnvironment(at: {
  readonly folder: string
  readonly repository: string
  readonly simulator: Simulator
  readonly path: string
  readonly files: Readonly<Record<string, string>>
}): Promise<Readonly<Record<string, string>>> {
  const [home, programs, files] = [
    join(at.folder, 'home'),
    join(at.folder, 'programs'),
    join(at.folder, 'files'),
  ] as const
  await mkdir(home)
  await installDockerStandIn(programs)
  await writeFiles(files, at.files)
  return {
    PATH: [programs, dirname(process.execPath), at.path].join(delimiter),
    HOME: home,
    LANG: 'C.UTF-8',
    AWS_ENDPOINT_URL: at.simulator.url,
    DEPLOY_ACTIONS_REGISTRY_MIRRORS: at.simulator.registryMirrors,
    // Services of App Runner answer at their own addresses.
    HTTPS_PROXY: at.simulator.appRunnerUrl,
    NODE_USE_ENV_PROXY: '1',
    NODE_EXTRA_CA_CERTS: certificateFile,
    AWS_EC2_METADATA_DISABLED: 'true',
    LOCAL_RUNNER_REPOSITORY: at.repository,
    LOCAL_RUNNER_FILES: files,
  }
}

async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder)
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}
