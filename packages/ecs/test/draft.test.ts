import { describe, expect, it } from 'vitest'
import { editDraft, type DefinitionEdits } from '../src/index.ts'
import { apiDefinition } from './definition.fixture.ts'

const [api = {}] = apiDefinition().containerDefinitions ?? []
const unknown: DefinitionEdits = { images: new Map([['wep', 'x:1']]) }

function complaint(draft: object, edits: DefinitionEdits): readonly string[] {
  try {
    editDraft(draft, edits, 'task.json')
  } catch (error) {
    return error instanceof Error ? error.message.split('\n') : []
  }
  return []
}

describe('a definition that is edited before it is checked', () => {
  it('may be mended by the edit', () => {
    const draft = apiDefinition({ containerDefinitions: [{ ...api, image: '' }] })
    expect(editDraft(draft, { image: 'x:1' }, 'task.json').containerDefinitions).toEqual([
      { ...api, image: 'x:1' },
    ])
  })

  it('has broken rules and wrong edits told together, without what the right edits mend', () => {
    const draft = apiDefinition({
      memory: '8192',
      containerDefinitions: [{ ...api, image: '' }],
    })
    expect(complaint(draft, { image: 'x:1', ...unknown })).toEqual([
      'The task definition task.json cannot be registered:',
      expect.stringMatching(/^ {2}- memory does not go with cpu 512/),
      '  - input images.wep: is no container of the definition; it has: api',
    ])
  })

  it('has a wrong shape and wrong edits told together', () => {
    const draft = {
      ...apiDefinition(),
      containerDefinitions: [
        { ...api, imag: 'x' },
        { name: 'side', image: 1, essential: false },
      ],
    }
    expect(complaint(draft, { image: 'y', ...unknown })).toEqual([
      'The task definition task.json cannot be registered:',
      '  - containerDefinitions[0].imag is not a key that AWS knows: did you mean image?',
      '  - containerDefinitions[1].image must be text, and is a number: put it in quotes',
      '  - input images.wep: is no container of the definition; it has: api, side',
    ])
  })

  it.each([
    ['no list of containers', { containerDefinitions: 'x' }],
    ['containers that are none', { containerDefinitions: [null, { name: 1 }] }],
    ['nothing', {}],
  ])('has its shape told when there is %s', (_, draft) => {
    expect(complaint(draft, unknown).join()).toContain('cannot be registered')
  })

  it('has wrong edits told by their inputs alone when it is right itself', () => {
    expect(complaint(apiDefinition(), unknown)).toEqual([
      expect.stringMatching(/^Input images\.wep: is no container of the definition/),
    ])
  })
})
