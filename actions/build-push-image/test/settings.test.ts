import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recordingHost } from '@deploy-actions/action-kit/testing'
import { afterAll, expect, describe, it } from 'vitest'
import { withOwnSettings } from '../src/docker/settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'settings-'))
afterAll(() => rmSync(folder, { recursive: true }))

const login = (host: string, password: string) => ({ host, username: 'AWS', password })
const auth = (password: string) => ({ auth: Buffer.from(`AWS:${password}`).toString('base64') })

describe("docker's settings of a step", () => {
  it('hold the logins of the repository and its bases; those of the job stay for bases', async () => {
    const job = { auths: { 'one.example': auth('job'), 'two.example': auth('job') } }
    writeFileSync(join(folder, 'config.json'), JSON.stringify(job))
    const host = recordingHost({}, { variables: { DOCKER_CONFIG: folder } })
    const logins = {
      repository: login('one.example', 'step'),
      bases: [login('two.example', 'step'), login('three.example', 'step')],
    }
    const text = await withOwnSettings(host, logins, async ({ DOCKER_CONFIG = '' }) =>
      readFileSync(join(DOCKER_CONFIG, 'config.json'), 'utf8'),
    )
    expect(JSON.parse(text)).toMatchObject({
      auths: {
        'one.example': auth('step'),
        'two.example': auth('job'),
        'three.example': auth('step'),
      },
    })
  })
})
