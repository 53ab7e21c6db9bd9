import { execFileSync } from 'node:child_process'
import { parse } from 'dotenv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportProblems, parseExports } from '../src/inputs/exports.ts'
import { planExports } from '../src/pull/exported-values.ts'
import { formatDotenv } from '../src/pull/format-dotenv.ts'
import { observedOf, type Drafted } from './drafts.ts'

describe('the names of an export', () => {
  it('are those of the keys, unless others are given', () => {
    expect(parseExports(['A', 'B=C', ' D = E '], 'json')).toEqual([
      { key: 'A', name: 'A' },
      { key: 'B', name: 'C' },
      { key: 'D', name: 'E' },
    ])
    expect(parseExports(['PEM'], 'raw')).toEqual([{ key: 'value', name: 'PEM' }])
  })

  it.each([
    ['A=', 'has an item without a name'],
    ['A=GITHUB_TOKEN', 'kept by GitHub'],
    ['A=runner_x', 'kept by GitHub'],
    ['A=NODE_OPTIONS', 'kept by GitHub'],
    ['A=B C', 'white space'],
    ['A=B=C', 'white space, quotes, ='],
    ['A="B"', 'quotes'],
  ])('are refused where GitHub does not take them: %s', (item, words) => {
    const exports = parseExports([item], 'json')
    expect(
      exportProblems([{ exports }], false)
        .map(({ message }) => message)
        .join(),
    ).toContain(words)
  })

  it('may be any in a file, but none twice', () => {
    const exports = parseExports(['A=GITHUB_TOKEN', 'B=GITHUB_TOKEN', 'C=x y'], 'json')
    expect(exportProblems([{ exports }], true)).toEqual([
      { path: 'export', message: 'has GITHUB_TOKEN twice' },
    ])
  })
})

describe('what is exported', () => {
  const plan = (secrets: readonly Drafted[], isFile = false) => {
    const { values, problems } = planExports(observedOf(secrets), isFile)
    return {
      names: values.map(({ name }) => name),
      problems: problems.map(({ message }) => message),
    }
  }
  const exporting = (...items: readonly string[]) => ({ exports: parseExports(items, 'json') })

  it('is all of a secret, where nothing else is said', () => {
    expect(plan([{ stored: '{"A":"1","B":2}' }])).toEqual({ names: ['A', 'B'], problems: [] })
  })

  it.each([
    ...['PATH', 'GIT_SSH_COMMAND', 'HTTPS_PROXY', 'no_proxy', 'JAVA_TOOL_OPTIONS', 'RUBYOPT'],
    ...['PERL5OPT', 'PROMPT_COMMAND', 'DOCKER_HOST', 'SSL_CERT_FILE', 'npm_config_registry'],
    ...['ACTIONS_RUNTIME_TOKEN', 'INPUT_TOKEN', 'AWS_REGION'],
  ])('is no setting of programs unless that is named: %s', (name) => {
    const stored = JSON.stringify({ [name]: 'x' })
    expect(plan([{ stored }]).problems.join()).toContain(
      'take a variable of this name for a setting',
    )
    expect(plan([{ stored }], true).names).toEqual([name])
    expect(plan([{ stored, request: exporting(name) }]).names).toEqual([name])
  })

  it.each<readonly [string, readonly Drafted[], string]>([
    ['a key that is not there', [{ stored: '{}', request: exporting('A') }], 'app has no key A'],
    [
      'a name that two secrets have',
      [
        { id: 'a', stored: '{"A":"1"}' },
        { id: 'b', stored: '{"A":"2"}' },
      ],
      'a and b both have A',
    ],
    ['a name that is a setting of programs', [{ stored: '{"PATH":"x"}' }], 'name what to export'],
    ['credentials of AWS', [{ stored: '{"AWS_SECRET_ACCESS_KEY":"x"}' }], 'name what to export'],
    ['a name of GitHub', [{ stored: '{"GITHUB_TOKEN":"x"}' }], 'kept by GitHub'],
    ['a name with white space', [{ stored: '{"a b":"x"}' }], 'give another one with KEY=NAME'],
    [
      'a raw secret without a name',
      [{ stored: 'x', request: { notation: 'raw' } }],
      'the value has no name',
    ],
  ])('is refused: %s', (_, secrets, words) => {
    expect(plan(secrets).problems).toEqual([expect.stringContaining(words)])
  })

  it('may be a setting of programs when it is asked for, or in a file', () => {
    const settings = { stored: '{"PATH":"x"}' }
    expect(plan([{ ...settings, request: exporting('PATH') }]).names).toEqual(['PATH'])
    expect(plan([settings], true).names).toEqual(['PATH'])
  })
})

const hasBash = ((): boolean => {
  try {
    execFileSync('bash', ['-c', 'true'])
    return true
  } catch {
    return false
  }
})()

/** Texts with all that quoting stumbles over. */
const text = fc.string({
  unit: fc.constantFrom(
    'a',
    'B',
    '1',
    ' ',
    '\n',
    '\\',
    '$',
    '#',
    '=',
    '!',
    '%',
    "'",
    '"',
    '`',
    'ü',
    '😀',
    '\\n',
    '${A}',
    '$(x)',
  ),
  maxLength: 12,
})

describe('an export as dotenv', () => {
  it('is read back by its parser as it was, or refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.stringMatching(/^[A-Z]{1,3}$/), text, { minKeys: 1 }),
        async (values) => {
          const written = await attempt(values)
          const isRefused = written === undefined && Object.values(values).some(isHard)
          expect(isRefused ? { ...values } : parse(written ?? '')).toEqual({ ...values })
        },
      ),
      { seed: 1, numRuns: 300 },
    )
  })

  it.skipIf(!hasBash)('is read by a shell as well, where it has single quotes', async () => {
    const values = fc.sample(
      fc.string({
        unit: fc.constantFrom('a', ' ', '\n', '\\', '$', '#', '"', '`', '!', '$(x)', 'ü'),
        minLength: 1,
        maxLength: 12,
      }),
      { seed: 2, numRuns: 60 },
    )
    const document = new Map(values.map((value, i) => [`V${i}`, `${value}.`]))
    const names = [...document.keys()]
    const script = `set -a; eval "$(cat)"; for n in ${names.join(' ')}; do printf '%s\\0' "\${!n}"; done`
    const read = execFileSync('bash', ['-c', script], {
      input: await formatDotenv(document),
      encoding: 'utf8',
    })
    expect(read.split('\0').slice(0, -1)).toEqual([...document.values()])
  })

  it('names the key whose value no quotes can hold, and not the value', async () => {
    const hard = new Map([
      ['A', 'x'],
      ['PEM', `canary'"\`\n`],
    ])
    await expect(formatDotenv(hard)).rejects.toThrow('the value of PEM has quotes')
    await expect(formatDotenv(hard)).rejects.not.toThrow('canary')
  })
})

async function attempt(values: Readonly<Record<string, string>>): Promise<string | undefined> {
  try {
    return await formatDotenv(new Map(Object.entries(values)))
  } catch {
    return undefined
  }
}

/** Single quotes hold all but themselves; so a text without them is always written. */
function isHard(value: string): boolean {
  return value.includes("'") || value.endsWith('\\')
}
