import { inFirst, onEc2, onFargate, withSidecars, type Refused } from './refused.ts'

const check = (healthCheck: object): object =>
  onFargate({ healthCheck: { command: ['CMD', 'x'], ...healthCheck } })
const waits = (condition: string, on = 'api', api: object = {}): object =>
  withSidecars(onFargate(api), { dependsOn: [{ containerName: on, condition }] })
const file = (value: string, type = 's3'): object => onEc2({ environmentFiles: [{ value, type }] })

/** Health checks, restarts, what containers want of each other, and what else they are given. */
export const behaviour: readonly Refused[] = [
  [
    'volumes from itself',
    onEc2({ volumesFrom: [{ sourceContainer: 'api' }] }),
    inFirst('volumesFrom[0].sourceContainer'),
    'must be another container',
  ],
  ['a link to itself', onEc2({ links: ['api'] }), inFirst('links[0]'), 'must be another container'],
  [
    'a file with variables in another service',
    file('arn:aws:ssm:us-east-1:123456789012:parameter/api.env'),
    inFirst('environmentFiles[0].value'),
    'must be the ARN of an object in S3',
  ],
  [
    'a health check without command',
    onFargate({ healthCheck: { command: [] } }),
    inFirst('healthCheck.command'),
    'must be CMD and the words of a command, or CMD-SHELL',
  ],
  [
    'a health check without its form',
    check({ command: ['curl -f http://localhost/'] }),
    inFirst('healthCheck.command'),
    'must be CMD',
  ],
  [
    'a form without a command',
    check({ command: ['CMD-SHELL'] }),
    inFirst('healthCheck.command'),
    'a line for the shell',
  ],
  [
    'too frequent a check',
    check({ interval: 4 }),
    inFirst('healthCheck.interval'),
    'from 5 to 300',
  ],
  ['too rare a check', check({ interval: 301 }), inFirst('healthCheck.interval'), 'from 5 to 300'],
  ['too short a timeout', check({ timeout: 1 }), inFirst('healthCheck.timeout'), 'from 2 to 60'],
  ['too long a timeout', check({ timeout: 61 }), inFirst('healthCheck.timeout'), 'from 2 to 60'],
  ['no retry', check({ retries: 0 }), inFirst('healthCheck.retries'), 'from 1 to 10'],
  ['too many retries', check({ retries: 11 }), inFirst('healthCheck.retries'), 'from 1 to 10'],
  [
    'too long a start',
    check({ startPeriod: 301 }),
    inFirst('healthCheck.startPeriod'),
    'from 0 to 300',
  ],
  ['part of a second', check({ interval: 7.5 }), inFirst('healthCheck.interval'), 'whole numbers'],
  [
    'too short a time between restarts',
    onFargate({ restartPolicy: { enabled: true, restartAttemptPeriod: 59 } }),
    inFirst('restartPolicy.restartAttemptPeriod'),
    'from 60 to 1800',
  ],
  [
    'too many exit codes to ignore',
    onFargate({
      restartPolicy: { enabled: true, ignoredExitCodes: Array.from({ length: 51 }, (_, i) => i) },
    }),
    inFirst('restartPolicy.ignoredExitCodes'),
    'allowed: up to 50',
  ],
  [
    'a wait for nobody',
    waits('START', 'db'),
    'containerDefinitions[1].dependsOn[0].containerName',
    'allowed: api',
  ],
  [
    'a wait for itself',
    onFargate({ dependsOn: [{ containerName: 'api', condition: 'START' }] }),
    inFirst('dependsOn[0].containerName'),
    'must be another container of this definition; allowed: there is none',
  ],
  [
    'a wait for something else',
    waits('RUNNING'),
    'containerDefinitions[1].dependsOn[0].condition',
    'is not one of: COMPLETE, HEALTHY, START, SUCCESS',
  ],
  [
    'a wait for the end of what must not end',
    waits('SUCCESS'),
    'containerDefinitions[1].dependsOn[0].condition',
    'which is essential',
  ],
  [
    'a wait for health that nobody checks',
    waits('HEALTHY'),
    'containerDefinitions[1].dependsOn[0].condition',
    'which has no healthCheck',
  ],
  [
    'a wait in a circle',
    waits('START', 'api', { dependsOn: [{ containerName: 'sidecar-0', condition: 'START' }] }),
    'containerDefinitions',
    'wait for each other by dependsOn, so that none can start first: api, sidecar-0',
  ],
  [
    'volumes from nobody',
    onEc2({ volumesFrom: [{ sourceContainer: 'data' }] }),
    inFirst('volumesFrom[0].sourceContainer'),
    'must be another container',
  ],
  [
    'a link to nobody',
    onEc2({ links: ['db:database'] }),
    inFirst('links[0]'),
    'must be another container',
  ],
  [
    'a limit that there is not',
    onEc2({ ulimits: [{ name: 'files', softLimit: 1, hardLimit: 1 }] }),
    inFirst('ulimits[0].name'),
    'is not one of: core',
  ],
  [
    'a soft limit above the hard limit',
    onEc2({ ulimits: [{ name: 'nofile', softLimit: 2, hardLimit: 1 }] }),
    inFirst('ulimits[0].softLimit'),
    'is above hardLimit',
  ],
  [
    'a file with variables elsewhere',
    file('https://bucket.s3.amazonaws.com/api.env'),
    inFirst('environmentFiles[0].value'),
    'must be the ARN of an object in S3',
  ],
  [
    'a file with variables of another name',
    file('arn:aws:s3:::bucket/api.txt'),
    inFirst('environmentFiles[0].value'),
    'whose key ends in .env',
  ],
  [
    'a bucket without a file',
    file('arn:aws:s3:::bucket'),
    inFirst('environmentFiles[0].value'),
    'must be the ARN of an object in S3',
  ],
  [
    'a file of another kind',
    file('arn:aws:s3:::bucket/api.env', 'file'),
    inFirst('environmentFiles[0].type'),
    'is not one of: s3',
  ],
  [
    'eleven files with variables',
    onEc2({
      environmentFiles: Array.from({ length: 11 }, (_, i) => ({
        type: 's3',
        value: `arn:aws:s3:::b/${i}.env`,
      })),
    }),
    inFirst('environmentFiles'),
    'has 11 files; allowed: up to 10',
  ],
  [
    'no GPU',
    onEc2({ resourceRequirements: [{ type: 'GPU', value: '0' }] }),
    inFirst('resourceRequirements[0].value'),
    'must be a number of GPUs',
  ],
  [
    'a resource that there is not',
    onEc2({ resourceRequirements: [{ type: 'TPU', value: '1' }] }),
    inFirst('resourceRequirements[0].type'),
    'is not one of: GPU',
  ],
  [
    'an accelerator that the task lacks',
    onEc2({ resourceRequirements: [{ type: 'InferenceAccelerator', value: 'd1' }] }),
    inFirst('resourceRequirements[0].value'),
    'allowed: there is none',
  ],
  [
    'a consistency that there is not',
    onFargate({ versionConsistency: 'on' }),
    inFirst('versionConsistency'),
    'is not one of: disabled, enabled',
  ],
  [
    'too much swappiness',
    onEc2({ linuxParameters: { swappiness: 101 } }),
    inFirst('linuxParameters.swappiness'),
    'from 0 to 100',
  ],
  [
    'less than no swap',
    onEc2({ linuxParameters: { maxSwap: -1 } }),
    inFirst('linuxParameters.maxSwap'),
    'must be 0 or more',
  ],
]
