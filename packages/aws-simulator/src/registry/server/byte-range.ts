import type { RegistryAnswer } from './answers.ts'

/** The answer that has only the bytes asked for, as `Range: bytes=5-` does; the whole one for any other range. */
export function partOf(answer: RegistryAnswer, range: string | undefined): RegistryAnswer {
  const [, from] = /^bytes=(\d+)-$/.exec(range ?? '') ?? []
  const { length } = answer.body
  if (from === undefined || Number(from) >= length) return answer
  const headers = { ...answer.headers, 'Content-Range': `bytes ${from}-${length - 1}/${length}` }
  return { status: 206, headers, body: answer.body.subarray(Number(from)) }
}
