import { describe, expect, it } from 'vitest'
import {
  ActionError,
  defineContract,
  run,
  text,
  type ReportOf,
  type ContextOf,
} from '../src/index.ts'
import { recordingHost } from '../src/testing/index.ts'
import { commentsServer, jobToken } from './comments-server.ts'

const contract = defineContract({
  name: 'example',
  title: 'Example',
  description: 'For tests.',
  branding: { icon: 'box', color: 'blue' },
  inputs: {
    name: text({ description: '', required: true }),
    token: text({ description: '', sensitive: true }),
  },
  outcomes: { done: 'It is done.', failed: 'It is not.' },
  outputs: { greeting: 'What was said.' },
})

type Main = (context: ContextOf<typeof contract>) => Promise<ReportOf<typeof contract>>

async function runWith(inputs: Record<string, string>, main: Main) {
  const host = recordingHost(inputs)
  await run({ contract, main }, host)
  return host.recorded
}

describe('an action that comes to its end', () => {
  it('is green, with its outputs, outcome and summary', async () => {
    const recorded = await runWith({ name: 'x' }, async (context) => {
      const { name } = context.parseInputs()
      return { outcome: 'done', outputs: { greeting: `hello ${name}` }, summary: '# Done' }
    })
    expect(recorded).toMatchObject({
      exitCode: 0,
      errors: [],
      outputs: { greeting: 'hello x', outcome: 'done' },
      summary: '# Done',
    })
    expect(recorded.outputs).not.toHaveProperty('failure')
  })

  it('is red when its report has a failure, which it tells once', async () => {
    const failure = new ActionError({ code: 'crash', message: 'It fell.', remedy: 'Pick it up.' })
    const recorded = await runWith({ name: 'x' }, async () => ({
      outcome: 'failed',
      outputs: {},
      summary: '',
      failure,
    }))
    expect(recorded).toMatchObject({
      exitCode: 1,
      errors: [{ title: 'crash', message: 'It fell.\nWhat to do: Pick it up.' }],
      outputs: { outcome: 'failed', failure: 'crash' },
    })
  })
})

describe('an action that throws', () => {
  it('tells a foreseen failure with its remedy and no stack trace', async () => {
    const recorded = await runWith({}, async (context) => {
      context.parseInputs()
      throw new Error('never reached')
    })
    expect(recorded.errors).toEqual([
      {
        title: 'input',
        message:
          'Input name: is required.\nWhat to do: Correct the inputs named above in the workflow. Nothing was changed.',
      },
    ])
    expect(recorded.outputs).toEqual({ outcome: 'failed', failure: 'input' })
    expect(recorded.summary).toContain('What to do')
    expect(JSON.stringify(recorded)).not.toContain('    at ')
  })

  it('calls anything else a bug, with the stack', async () => {
    const recorded = await runWith({ name: 'x' }, async () => {
      throw new TypeError('undefined is not a function')
    })
    expect(recorded.outputs).toEqual({ outcome: 'failed', failure: 'bug' })
    expect(recorded.log.join('\n')).toContain('TypeError: undefined is not a function\n    at ')
  })

  it('is red also when the summary cannot be written', async () => {
    const host = recordingHost({ name: 'x' })
    const broken = { ...host, writeSummary: () => Promise.reject(new Error('disk full')) }
    const failure = new ActionError({ code: 'crash', message: 'It fell.', remedy: 'Pick it up.' })
    await run(
      { contract, main: async () => ({ outcome: 'failed', outputs: {}, summary: '# x', failure }) },
      broken,
    )
    expect(host.recorded.exitCode).toBe(1)
    expect(host.recorded.warnings.join()).toContain('disk full')
  })
})

describe('a sensitive input', () => {
  it('appears nowhere, whatever the action does with it', async () => {
    const recorded = await runWith({ name: 'x', token: 'canary-81fb20' }, async (context) => {
      const { token = '' } = context.parseInputs()
      context.host.info(`token ${token}`)
      context.host.warning(token)
      context.setOutput('greeting', token)
      throw new ActionError({ code: 'crash', message: token, remedy: token })
    })
    expect(recorded.log).toEqual(['token ***'])
    expect(JSON.stringify(recorded)).not.toContain('canary')
  })
})

describe('a cancelled job', () => {
  it('ends what waits under the signal and is told as cancelled', async () => {
    const recorded = await runWith({ name: 'x' }, (context) => {
      const ended = new Promise<never>((_, reject) => {
        context.signal.addEventListener('abort', () => reject(context.signal.reason as Error))
      })
      process.emit('SIGINT')
      return ended
    })
    expect(recorded.outputs).toEqual({ outcome: 'failed', failure: 'cancelled' })
  })
})

describe('a summary that is kept on the pull request', () => {
  it.each([
    ['of an action that comes to its end', '# Done', undefined],
    ['of one that throws', '❌ Example: crash', 'It fell.'],
  ])('is the one %s', async (_, summary, thrown) => {
    await using server = await commentsServer()
    const variables = { GITHUB_REF: 'refs/pull/7/merge', GITHUB_API_URL: server.url }
    const host = recordingHost({ name: 'x' }, { run: { repository: 'org/app' }, variables })
    const main: Main = async (context) => {
      context.keepComment({ token: jobToken, target: 'it' })
      if (thrown !== undefined) {
        throw new ActionError({ code: 'crash', message: thrown, remedy: 'Pick it up.' })
      }
      return { outcome: 'done', outputs: {}, summary: '# Done' }
    }
    await run({ contract, main }, host)
    expect(host.recorded.exitCode).toBe(thrown === undefined ? 0 : 1)
    expect(host.recorded.summary).toContain(summary)
    expect(server.comments.map(({ body }) => body)).toEqual([
      expect.stringContaining(
        `<!-- deploy-actions: example it -->\n${host.recorded.summary.trim()}`,
      ),
    ])
  })
})
