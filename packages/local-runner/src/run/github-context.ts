import { execFileSync } from 'node:child_process'
import { basename } from 'node:path'
import type { ResolvedInputs } from '../workflow/dispatch-inputs.ts'
import type { Workflow } from '../workflow/model.ts'
import { pullRequestEvent } from './pull-request.ts'

/** What a rehearsal pretends about the repository on GitHub, unless the world says otherwise. */
export interface GithubFacts {
  readonly event: string
  /** OWNER/NAME. */
  readonly repository: string
  readonly ref: string
  readonly sha: string
  readonly actor: string
  readonly token: string
  /** How many runs there were, this one included; 1 unless given. */
  readonly runNumber?: number
  /** Where GitHub's API is; that of github.com unless given. */
  readonly apiUrl?: string | undefined
}

/** The `github` context of a run, without what belongs to one job or step. */
export function githubContext(
  workflow: Workflow,
  facts: GithubFacts,
  inputs: ResolvedInputs,
): Readonly<Record<string, unknown>> {
  const { repository, ref, sha, actor, runNumber = 1 } = facts
  const [owner = '', name = ''] = repository.split('/')
  const pullRequest = pullRequestEvent(ref, sha)
  const workflowRef = `${repository}/.github/workflows/${basename(workflow.file)}@${ref}`
  return {
    actor,
    triggering_actor: actor,
    api_url: facts.apiUrl ?? 'https://api.github.com',
    graphql_url: 'https://api.github.com/graphql',
    server_url: 'https://github.com',
    base_ref: pullRequest.base,
    head_ref: pullRequest.head,
    event_name: facts.event,
    event: {
      ...(facts.event === 'workflow_dispatch' && { inputs: inputs.text }),
      ...pullRequest.event,
      ref,
      repository: { full_name: repository, name, owner: { login: owner }, default_branch: 'main' },
      sender: { login: actor },
      workflow: workflowRef.split('@', 1)[0],
    },
    ref,
    ref_name: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    ref_protected: false,
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    repository,
    repository_owner: owner,
    retention_days: '90',
    run_attempt: '1',
    run_id: String(runNumber),
    run_number: String(runNumber),
    sha,
    token: facts.token,
    workflow: workflow.name,
    workflow_ref: workflowRef,
    workflow_sha: sha,
  }
}

/** The commit that a repository is at; a fixed one where there is no git repository. */
export function commitOf(repository: string): string {
  try {
    return execFileSync('git', ['rev-parse', '--verify', 'HEAD'], {
      cwd: repository,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return 'c0ffee0000000000000000000000000000000000'
  }
}

const notForTheEnvironment = new Set(['event', 'token'])

/** The GITHUB_* variables that a step finds, from its `github` context. */
export function githubVariables(
  github: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {}
  for (const [key, value] of Object.entries(github)) {
    if (!notForTheEnvironment.has(key)) variables[`GITHUB_${key.toUpperCase()}`] = String(value)
  }
  return variables
}
