import { createHash } from 'node:crypto'

/** What the simulator has signed, for a stretch of time. */
export interface Pass {
  /** Such as `ecr` for a password of ECR's registries. */
  readonly purpose: string
  readonly expiresMs: number
  readonly claims?: unknown
}

/** A text that nobody else can make up: passwords of ECR, bearer tokens, presigned addresses. */
export function issuePass({ purpose, expiresMs, claims = null }: Pass): string {
  const content = { type: 'DATA_KEY', version: '2', purpose, expiresMs, claims }
  const payload = sign(JSON.stringify(content))
  return Buffer.from(JSON.stringify({ payload, ...content })).toString('base64url')
}

/** Reads what `issuePass` made for this purpose; undefined for anything else. */
export function readPass(text: string, purpose: string): Pass | undefined {
  try {
    const json: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    // Issued anew it must be the same text: nothing of a foreign shape passes.
    const pass = json as Pass
    return pass.purpose === purpose && issuePass(pass) === text ? pass : undefined
  } catch {
    return undefined
  }
}

function sign(content: string): string {
  return createHash('sha256').update(`simulator/${content}`).digest('base64url')
}
