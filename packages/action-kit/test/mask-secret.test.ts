import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  code,
  escapeMarkdown,
  flowchart,
  isOrdinary,
  maskDocument,
  maskSecret,
} from '../src/index.ts'
import { Masker } from '../src/masking/masker.ts'
import { recordingHost, type RecordingHost } from '../src/testing/index.ts'

/** Texts as keys and passwords are, with all that has a meaning somewhere. */
const secret = fc
  .oneof(
    fc.string({ minLength: 6, maxLength: 60, unit: 'binary' }),
    fc.string({ minLength: 6, maxLength: 60, unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(...'ab12"\'\\$%&+/=<>@:;,.*_`|#()[]{}~ \n'.split(''), '\u00e9', '😀'),
        {
          minLength: 8,
          maxLength: 60,
        },
      )
      .map((characters) => characters.join('')),
  )
  .map((text) => text.trim())
  .filter((text) => !isOrdinary(text) && !text.includes('***'))

/** How programs print a text within something else. */
const printings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'in JSON': (text) => JSON.stringify(text),
  'in JSON within JSON': (text) => JSON.stringify(JSON.stringify({ text })),
  'in an address': (text) => encodeURIComponent(text),
  'in a form': (text) => new URLSearchParams({ '': text }).toString().slice(1),
  'in base64': (text) => Buffer.from(text).toString('base64'),
  'in base64 with a line end': (text) => Buffer.from(`${text}\n`).toString('base64'),
  'in base64 without padding': (text) => Buffer.from(text).toString('base64').replace(/=+$/, ''),
  'in base64 for addresses': (text) => Buffer.from(text).toString('base64url'),
  'in Markdown': escapeMarkdown,
  'in Markdown of JSON': (text) => escapeMarkdown(JSON.stringify(text)),
  'in inline code': code,
  'in a picture': (text) => flowchart([{ from: 'a', to: text }]),
}

/** All that stands around a text in one of the printings. */
const frames: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(printings).map(([name, print]) => [name, print('qqqqqqqqq')]),
)

async function everything(host: RecordingHost, text: string): Promise<readonly string[]> {
  host.info(text)
  host.warning(text)
  host.error({ title: 'x', message: text })
  host.setOutput('prose', text, 'prose')
  await host.writeSummary(text)
  const { log, warnings, errors, outputs, summary } = host.recorded
  return [log, warnings, errors.map(({ message }) => message), outputs['prose'], summary].map(
    String,
  )
}

describe('a secret', () => {
  it.each(Object.entries(printings))('is hidden wherever it is printed %s', async (name, print) => {
    await fc.assert(
      fc.asyncProperty(secret, async (text) => {
        const host = recordingHost({})
        maskSecret(host, text)
        const printed = print(text)
        for (const shown of await everything(host, `<${printed}>`)) {
          expect(shown).not.toContain(printed)
          expect(shown).toContain('***')
          expect(shown.length).toBeLessThanOrEqual((frames[name] ?? '').length + 12)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('is hidden where a longer text in base64 has it inside', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w!$%-]{12,40}$/), fc.nat(5), (text, before) => {
        fc.pre(!isOrdinary(text))
        const masker = new Masker()
        masker.add(text)
        const longer = Buffer.from(`${'x'.repeat(before)}${text}yyyy`).toString('base64')
        const shown = masker.hide(longer)
        expect(shown.length).toBeLessThan(longer.length - Math.floor(text.length * 1.33) + 9)
      }),
    )
  })

  it('may hold half of a character, which has no form in an address', () => {
    const host = recordingHost({})
    maskSecret(host, 'half \uD83D of one')
    host.info(JSON.stringify('half \uD83D of one'))
    expect(host.recorded.log).toEqual(['"***"'])
  })

  it('is never handed to the runner in a form that would ruin a log', () => {
    fc.assert(
      fc.property(secret, (text) => {
        for (const pattern of new Masker().add(text)) {
          expect(pattern).not.toMatch(/[\r\n]/)
          expect(isOrdinary(pattern)).toBe(false)
          expect(pattern.trim().length).toBeGreaterThanOrEqual(6)
        }
      }),
    )
  })

  it('reaches the runner one line at a time, so that no short line of it is hidden', () => {
    const program = `
      import { githubHost } from '${join(import.meta.dirname, '../src/github-host.ts')}'
      githubHost().mask('{\\n  "token": "canary-5f2e1b"\\n}\\nproduction\\n')`
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', program],
      { encoding: 'utf8' },
    )
    const masked = stdout.split('\n').filter((line) => line.startsWith('::add-mask::'))
    expect(stderr).toBe('')
    expect(masked).toContain('::add-mask::"token": "canary-5f2e1b"')
    expect(masked).toContain('::add-mask::canary-5f2e1b')
    expect(masked.filter((line) => /%0A|::\{$|::\}$|::production$/.test(line))).toEqual([])
  })
})

