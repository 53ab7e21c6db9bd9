import { describe, expect, it } from 'vitest'
import { contracts, packageFolders, read, sourcesOf } from './suite.ts'

const bundledFolders = packageFolders().filter((folder) => !/simulator|local-runner/.test(folder))

describe.for(packageFolders().map((folder) => ({ folder })))(
  'the package $folder',
  ({ folder }) => {
    const sources = sourcesOf(folder)

    it('declares the packages of this repository that its sources import, and no other', () => {
      const code = [...sources.values()].join('\n')
      const imported = [...code.matchAll(/(?:from|import\()\s*'@deploy-actions\/([\w-]+)/g)]
      const names = new Set(imported.map(([, name = '']) => name))
      expect(declaredBy(folder)).toEqual([...names].toSorted())
    })

    it('builds after the packages that it declares', () => {
      const referenced = [...read(`${folder}/tsconfig.json`).matchAll(/"path": "[^"]*?([\w-]+)"/g)]
      expect(referenced.map(([, name = '']) => name).toSorted()).toEqual(declaredBy(folder))
    })

    it('says what each function and class that it exports does', () => {
      const silent = [...sources].flatMap(([path, text]) => undocumentedExports(path, text))
      expect(silent).toEqual([])
    })
  },
)

describe('plan.ts and report.ts', () => {
  const pure = bundledFolders
    .flatMap((folder) => [...sourcesOf(folder)])
    .filter(([path]) => /^actions\/[^/]+\/src\/(plan|report)(\.ts|\/)/.test(path))

  it.for(pure)('do nothing that has to be awaited: %s', ([, text]) => {
    expect(text).not.toMatch(/\b(async|await)\b/)
  })
})

describe('the texts of an action', () => {
  it.for(contracts)('say how to use it: $name', ({ name }) => {
    const readme = read(`actions/${name}/README.md`)
    expect(readme).toContain(`uses: org/deploy-actions/${name}@v1`)
    expect(readme).toMatch(/^## .*permissions/im)
  })
})

describe('the changelog', () => {
  it('has a section for what is not released yet', () => {
    expect(read('CHANGELOG.md')).toMatch(/^## \[Unreleased\]$/m)
  })
})

/** The packages of this repository that a package depends on, sorted. */
function declaredBy(folder: string): string[] {
  const manifest = read(`${folder}/package.json`)
  const names = [...manifest.matchAll(/"@deploy-actions\/([\w-]+)": "workspace:\*"/g)]
  return names.map(([, name = '']) => name).toSorted()
}

/** Exported declarations without a TSDoc comment before them; `path:line` each. */
function undocumentedExports(path: string, text: string): string[] {
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    const exported = /^export (async |abstract |declare )?(function|class) /
    if (!exported.test(line)) return []
    const before = lines[index - 1] ?? ''
    const overload = /^export (async )?function (\w+)/.exec(before)?.[0]
    const documented =
      before.endsWith('*/') || (overload !== undefined && line.startsWith(overload))
    return documented ? [] : [`${path}:${index + 1}`]
  })
}
