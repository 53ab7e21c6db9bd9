import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDefinition, type DefinitionEdits } from '../src/index.ts'
import { apiDefinition } from './definition.fixture.ts'

function edited(edits: DefinitionEdits, definition = apiDefinition()) {
  const result = editDefinition(definition, edits)
  if (result.problems)
    throw new Error(result.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'))
  return result.definition.containerDefinitions ?? []
}

describe('editing a definition', () => {
  it('puts an image into the only essential container and touches nothing else', () => {
    const definition = apiDefinition()
    const [api, sidecar] = edited({ image: 'new:2' }, definition)
    expect(api).toEqual({ ...definition.containerDefinitions?.[0], image: 'new:2' })
    expect(sidecar).toBe(definition.containerDefinitions?.[1])
  })

  it('puts images into containers by name', () => {
    const images = new Map([
      ['sidecar', 's:1'],
      ['api', 'a:1'],
    ])
    expect(edited({ images }).map(({ image }) => image)).toEqual(['a:1', 's:1'])
  })

  it('sets a variable in its place, adds a new one last, and removes with !', () => {
    const environment = new Map([
      ['NEW', 'x=y'],
      ['LEVEL', ''],
      ['EMPTY', undefined],
      ['NOT_THERE', undefined],
    ])
    expect(edited({ environment })[0]?.environment).toEqual([
      { name: 'LEVEL', value: '' },
      { name: 'NEW', value: 'x=y' },
    ])
  })

  it('addresses a container by its name before a dot, and keeps dots in other names', () => {
    const environment = new Map([
      ['sidecar.LEVEL', 'debug'],
      ['spring.profile', 'a'],
    ])
    const [api, sidecar] = edited({ environment })
    expect(sidecar?.environment).toEqual([{ name: 'LEVEL', value: 'debug' }])
    expect(api?.environment).toContainEqual({ name: 'spring.profile', value: 'a' })
  })

  it('writes references of secrets as valueFrom', () => {
    const secrets = new Map([['TOKEN', '/ssm/token']])
    expect(edited({ secrets })[0]?.secrets).toEqual([{ name: 'TOKEN', valueFrom: '/ssm/token' }])
  })

  it('tells all that cannot be done, with the names that there are', () => {
    const two = apiDefinition({
      containerDefinitions: [
        { name: 'one', image: 'a' },
        { name: 'two', image: 'b' },
      ],
    })
    const edits = {
      image: 'x',
      images: new Map([['tow', 'x']]),
      environment: new Map([['A', 'b']]),
    }
    expect(editDefinition(two, edits).problems).toEqual([
      {
        path: 'image',
        message: 'cannot tell which container is meant; use images, with one of: one, two',
      },
      {
        path: 'images.tow',
        message: 'is no container of the definition (did you mean two?); it has: one, two',
      },
      {
        path: 'environment.A',
        message:
          'cannot tell which container is meant; write container.NAME, with one of: one, two',
      },
    ])
  })

  it('twice changes nothing more than once, and leaves other containers alone', () => {
    const name = fc.stringMatching(/^[A-Z]{1,3}$/)
    const edits = fc.record({
      image: fc.option(fc.constantFrom('x:1', 'y:2'), { nil: undefined }),
      environment: fc
        .array(fc.tuple(name, fc.option(fc.string(), { nil: undefined })))
        .map((e) => new Map(e)),
    })
    fc.assert(
      fc.property(edits, (edit) => {
        const once = editDefinition(apiDefinition(), edit).definition
        const twice = once && editDefinition(once, edit).definition
        expect(twice).toEqual(once)
        expect(once?.containerDefinitions?.[1]).toEqual(apiDefinition().containerDefinitions?.[1])
      }),
    )
  })
})
