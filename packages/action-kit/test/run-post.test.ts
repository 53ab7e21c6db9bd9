import { describe, expect, it } from 'vitest'
import { ActionError, runPost } from '../src/index.ts'
import { recordingHost } from '../src/testing/index.ts'

describe('the part of an action that runs when the job is over', () => {
  it('finds what the step kept', async () => {
    const host = recordingHost({}, { state: { file: '/tmp/x' } })
    await runPost(async (context) => context.host.info(`${context.host.readState('file')}`), host)
    expect(host.recorded).toMatchObject({ log: ['/tmp/x'], warnings: [], exitCode: 0 })
  })

  it.each([
    [
      'a foreseen failure',
      new ActionError({ code: 'conflict', message: 'It is held.', remedy: 'Remove it.' }),
      'Tidying up after this step did not work: It is held.\nWhat to do: Remove it.',
    ],
    [
      'a bug',
      new TypeError('undefined is no function'),
      'Tidying up after this step did not work: undefined is no function',
    ],
    ['what is no error', 'words', 'Tidying up after this step did not work: words'],
  ])('warns of %s, and is green all the same', async (_, thrown, warning) => {
    const host = recordingHost({})
    await runPost(() => Promise.reject(thrown), host)
    expect(host.recorded).toMatchObject({ warnings: [warning], errors: [], exitCode: 0 })
  })

  it('ends what waits under its signal when it is cancelled', async () => {
    const host = recordingHost({})
    await runPost(({ signal }) => {
      const ended = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error))
      })
      process.emit('SIGTERM')
      return ended
    }, host)
    expect(host.recorded.warnings).toEqual([
      'Tidying up after this step did not work: The job was cancelled.',
    ])
  })
})
