import { defineContract, text } from '@deploy-actions/action-kit'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { thinEntry } from '../../scripts/bundle/thin-entry.ts'
import { actionYml } from '../../scripts/generate/action-yml.ts'
import { repositoryRoot } from '../../scripts/repository.ts'

/** An action that keeps a file until the job is over. */
const contract = defineContract({
  name: 'keep-file',
  title: 'Keep a file',
  description: 'Writes a file that lives as long as the job.',
  branding: { icon: 'box', color: 'blue' },
  inputs: { content: text({ description: 'What is in the file.', required: true }) },
  outcomes: { written: 'The file is there.', failed: 'It is not.' },
  outputs: {},
  post: true,
})

const kit = pathToFileURL(join(repositoryRoot, 'packages/action-kit/src/index.ts')).href

/** The suite that holds the action: what the bundle of packages/suite is to the real ones. */
const suite = `
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { run, runPost } from '${kit}'

const contract = { inputs: {}, outcomes: {}, outputs: {} }

export const start = () => run({ contract, main: async ({ host }) => {
  const file = host.temporaryFolder + '/kept'
  writeFileSync(file, host.readInput('content'))
  host.saveState('file', file)
  host.setVariable('KEPT', file)
  return { outcome: 'written', outputs: {}, summary: '' }
} })

export const startPost = () => runPost(async ({ host }) => {
  const file = host.readState('file')
  const content = readFileSync(file, 'utf8')
  if (content === 'broken') throw new Error('it broke')
  rmSync(file)
  host.info('removed what held ' + content)
})
`

/**
 * The files of a repository with the action `./actions/keep-file`: its manifest as it is generated, its programs as
 * they are bundled.
 */
export async function actionWithPost(): Promise<Readonly<Record<string, string>>> {
  return {
    'actions/keep-file/action.yml': await actionYml(contract),
    'dist/keep-file/index.js': thinEntry('keep-file'),
    'dist/keep-file/post.js': thinEntry('keep-file', 'startPost'),
    'dist/package.json': '{ "type": "module" }\n',
    'dist/suite/index.js': suite,
  }
}
