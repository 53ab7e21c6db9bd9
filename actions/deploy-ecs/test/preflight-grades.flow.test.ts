import { describe, expect, it } from 'vitest'
import { changes, runInWorld } from '../../../test/support/run-in-world.ts'
import { apiDefinition, breaker, images } from './api.world.ts'
import { balancedWorld, definitionWith, secretArn } from './balanced.world.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'
import { deploy, sleep } from './deploy.ts'
import { deployFile, everythingBut, withSecret } from './preflight-parts.ts'

describe('what is only worth knowing', () => {
  it('is a warning: alarms that are in ALARM already, or that are not there', async () => {
    const world = balancedWorld({}, { alarms: [{ alarmName: 'errors', stateValue: 'ALARM' }] })
    const run = await deploy({ image: images.healthy, alarms: 'errors\nlatency' }, world)
    expect(run.outputs['outcome']).toBe('deployed')
    const warnings = run.warnings.join('\n')
    expect(warnings).toContain('The alarm errors is in ALARM already')
    expect(warnings).toContain('There is no alarm latency.')
  })

  it('is a warning: a broken reference of what runs already, which stays as it is', async () => {
    const definition = { ...apiDefinition(images.running), ...withSecretIn(images.running) }
    const remove = { after: '1s', operation: 'DeleteSecret', input: { SecretId: 'api' } }
    const world = balancedWorld({}, { taskDefinitions: [definition], actors: [remove] })
    const inputs = { cluster: 'shop', service: 'api', 'task-definition': 'api:1' }
    const before = (): Promise<void> => sleep(5)
    const run = await runInWorld({ contract, main }, world, { inputs, before })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'unchanged' } })
    expect(run.warnings.join('\n')).toContain('scheduled for deletion')
    expect(changes(run.simulator)).toEqual([])
  })
})

function withSecretIn(image: string) {
  const { containerDefinitions } = definitionWith({ ...withSecret(`${secretArn}:KEY::`), image })
  return { containerDefinitions }
}

describe('a change of settings alone', () => {
  const noRoom = balancedWorld({
    deploymentConfiguration: { ...breaker(true), minimumHealthyPercent: 99, maximumPercent: 100 },
  })

  it('is not held up by what matters to deployments only', async () => {
    const run = await deploy({ 'desired-count': '3' }, noRoom)
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
    expect(run.warnings.join('\n')).toContain(
      'ECS could neither start a new task nor stop an old one',
    )
  })

  it('can always go to nothing in an emergency', async () => {
    const run = await deploy({ 'desired-count': '0' }, noRoom)
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'unproven' } })
  })
})

describe('the grades of preflight', () => {
  const broken = definitionWith({ image: images.missing })
  const unchecked = balancedWorld(
    {},
    {
      caller: everythingBut(
        'elasticloadbalancing:DescribeTargetGroups',
        'iam:SimulatePrincipalPolicy',
      ),
    },
  )

  it('error: what could not be checked is said, with the statement to add', async () => {
    const run = await deployFile(definitionWith(), unchecked)
    expect(run.outputs['outcome']).toBe('deployed')
    const log = run.log.join('\n')
    expect(log).toContain('Not checked: ')
    expect(log).toMatch(/elasticloadbalancing:DescribeTargetGroups/)
    expect(log).toMatch(/iam:SimulatePrincipalPolicy/)
  })

  it('strict: what could not be checked stops the step', async () => {
    const run = await deployFile(definitionWith(), unchecked, { preflight: 'strict' })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'preflight' })
    expect(run.errors[0]?.message).toContain('elasticloadbalancing:DescribeTargetGroups')
    expect(changes(run.simulator)).toEqual([])
  })

  it('warn: it is begun all the same, and what is wrong is warned of', async () => {
    const run = await deployFile(broken, balancedWorld(), { preflight: 'warn' })
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'image' })
    expect(run.warnings.join('\n')).toContain('has no tag missing')
  })

  it('off: nothing is looked at', async () => {
    const run = await deployFile(broken, balancedWorld(), { preflight: 'off', pin: 'off' })
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'image' })
    expect(run.warnings.join('\n')).not.toContain('has no tag missing')
  })

  it('at any of them a definition that breaks the rules of ECS is refused', async () => {
    for (const preflight of ['error', 'strict', 'warn', 'off']) {
      const run = await deployFile(definitionWith({}, { cpu: '300' }), balancedWorld(), {
        preflight,
      })
      expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
      expect(changes(run.simulator)).toEqual([])
    }
  })
})
