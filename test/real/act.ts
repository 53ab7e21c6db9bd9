import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { installDockerStandIn } from '@deploy-actions/local-runner/docker-stand-in'
import { repositoryRoot } from '../../scripts/repository.ts'
import { read } from '../contract/suite.ts'
import { findProgram } from './programs.ts'
import type { StandaloneSimulator } from './standalone-simulator.ts'

/** How a workflow ended under act. */
export interface ActRun {
  readonly exitCode: number | null
  readonly log: string
}

/** The full path of act, on PATH or where Go puts programs; undefined when it is not installed. */
export function findAct(): string | undefined {
  const { stdout } = spawnSync('go', ['env', 'GOPATH'], { encoding: 'utf8' })
  const goPath = stdout?.trim() || join(homedir(), 'go')
  return findProgram('act') ?? findProgram('act', join(goPath, 'bin'))
}

/**
 * Runs a workflow with act on this machine, without containers or network. `suite` is the tree that
 * stands for `org/deploy-actions@v1`; actions of others have stand-ins that ship with the local runner.
 */
export async function runUnderAct(options: {
  readonly act: string
  readonly cwd: string
  readonly home: string
  readonly workflow: string
  readonly suite: string
  readonly args: readonly string[]
}): Promise<ActRun> {
  const { act, cwd, home, workflow, suite, args } = options
  const programs = join(home, 'programs')
  await installDockerStandIn(programs)
  const repositories = [...standIns(workflow), `org/deploy-actions@v1=${suite}`]
  const child = spawn(
    act,
    [
      ...['workflow_dispatch', '-W', workflow, '-P', 'ubuntu-latest=-self-hosted', '--rm'],
      ...repositories.flatMap((mapping) => ['--local-repository', mapping]),
      ...args,
    ],
    {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Act takes the first node on PATH: the one that runs these tests is that of runners.
      env: {
        PATH: [programs, dirname(process.execPath), process.env['PATH']].join(delimiter),
        HOME: home,
      },
    },
  )
  const closed = once(child, 'close')
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  await closed
  return { exitCode: child.exitCode, log: stdout + stderr }
}

/** What a person would give act for the example: variables, and where AWS is. */
export function argumentsOfExample(simulator: StandaloneSimulator): readonly string[] {
  return [
    ...['--var', 'AWS_ROLE_ARN=arn:aws:iam::123456789012:role/arbiter-deploy'],
    ...['--var', `APP_URL=${simulator.endpoints['sandbox.arbiter-ai.com']}`],
    ...['--env', `AWS_ENDPOINT_URL=${simulator.url}`],
    ...['--env', `DEPLOY_ACTIONS_REGISTRY_MIRRORS=${simulator.registryMirrors}`],
    ...['--env', 'AWS_EC2_METADATA_DISABLED=true'],
    ...['--env', 'ACTIONS_ID_TOKEN_REQUEST_URL=http://127.0.0.1:9/'],
  ]
}

function standIns(workflow: string): string[] {
  const pinned = read(workflow).matchAll(/uses: ((?:actions|aws-actions)\/[\w-]+)@([0-9a-f]{40})/g)
  const folder = join(repositoryRoot, 'packages/local-runner/stand-ins')
  return [...pinned].map(([, name = '', ref = '']) => `${name}@${ref}=${join(folder, name)}`)
}
