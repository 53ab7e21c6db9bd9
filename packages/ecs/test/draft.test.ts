import { describe, expect, it } from 'vitest'
import { fillWith } from '@deploy-actions/action-kit'
import { draftDefinition, type DefinitionEdits } from '../src/index.ts'
import { apiDefinition } from './definition.fixture.ts'

const [api = {}] = apiDefinition().containerDefinitions ?? []
const unknown: DefinitionEdits = { images: new Map([['wep', 'x:1']]) }

function complaint(draft: object, edits: DefinitionEdits): readonly string[] {
  try {
    draftDefinition(draft, edits, { source: 'task.json' })
  } catch (error) {
    return error instanceof Error ? error.message.split('\n') : []
  }
  return []
}

describe('a definition that is edited before it is checked', () => {
  it('may be mended by the edit', () => {
    const draft = apiDefinition({ containerDefinitions: [{ ...api, image: '' }] })
    const drafted = draftDefinition(draft, { image: 'x:1' }, { source: 'task.json' })
    expect(drafted.problems).toEqual([])
    expect(drafted.definition.containerDefinitions).toEqual([{ ...api, image: 'x:1' }])
  })

  it('is given with the edits that can be made, and why others cannot', () => {
    const edits = { image: 'x:1', ...unknown }
    const drafted = draftDefinition(apiDefinition(), edits, { source: 'task.json' })
    expect(drafted.definition.containerDefinitions?.[0]?.image).toBe('x:1')
    expect(drafted.problems).toEqual([
      {
        path: 'input images.wep:',
        message: 'is no container of the definition; it has: api, sidecar',
      },
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
})

describe('variables in a definition', () => {
  const fill = fillWith({
    texts: new Map([
      ['port', '8000'],
      ['essential', 'true'],
      ['name', 'a "quoted", odd: name\nof two lines'],
      ['tf.url', 'https://x'],
    ]),
    groups: new Map([['tf.urls', ['tf.urls.prod']]]),
  })
  const filled = (container: object) => {
    const draft = { ...apiDefinition(), containerDefinitions: [{ ...api, ...container }] }
    const options = { source: 'task.json', fill }
    return draftDefinition(draft, {}, options).definition.containerDefinitions?.[0]
  }

  it('become numbers and truth values where the shape wants these', () => {
    const portMappings = [{ containerPort: '${port}' }]
    const container = filled({ portMappings, essential: '${essential}', user: '${port}' })
    expect(container).toMatchObject({ essential: true, user: '8000' })
    expect(container?.portMappings).toEqual([{ containerPort: 8000 }])
  })

  it('cannot change what is around them', () => {
    const environment = [{ name: 'A', value: '<${name}> ${tf.url} $${HOME} $HOME' }]
    expect(filled({ environment })?.environment).toEqual([
      { name: 'A', value: '<a "quoted", odd: name\nof two lines> https://x ${HOME} $HOME' },
    ])
  })

  it('that are not known are told all at once, with those that are', () => {
    const draft = {
      ...apiDefinition(),
      containerDefinitions: [{ ...api, image: '${prot}', command: ['${tf.urls}'] }],
    }
    expect(() => draftDefinition(draft, {}, { source: 'task.json', fill })).toThrowError(
      /containerDefinitions\[0\]\.image has \$\{prot\}, which neither .* \(did you mean port\?\); known: port, .*\n.*command\[0\] has \$\{tf\.urls\}, which is no text; allowed: tf\.urls\.prod/,
    )
  })
})
