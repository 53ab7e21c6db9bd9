import type { InputSpec } from '@deploy-actions/action-kit'
import { describe, expect, it } from 'vitest'
import { generatedFiles, isCurrent } from '../../scripts/generate/generated-files.ts'
import { repositoryRoot } from '../../scripts/repository.ts'
import { problemsIn } from './language-service.ts'
import { contracts, read, sourcesOf } from './suite.ts'

const files = await generatedFiles(repositoryRoot)

describe('a generated file', () => {
  it.for(files)('is what the contracts give: $path', (file) => {
    expect(isCurrent(repositoryRoot, file), 'run "npx -y pnpm@12 generate"').toBe(true)
  })
})

describe.for(contracts)('the action $name', ({ name, inputs, outcomes, outputs, post }) => {
  const folders = [`actions/${name}`, ...sharedPackages(name)]
  const sources = folders.flatMap((folder) => [...sourcesOf(folder)])
  const code = sources
    .flatMap(([path, text]) => (path.endsWith('contract.ts') ? [] : [text]))
    .join('\n')
    // What several actions read alike, a package reads for them.
    .replace(/\breadVariables\(/, () => [...sourcesOf('packages/action-kit')].join('\n'))
    .replace(/\bregistryLogin\(/, () => [...sourcesOf('packages/registry')].join('\n'))

  it.for(Object.keys(inputs))('reads its input %s', (input) => {
    expect(code).toMatch(new RegExp(`(\\.|[{,]\\s*)${camelCase(input)}\\b`))
  })

  it.for(Object.entries(inputs))('accepts the default of its input %s', ([, spec]) => {
    expect(() => withDefault(spec)).not.toThrow()
  })

  it('names inputs and outputs in kebab-case', () => {
    const names = [...Object.keys(inputs), ...Object.keys(outputs)]
    expect(names.filter((each) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(each))).toEqual([])
  })

  it('can say that it failed', () => {
    expect(Object.keys(outcomes)).toContain('failed')
  })

  it('has an action.yml that GitHub understands', async () => {
    const path = `actions/${name}/action.yml`
    expect(await problemsIn(path, read(path))).toEqual([])
  })

  it('runs on Node 24, from the shared bundle', () => {
    expect(read(`actions/${name}/action.yml`)).toContain(
      `runs:\n  using: node24\n  main: ../../dist/${name}/index.js\n`,
    )
  })

  it('exports a post part where its contract has one, and only there', () => {
    const exported = /^export (async )?function startPost\(/m
    expect(exported.test(read(`actions/${name}/src/index.ts`))).toBe(post === true)
  })
})

/** The packages that an action may hand inputs on to: those that it shares with other actions. */
function sharedPackages(name: string): string[] {
  const manifest = read(`actions/${name}/package.json`)
  return ['checks', 'ecs']
    .filter((shared) => manifest.includes(`"@deploy-actions/${shared}"`))
    .map((shared) => `packages/${shared}`)
}

/** `aws-region` as `awsRegion`: the property that carries the input of that name. */
function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function withDefault(spec: InputSpec<unknown>): unknown {
  return spec.default === undefined ? undefined : spec.parse(spec.default)
}
