import type { ActionsMetadataProvider } from '@actions/languageservice'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { repositoryRoot } from '../../scripts/repository.ts'
import { problemsIn } from './language-service.ts'
import { contracts, filesUnder, read } from './suite.ts'

interface Step {
  readonly id?: string
  readonly uses?: string
}

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps?: readonly Step[] }>>
}

// Whether the workflows have this form is what the language service says below.
const workflows = [
  ...filesUnder('workflows-examples', '.yml'),
  ...filesUnder('.github/workflows', '.yml'),
]
  .filter(([path]) => !path.endsWith('.secrets.yml'))
  .map(([path, text]) => ({ path, text, workflow: parse(text) as Workflow }))

const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps ?? [])
const names = contracts.map(({ name }) => name)

// Actions of others are not here to be looked at.
const aboutForeignAction = /Unable to resolve action `(?!org\/deploy-actions\/)/

/** Tells GitHub's language service of the actions of this suite, as the repository has them. */
const actionsMetadataProvider: ActionsMetadataProvider = {
  async fetchActionMetadata({ name, path }) {
    if (name !== 'deploy-actions' || path === undefined || !names.includes(path)) return undefined
    // Tests of the contracts hold that these manifests are valid.
    return parse(read(`actions/${path}/action.yml`)) as ReturnType<
      ActionsMetadataProvider['fetchActionMetadata']
    >
  },
}

describe.for(workflows)('the workflow $path', ({ path, text, workflow }) => {
  it('is understood by GitHub, with the inputs that it gives to actions', async () => {
    const problems = await problemsIn(path, text, { actionsMetadataProvider })
    const own = problems.filter((problem) => !aboutForeignAction.test(problem))
    expect(own).toEqual([])
  })

  it('uses actions of this suite by the moving tag, and others by a full commit with its version', () => {
    const known = new RegExp(`^org/deploy-actions/(${names.join('|')})@v1$`)
    const pinned = /^[\w-]+\/[\w./-]+@[0-9a-f]{40}$/
    const unknown = stepsOf(workflow)
      .map(({ uses }) => uses)
      .filter((uses) => uses !== undefined && !known.test(uses) && !pinned.test(uses))
    expect(unknown).toEqual([])
    const unversioned = text
      .split('\n')
      .filter((line) => /@[0-9a-f]{40}(?! # v\d+\.\d+\.\d+$)/.test(line))
    expect(unversioned).toEqual([])
  })

  it('reads outputs that its steps have', () => {
    const outputs = new Map(stepsOf(workflow).map(({ id, uses }) => [id, outputsOf(uses)]))
    const uses = [...text.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)]
    const missing = uses.filter(([, id, output]) => {
      const known = outputs.get(id)
      return known !== undefined && !known.includes(output ?? '')
    })
    expect(missing.map(([whole]) => whole)).toEqual([])
    expect(uses.filter(([, id]) => !outputs.has(id)).map(([whole]) => whole)).toEqual([])
  })
})

describe.for(workflows)('the files that $path names', ({ text }) => {
  it('are there, for each environment that one can choose', () => {
    const environments = /options: \[(.*)\]/.exec(text)?.[1]?.split(', ') ?? ['']
    const named = [...text.matchAll(/: (workflows-examples\/\S.*)$/gm)].flatMap(([, path = '']) =>
      environments.map((one) => path.replaceAll('${{ inputs.environment }}', one)),
    )
    expect(named.filter((path) => !existsSync(join(repositoryRoot, path)))).toEqual([])
  })
})

/** The outputs of an action of this suite; undefined for a step of another kind. */
function outputsOf(uses: string | undefined): readonly string[] | undefined {
  const contract = contracts.find(({ name }) => uses?.includes(`/deploy-actions/${name}@`))
  return contract && [...Object.keys(contract.outputs), 'outcome', 'failure']
}
