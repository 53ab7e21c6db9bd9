import { ActionError } from '@deploy-actions/action-kit'
import { describe, expect, it } from 'vitest'
import { parseDefinition } from './parse-definition.ts'
import { behaviour } from './refused/behaviour.ts'
import { containers } from './refused/containers.ts'
import { fargate } from './refused/fargate.ts'
import { logins } from './refused/logins.ts'
import { onEc2, onFargate, withSidecars } from './refused/refused.ts'
import { shapes } from './refused/shapes.ts'
import { surroundings } from './refused/surroundings.ts'
import { tasks } from './refused/tasks.ts'

/** The lines of what is wrong with a definition; none where nothing is. */
function problemsOf(definition: object): readonly string[] {
  try {
    parseDefinition(JSON.stringify(definition), 'task.json')
    return []
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'input') throw error
    return error.message.split('\n').slice(1)
  }
}

describe('a definition that could never run is refused, at its path and with what is allowed', () => {
  it.each([
    ...shapes,
    ...tasks,
    ...containers,
    ...behaviour,
    ...surroundings,
    ...logins,
    ...fargate,
  ])('%s', (_, definition, path, words) => {
    const ofPath = problemsOf(definition).filter((line) => line.startsWith(`  - ${path} `))
    expect(ofPath.join('\n')).toContain(words)
    expect(ofPath).not.toEqual([])
  })

  it('but not the definitions that these are made of', () => {
    expect(problemsOf(onFargate())).toEqual([])
    expect(problemsOf(onEc2())).toEqual([])
    expect(problemsOf(withSidecars(onFargate(), {}, {}))).toEqual([])
  })
})