describe('a document', () => {
  const document = {
    DATABASE_URL: 'postgresql://app:Tr0ub4dor@db.internal:5432/app',
    KEYSET: JSON.stringify({ keys: [{ kty: 'OKP', d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDus' }] }),
    APP_ENV: 'production',
    AWS_REGION: 'us-east-1',
    TRUSTED_PROXY_HOPS: 1,
    PIN: 9_876_543_210_987,
    MODEL: 'text-embedding-3-small',
    DEBUG: true,
  }
  const isConfig = (key: string): boolean => key === 'MODEL'

  it.each([
    ['a secret', 'Tr0ub4dor'],
    ['a secret in JSON in it', 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDus'],
    ['a number that is a key', '9876543210987'],
    ['the whole', JSON.stringify(document)],
    ['the whole in JSON', JSON.stringify(JSON.stringify(document)).slice(1, -1)],
  ])('hides %s', (_, text) => {
    const host = recordingHost({})
    maskDocument(host, JSON.stringify(document, null, 2), { isConfig })
    host.info(`<${text}>`)
    expect(host.recorded.log).toEqual(['<***>'])
  })

  it('hides numbers with each of their digits, wherever they stand', () => {
    const host = recordingHost({})
    const text = '{"PIN":98765432109876543210,"MORE":{"ids":[1234567890123456.70]}}'
    maskDocument(host, text)
    maskSecret(host, '[77777777777777777771]')
    host.info('98765432109876543210, 1234567890123456.70, 77777777777777777771')
    host.info(text)
    expect(host.recorded.log).toEqual(['***, ***, ***', '***'])
  })

  it('leaves an ordinary log and its outputs as they are', async () => {
    const host = recordingHost({})
    maskDocument(host, JSON.stringify(document, null, 2), {
      isConfig,
      publicNames: ['arbiter-ai/production'],
    })
    const line =
      'Deployed text-embedding-3-small to production in us-east-1: 1 of 1, true, app, "APP_ENV": "production"'
    for (const shown of await everything(host, line)) expect(shown).toBe(line)
  })

  it('hides nothing where all of it is settings', () => {
    const host = recordingHost({})
    maskDocument(host, '{"MODEL":"text-embedding-3-small"}', { isConfig })
    host.info('{"MODEL":"text-embedding-3-small"}')
    expect(host.recorded.log).toEqual(['{"MODEL":"text-embedding-3-small"}'])
  })

  it('is one secret where it is no JSON object', () => {
    const host = recordingHost({})
    maskDocument(host, 'x7Kq9mZ2\nvB4nL8wR')
    maskDocument(host, '["first-of-a-list"]')
    host.info('vB4nL8wR, x7Kq9mZ2, first-of-a-list')
    expect(host.recorded.log).toEqual(['***, ***, ***'])
  })
})

describe('many secrets in a long text', () => {
  it('are hidden in the time of a blink', () => {
    const masker = new Masker()
    const canary = (i: number): string => `canary/${i}+${(i * 7919).toString(36)}==x?`
    for (let i = 0; i < 300; i += 1) masker.add(canary(i))
    const line =
      'Some ordinary text of a summary | with | a table, arn:aws:ecs:us-east-1:1:service/x'
    const text = Array.from({ length: 12_000 }, (_, i) => `${line} ${i % 50 ? '' : canary(i / 50)}`)
    const begun = performance.now()
    const shown = masker.hide(text.join('\n'))
    expect(performance.now() - begun).toBeLessThan(1_000)
    expect(shown.match(/\*\*\*/g)).toHaveLength(240)
    expect(shown).not.toContain('canary')
  })
})
