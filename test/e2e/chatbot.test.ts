import { chmodSync, cpSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import {
  rehearseIn,
  RehearsedWorld,
  TextOutput,
  type RunResult,
  type StepResult,
} from '@deploy-actions/local-runner'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { folderWith } from '../support/rehearse-here.ts'

const examples = resolve(import.meta.dirname, '../../workflows-examples/ai-chatbot')
const commit = (n: number): string => String(n).repeat(40)

/** The tools of the application's own repository, as far as a migration needs them. */
const tools = {
  'tools/corepack': '#!/bin/sh\n',
  'tools/pnpm': `#!/bin/sh
[ "$1" = "db:migrate" ] || exit 0
[ -n "$POSTGRES_URL" ] || { echo "POSTGRES_URL is not set"; exit 1; }
[ ! -e migrations/broken.sql ] || { echo "broken.sql failed"; exit 1; }
echo "connected to $POSTGRES_URL"
echo "applied 0002"
`,
}

/** A run, and all that was printed of it. */
interface Rehearsed extends RunResult {
  readonly text: string
}

/** What a commit has besides what the world says. */
interface Commit {
  readonly sha: string
  readonly files?: Readonly<Record<string, string>>
  readonly vars?: Readonly<Record<string, string>>
}

/** A repository with an example as its workflow, and an account that several of its commits are deployed to. */
class ChatbotRepository implements AsyncDisposable {
  readonly #folder: string
  readonly #world: RehearsedWorld
  readonly #workflowFile: string

  private constructor(folder: string, world: RehearsedWorld, environment: string) {
    this.#folder = folder
    this.#world = world
    this.#workflowFile = join(folder, `repository/.github/workflows/${environment}.yml`)
  }

  static async open(environment: string): Promise<ChatbotRepository> {
    const text = readFileSync(join(examples, `${environment}.yml`), 'utf8')
    const world = readFileSync(join(import.meta.dirname, `worlds/ai-chatbot-${environment}.yml`))
    const folder = folderWith({
      ...tools,
      [`repository/.github/workflows/${environment}.yml`]: text,
      'world.yml': world.toString(),
    })
    for (const name of Object.keys(tools)) chmodSync(join(folder, name), 0o755)
    cpSync(examples, join(folder, 'repository/workflows-examples/ai-chatbot'), { recursive: true })
    const opened = await RehearsedWorld.open(join(folder, 'world.yml'))
    return new ChatbotRepository(folder, opened, environment)
  }

  async deploy({ sha, files = {}, vars = {} }: Commit): Promise<Rehearsed> {
    const file = join(this.#folder, 'world.yml')
    // The world of the test, which has this section.
    const world = parse(readFileSync(file, 'utf8')) as {
      readonly github: { readonly files: object; readonly vars: object }
    }
    const github = {
      ...world.github,
      sha,
      files: { ...world.github.files, ...files },
      vars: { ...world.github.vars, ...vars },
    }
    writeFileSync(file, stringify({ ...world, github }))
    const printed: string[] = []
    const write = (text: string): void => {
      printed.push(text)
    }
    const run = await rehearseIn(this.#world, {
      workflowFile: this.#workflowFile,
      observer: new TextOutput({ write, colour: false }),
      cancel: new AbortController().signal,
      kill: new AbortController().signal,
      path: [join(this.#folder, 'tools'), process.env['PATH'] ?? ''].join(delimiter),
    })
    return { ...run, text: printed.join('') }
  }

  /** How often an operation was asked for so far. */
  count(operation: string): number {
    return this.#world.simulator.requests.filter((one) => one.operation === operation).length
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#world[Symbol.asyncDispose]()
  }
}

function stepsOf(run: RunResult, id: string): readonly StepResult[] {
  return run.jobs.flatMap(({ steps }) => steps.filter((step) => step.id === id))
}

/** The one step of this id. */
function stepIn(run: Rehearsed, id: string): StepResult {
  const [step, ...others] = stepsOf(run, id)
  if (step === undefined || others.length > 0) throw new Error(`No step '${id}' in ${run.text}`)
  return step
}

const failures = ({ jobs }: RunResult) =>
  jobs.flatMap(({ steps }) => steps.filter(({ conclusion }) => conclusion === 'failure'))

describe('the chatbot in dev', () => {
  it('is built, migrated with the pulled secret, created, and proven at its address; then updated', async () => {
    await using repository = await ChatbotRepository.open('dev')

    const first = await repository.deploy({ sha: commit(1) })
    expect(failures(first)).toEqual([])
    expect(first.conclusion).toBe('success')
    const created = stepIn(first, 'deploy')
    expect(created.outputs).toMatchObject({ outcome: 'created' })
    expect(created.log).toContain('health')
    const migrate = stepIn(first, 'migrate')
    expect(migrate.log).toContain('applied 0002')
    expect(migrate.log).toContain('connected to ***')
    expect(first.jobs.at(-1)?.environmentUrl).toBe(`https://${created.outputs['service-url']}`)

    // The same files in another commit: nothing is built, and nothing is deployed.
    const same = await repository.deploy({ sha: commit(2) })
    expect(stepIn(same, 'build').outputs['outcome']).toBe('reused')
    expect(stepIn(same, 'deploy').outputs['outcome']).toBe('unchanged')

    const authUrl = `https://${created.outputs['service-url']}`
    const next = await repository.deploy({
      sha: commit(3),
      files: { 'app.js': 'version 3' },
      vars: { AUTH_URL: authUrl },
    })
    expect(next.conclusion).toBe('success')
    const updated = stepIn(next, 'deploy')
    expect(updated.outputs).toMatchObject({
      outcome: 'deployed',
      'service-arn': created.outputs['service-arn'],
      'previous-digest': created.outputs['running-digest'],
      'running-digest': stepIn(next, 'build').outputs['digest'],
    })
    expect(updated.log).toContain('environment.AUTH_URL: nothing becomes (set)')
    expect(updated.log).not.toContain('environment.AUTH_TRUST_HOST')
    expect([first, same, next].map(({ text }) => text).join('')).not.toContain('canary')
  }, 60_000)

  it('is not migrated where the image cannot be built, and not deployed where the migration fails', async () => {
    await using repository = await ChatbotRepository.open('dev')
    const broken = await repository.deploy({
      sha: commit(1),
      files: { Dockerfile: 'FROM scratch\nCOPY missing.js /\n' },
    })
    expect(broken.conclusion).toBe('failure')
    expect(stepsOf(broken, 'migrate')).toEqual([])
    const stuck = await repository.deploy({
      sha: commit(2),
      files: { Dockerfile: 'FROM scratch\nCOPY app.js /\n', 'migrations/broken.sql': '' },
    })
    expect(stepIn(stuck, 'build').outputs['outcome']).toBe('built')
    expect(stepIn(stuck, 'migrate')).toMatchObject({ conclusion: 'failure' })
    expect(stepsOf(stuck, 'deploy')).toEqual([])
    expect(repository.count('CreateService')).toBe(0)
  }, 30_000)
})

describe('the chatbot in sandbox', () => {
  it('is built and migrated once, from within the network, and deployed to both services', async () => {
    await using repository = await ChatbotRepository.open('sandbox')
    const run = await repository.deploy({ sha: commit(1) })
    expect(failures(run)).toEqual([])
    expect(run.conclusion).toBe('success')
    const migrate = stepIn(run, 'migrate')
    expect(migrate.outputs).toMatchObject({ outcome: 'succeeded', 'exit-code': '0' })
    expect(migrate.log).toContain('| applied 0002')
    expect(repository.count('RunTask')).toBe(1)
    const deployed = stepsOf(run, 'deploy').map(({ outputs }) => outputs)
    expect(deployed.map(({ outcome }) => outcome)).toEqual(['created', 'created'])
    const { digest } = stepIn(run, 'build').outputs
    expect(deployed.map((outputs) => outputs['running-digest'])).toEqual([digest, digest])
    expect(new Set(deployed.map((outputs) => outputs['service-url'])).size).toBe(2)
    expect(run.text).not.toContain('canary')
  }, 60_000)
})
