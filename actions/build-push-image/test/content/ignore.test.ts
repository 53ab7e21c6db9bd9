import { describe, expect, it } from 'vitest'
import { createMatcher } from '../../src/content/ignore/matcher.ts'
import { parseIgnoreFile } from '../../src/content/ignore/patterns.ts'
import { entriesOf } from '../../src/content/context/entries.ts'
import { projectOf } from './project.ts'

const files = Object.fromEntries(
  [
    'README.md',
    'docs/README.md',
    'docs/api/index.html',
    'src/lib/a.js',
    'src/lib/a.test.js',
    'src/main.js',
    'web/src/main.js',
  ].map((path) => [path, path]),
)

/** What is sent of the files above, folders left aside. */
function sent(lines: readonly string[]): readonly string[] {
  const matcher = createMatcher(parseIgnoreFile(lines.join('\n')))
  return pathsOf([...entriesOf(projectOf(files), matcher)].filter(({ kind }) => kind === 'file'))
}

function pathsOf(entries: readonly { readonly path: string }[]): readonly string[] {
  return entries.map(({ path }) => path)
}

const all = Object.keys(files)
const without = (...left: string[]): readonly string[] =>
  all.filter((path) => !left.some((each) => path === each || path.startsWith(`${each}/`)))

describe('a .dockerignore', () => {
  it.for<[string, readonly string[], readonly string[]]>([
    ['leaves nothing out where it is empty', [], all],
    ['takes comments and blank lines for nothing', ['# src', '', '  '], all],
    ['leaves out a folder by its path from the context only', ['src'], without('src')],
    ['does not care for slashes around a path', ['/src/'], without('src')],
    ['ends a star at a slash', ['*.md'], without('README.md')],
    ['finds a name at any depth by **/', ['**/*.md'], without('README.md', 'docs/README.md')],
    ['takes **x for any path that ends so', ['**n.js'], without('src/main.js', 'web/src/main.js')],
    ['takes x** for any path that begins so', ['s**'], without('src')],
    ['takes back what an exception names', ['docs', '!docs/README.md'], without('docs/api')],
    ['lets the last pattern decide', ['!docs/README.md', 'docs'], without('docs')],
    [
      'takes a whole folder back',
      ['*', '!src'],
      ['src/lib/a.js', 'src/lib/a.test.js', 'src/main.js'],
    ],
    ['takes back at any depth', ['**', '!**/main.js'], ['src/main.js', 'web/src/main.js']],
    [
      'does not ask an exception before something is left out',
      ['src/lib', '!src'],
      without('src/lib'),
    ],
    ['knows marks from wildcards by a backslash', ['\\*.md'], all],
  ])('%s', ([, lines, expected]) => {
    expect(sent(lines)).toEqual(expected)
  })

  it('sends an ignored folder only with something that is in it', () => {
    const matcher = createMatcher(['*', '!src/lib/a.js', '!docs/missing'])
    expect(pathsOf([...entriesOf(projectOf(files), matcher)])).toEqual([
      'src',
      'src/lib',
      'src/lib/a.js',
    ])
  })
})
