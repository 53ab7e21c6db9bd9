/**
 * Kinds of work at the operating system that end by themselves and whose end somebody awaits. A
 * lazily imported file, a name being looked up or a child process must not lose a race against a
 * deadline of twenty virtual minutes. Names as in `process.getActiveResourcesInfo()`; work on the
 * thread pool without such a name (zlib, digests) is over before a quiet moment is recognised.
 */
const awaitedKinds: ReadonlySet<string> = new Set([
  'CloseReq',
  'FSReqCallback',
  'FSReqPromise',
  'GetAddrInfoReqWrap',
  'GetNameInfoReqWrap',
  'QueryReqWrap',
  'PipeConnectWrap',
  'ProcessWrap',
  'TCPConnectWrap',
  'Worker',
])

/** Whether this process awaits an answer from the operating system. */
export function hasPendingWork(): boolean {
  return process.getActiveResourcesInfo().some((kind) => awaitedKinds.has(kind))
}
