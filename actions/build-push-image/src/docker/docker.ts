import type { Host } from '@deploy-actions/action-kit'
import { runProgram, type ProgramEnd } from './run-program.ts'

/** The docker of this machine, as the step uses it. */
export interface Docker {
  run(args: readonly string[], options?: DockerOptions): Promise<ProgramEnd>
}

/** What a call of docker has besides its arguments. */
export interface DockerOptions {
  /** Further variables, such as build secrets. */
  readonly env?: Readonly<Record<string, string>>
  /** Hears each line as it is printed. */
  readonly onLine?: (line: string) => void
}

/** Variables by which docker finds its engine and settings, in place of those of the job. */
export type DockerVariables = Readonly<Record<string, string>>

/** Docker with the environment of the job, without this step's inputs. */
export function openDocker(
  host: Pick<Host, 'environmentForPrograms'>,
  { signal, variables }: { readonly signal: AbortSignal; readonly variables: DockerVariables },
): Docker {
  return {
    run: (args, { env = {}, onLine } = {}) =>
      runProgram({
        command: 'docker',
        args,
        env: { ...withoutGitLabels(host.environmentForPrograms()), ...variables, ...env },
        signal,
        ...(onLine !== undefined && { onLine }),
      }),
  }
}

/** By it, buildx gives images labels that differ from commit to commit, which a content hash does not see. */
function withoutGitLabels(
  environment: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => name !== 'BUILDX_GIT_LABELS'),
  )
}
