import { readFile } from 'node:fs/promises'

/** What buildx says about a build. */
export interface BuildMetadata {
  /** Of what was pushed: of the index where there is one. */
  readonly digest: string | undefined
  /** As JSON; without the warnings, each of which holds the whole Dockerfile. */
  readonly json: string
  readonly warnings: readonly DockerfileWarning[]
}

/** What the checks of BuildKit say about a Dockerfile. */
export interface DockerfileWarning {
  readonly message: string
  readonly file: string | undefined
  readonly line: number | undefined
}

const warningsName = 'buildx.build.warnings'

/** Reads the file that `--metadata-file` names; without it nothing is known. */
export async function readMetadata(path: string): Promise<BuildMetadata> {
  const text = await readFile(path, 'utf8').catch(() => '{}')
  const tree: unknown = JSON.parse(text)
  const digest = member(tree, 'containerimage.digest')
  const warnings = member(tree, warningsName)
  return {
    digest: typeof digest === 'string' && digest.startsWith('sha256:') ? digest : undefined,
    json: JSON.stringify(tree, (name, value: unknown) =>
      name === warningsName ? undefined : value,
    ),
    warnings: Array.isArray(warnings) ? warnings.flatMap(toWarning) : [],
  }
}

function toWarning(tree: unknown): readonly DockerfileWarning[] {
  const short = decoded(member(tree, 'short'))
  if (short === '') return []
  const [range] = listOf(member(tree, 'range'))
  const file = member(member(tree, 'sourceInfo'), 'filename')
  const line = member(member(range, 'start'), 'line')
  const url = member(tree, 'url')
  const words = [short, ...listOf(member(tree, 'detail')).map(decoded)]
  return [
    {
      message: [...words, ...(typeof url === 'string' && url !== '' ? [url] : [])].join('\n'),
      file: typeof file === 'string' ? file : undefined,
      line: typeof line === 'number' ? line : undefined,
    },
  ]
}

/** Texts of BuildKit are bytes, which JSON holds as base64. */
function decoded(value: unknown): string {
  return typeof value === 'string' ? Buffer.from(value, 'base64').toString() : ''
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function member(tree: unknown, name: string): unknown {
  if (typeof tree !== 'object' || tree === null || !Object.hasOwn(tree, name)) return undefined
  return (tree as Readonly<Record<string, unknown>>)[name] // an object, as was just seen
}
