/** A file with one fault in it; `#` in the path becomes a number, so that each is a file of its own. */
export interface PlantedFault {
  readonly what: string
  readonly path: string
  readonly code: string
  /** Part of what the linter must say; undefined where the file must pass. */
  readonly says: string | undefined
}

const bundledRooms = ['action-kit', 'aws', 'registry', 'checks', 'ecs', 'suite']
  .map((name) => `packages/${name}/src/planted-#.ts`)
  .concat('actions/deploy-ecs/src/planted-#.ts', 'actions/planted-#/src/plan.ts')

const inBundledCode: readonly (readonly [what: string, code: string, says: string])[] = [
  ['an interval', 'setInterval(() => undefined, 5)', 'global setTimeout'],
  ['a timer module', "import * as t from 'node:timers/promises'\nexport { t }", 'setTimeout only'],
  [
    'an SDK waiter',
    "import { waitUntilServicesStable } from '@aws-sdk/client-ecs'\nexport { waitUntilServicesStable as w }",
    'waiters know neither',
  ],
  ['the console', "console.log('x')", 'Unexpected console statement'],
  ['AbortSignal.timeout', 'export const signal = AbortSignal.timeout(1)', 'real clock'],
  [
    'the files of another package',
    "import { x } from '../../poll/src/index.ts'\nexport { x as y }",
    'by their names',
  ],
  ['a tool for tests', "import { it } from 'vitest'\nexport { it as i }", 'for tests'],
  [
    'a host for tests',
    "import { recordingHost } from '@deploy-actions/action-kit/testing'\nexport { recordingHost as r }",
    'for tests',
  ],
]

const outsideKit = bundledRooms.filter((path) => !path.includes('action-kit'))

const pureFiles = ['actions/planted-#/src/plan.ts', 'actions/planted-#/src/report.ts']

const inPureFiles: readonly (readonly [what: string, code: string, says: string])[] = [
  ['the clock', 'export const now = Date.now()', 'are pure'],
  ['a timer', 'setTimeout(() => undefined, 5)', 'are pure'],
  ['a request', "export const answer = fetch('http://localhost')", 'are pure'],
  ['a promise', 'export const later = Promise.resolve(1)', 'are pure'],
  [
    'a module of node',
    "import { readFileSync } from 'node:fs'\nexport { readFileSync as r }",
    'pure',
  ],
  [
    'a call of AWS',
    "import { call } from '@deploy-actions/aws'\nexport { call as c }",
    'do nothing themselves',
  ],
  ['what acts', "import { act } from './act.ts'\nexport { act as a }", 'as data'],
  ['a command', "import { X } from '@aws-sdk/client-ecs'\nexport { X as Y }", 'data in, data out'],
]

const toolkit = "import { info } from '@actions/core'\nexport { info as i }"
const environment = "export const region = process.env['AWS_REGION']"
const processModule = "import { env } from 'node:process'\nexport { env as e }"
const environmentInParts = 'const { env } = process\nexport { env as e }'
const client = "import { ECSClient } from '@aws-sdk/client-ecs'\nexport { ECSClient as C }"

/** Every restriction on what a file may use, broken once in each kind of place. */
export const plantedFaults: readonly PlantedFault[] = [
  ...bundledRooms.flatMap((path) => inBundledCode.map((row) => planted(path, row))),
  ...pureFiles.flatMap((path) => inPureFiles.map((row) => planted(path, row))),
  ...outsideKit.flatMap((path) => [
    planted(path, ['the toolkit of GitHub', toolkit, 'Only action-kit']),
    planted(path, ['the environment', environment, 'read the environment']),
    planted(path, ['a part of process', environmentInParts, 'read the environment']),
    planted(path, ['the module of process', processModule, 'was started with']),
  ]),
  ...outsideKit
    .concat('packages/action-kit/src/planted-#.ts')
    .filter((path) => !path.includes('packages/aws/'))
    .map((path) => planted(path, ['a client of the SDK', client, 'clients are made in'])),
  ...['packages/aws-simulator/src/planted-#.ts', 'packages/local-runner/src/planted-#.ts'].flatMap(
    (path) => [
      planted(path, ['the toolkit of GitHub', toolkit, 'Only action-kit']),
      planted(path, ['the environment', environment, 'read the environment']),
    ],
  ),
]

/** The other side of each restriction: where it is allowed. */
export const allowedUses: readonly PlantedFault[] = [
  allowed('packages/action-kit/src/planted-#.ts', ['the toolkit of GitHub', toolkit]),
  allowed('packages/action-kit/src/planted-#.ts', ['the environment', environment]),
  allowed('packages/aws/src/planted-#.ts', ['a client of the SDK', client]),
  allowed('actions/planted-#/src/index.ts', ['a client of the SDK', client]),
  allowed('actions/planted-#/src/plan.ts', [
    'the type of a client',
    "import type { ECSClient } from '@aws-sdk/client-ecs'\nexport type C = ECSClient",
  ]),
  allowed('actions/planted-#/src/plan.ts', [
    'the type of what was observed',
    "import type { Observed } from './observe.ts'\nexport type O = Observed",
  ]),
  allowed('packages/aws-simulator/src/planted-#/cli.ts', [
    'the environment and the console of a program',
    `${environment}\nconsole.log(region)`,
  ]),
  allowed('packages/local-runner/src/planted-#/demo.ts', [
    'the environment and the console of a program',
    `${environment}\nconsole.log(region)`,
  ]),
]

function planted(
  path: string,
  [what, code, says]: readonly [what: string, code: string, says: string],
): PlantedFault {
  return { what, path, code, says }
}

function allowed(path: string, [what, code]: readonly [what: string, code: string]): PlantedFault {
  return { what, path, code, says: undefined }
}
