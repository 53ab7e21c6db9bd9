import { describe, expect, it } from 'vitest'
import { ActionError } from '@deploy-actions/action-kit'
import { planSecrets } from '../src/plan.ts'
import { report } from '../src/report.ts'
import { describeAction, tellPlan } from '../src/tell.ts'
import { observedOf, planOf, type Drafted } from './drafts.ts'

const drafted: Drafted = {
  stored: '{"KEPT":"1","OLD":"2","GONE":"3","MINE":"4","EXTRA":"5"}',
  given: { OLD: 'x', NEW: 'y', GONE: undefined, MINE: 'z' },
  schema:
    "KEPT: {}\nOLD: {}\nNEW: {}\nGONE: {}\nMINE: {policy: never-touch}\nMADE: {generate: true}\nURL: {derive: '<${NEW}>'}",
  drawn: { MADE: 'r' },
}

const written = {
  id: 'app',
  arn: 'arn:app',
  versionId: 'v2',
  previousVersionId: 'v1',
  isChanged: true,
}

describe('the report of a secret', () => {
  const { plan } = planOf(drafted)
  const { outputs, summary, outcome } = report({
    outcome: 'written',
    verdict: 'Secret app written',
    plan: [plan],
    written: [written],
  })

  it('has its ARN and versions, and the names of its keys by what became of them', () => {
    expect(outcome).toBe('written')
    expect(outputs).toEqual({
      'secret-arn': 'arn:app',
      'version-id': 'v2',
      'previous-version-id': 'v1',
      changed: 'true',
      plan: JSON.stringify({
        app: {
          added: ['NEW', 'MADE', 'URL'],
          changed: ['OLD'],
          removed: ['GONE'],
          unchanged: ['KEPT', 'MINE', 'EXTRA'],
          generated: ['MADE'],
          derived: ['URL'],
          refused: ['MINE'],
        },
      }),
      'unused-keys': '["EXTRA"]',
      results: JSON.stringify({
        app: {
          'secret-arn': 'arn:app',
          'version-id': 'v2',
          'previous-version-id': 'v1',
          changed: true,
        },
      }),
    })
  })

  it('shows what changes row by row, and the rest in one', () => {
    const rows = summary.split('\n').filter((line) => line.startsWith('| `'))
    expect(rows).toEqual([
      '| `app` | `OLD` | changed | given |',
      '| `app` | `GONE` | removed | given |',
      '| `app` | `MINE` | not written | the schema says policy: never-touch |',
      '| `app` | `NEW` | added | given |',
      '| `app` | `MADE` | added | generated |',
      '| `app` | `URL` | added | derived |',
      '| `app` | `KEPT` `EXTRA` | unchanged |  |',
    ])
    expect(summary).toContain('does not know: `EXTRA`')
  })

  it('is told in the log by signs', () => {
    const lines: string[] = []
    const warnings: string[] = []
    const log = {
      info: (line: string) => lines.push(line),
      debug: () => undefined,
      warning: (line: string) => warnings.push(line),
    }
    tellPlan(log, [plan])
    expect(lines).toEqual([
      'app: is written, 3 added, 1 changed, 1 removed, 3 unchanged',
      '  ~ OLD',
      '  - GONE',
      '  + NEW',
      '  + MADE (generated)',
      '  + URL (derived)',
      '  not in the schema: EXTRA',
    ])
    expect(warnings).toHaveLength(1)
  })
})

describe('the report of several secrets', () => {
  it('has no ARN of one of them, and says which secret a key is of', () => {
    const { plan } = planSecrets(
      observedOf([drafted, { id: 'b', stored: '{"X":"1"}', schema: '{}' }]),
    )
    const { outputs } = report({
      outcome: 'unchanged',
      verdict: '',
      plan,
      written: [{ ...written, isChanged: false }],
    })
    expect(outputs).not.toHaveProperty('secret-arn')
    expect(outputs['unused-keys']).toBe('["app#EXTRA","b#X"]')
    expect(outputs['changed']).toBe('false')
  })
})

describe('the report of a refusal', () => {
  it('has the reason and what to do at its head, and nothing as written', () => {
    const { plan } = planOf({ given: { A: '' }, schema: 'A: {required: true}' })
    const failure = new ActionError({ code: 'secret', message: 'A is *empty*.', remedy: 'Give A.' })
    const { summary, outputs } = report({
      outcome: 'failed',
      verdict: 'Not written',
      plan: [plan],
      failure,
    })
    expect(summary).toContain('### ❌ Not written')
    expect(summary).toContain('A is \\*empty\\*.')
    expect(summary).toContain('| `app` | `A` | ❌ refused | is empty |')
    expect(outputs['changed']).toBe('false')
  })
})

describe('a plan in a few words', () => {
  it.each([
    [{ given: { A: 'x' } }, 'is created, 1 added'],
    [{ stored: '{"A":"x"}', given: { A: 'x' } }, 'is kept, 1 unchanged'],
    [{ stored: '{}' }, 'is kept, 0 keys'],
  ])('%j %s', (secret, words) => {
    expect(describeAction(planOf(secret).plan)).toBe(words)
  })
})
