import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What lies in a context: a path that ends in / is an empty folder, `a -> b` a link; else a file. */
export type Tree = readonly string[]

/** Contexts that differ in what patterns have to cope with. */
export const trees = {
  shop: [
    'Dockerfile',
    'README.md',
    'package.json',
    '.env',
    '.env.example',
    '.git/HEAD',
    '.git/objects/ab/cd',
    'src/index.js',
    'src/index.test.js',
    'src/lib/util.js',
    'src/lib/util.test.js',
    'src/lib/deep/er/x.js',
    'docs/README.md',
    'docs/api/README.md',
    'docs/api/index.html',
    'node_modules/a/index.js',
    'node_modules/a/node_modules/b/index.js',
    'node_modules/.bin/tool',
    'packages/one/node_modules/c/index.js',
    'packages/one/dist/out.js',
    'packages/one/src/main.js',
    'packages/two/dist/out.js',
    'packages/two/package.json',
    'dist/bundle.js',
    'dist/bundle.js.map',
    'dist/assets/logo.png',
    'logs/',
    'tmp/empty/nested/',
  ],
  odd: [
    'Dockerfile',
    'a b/c d.txt',
    'a(1).txt',
    'a+b.txt',
    'a{b}.txt',
    'a$b.txt',
    'a^b.txt',
    'a|b.txt',
    'a.txt',
    'axtxt',
    'ab.txt',
    'a1.txt',
    'a2.txt',
    'aé.txt',
    'a😀.txt',
    'A.txt',
    '[x].txt',
    'x.txt',
    'star*.txt',
    'quest?.txt',
    'back\\slash.txt',
    '#hash.txt',
    '!bang.txt',
    '..dots/x',
    '.hidden/.file',
    'foo',
    'foobar',
    'foo.d/bar',
    'foo.d/foo',
    'bar/foo/baz',
    'bar/xfoo/baz',
  ],
  links: [
    'Dockerfile',
    'target/file',
    'link -> target',
    'target/up -> ..',
    'dangling -> /nowhere/at/all',
    'self -> self',
    'file-link -> target/file',
    'empty/',
    'empty/inside/',
    'modes/0400',
    'modes/0600',
    'modes/0640',
    'modes/0755',
    'modes/4755',
    'modes/0777',
    'folders/0700/',
    'folders/1777/',
    'folders/2755/x',
  ],
} satisfies Readonly<Record<string, Tree>>

/** Lays a tree, with a .dockerignore of the lines given where there are any. */
export function layTree(folder: string, tree: Tree, ignored: string): void {
  for (const entry of tree) {
    const [path = '', target] = entry.split(' -> ')
    const place = join(folder, path)
    mkdirSync(path.endsWith('/') ? place : dirname(place), { recursive: true })
    if (target !== undefined) symlinkSync(target, place)
    else if (!path.endsWith('/')) writeFileSync(place, `${path}\n`)
  }
  for (const entry of tree) {
    const mode = /\/([0-7]{4})(?:\/|$)/.exec(entry)
    if (mode?.[1]) chmodSync(join(folder, entry.slice(0, mode.index + 5)), parseInt(mode[1], 8))
  }
  writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY . /\n')
  if (ignored !== '') writeFileSync(join(folder, '.dockerignore'), ignored.split('|').join('\n'))
}
