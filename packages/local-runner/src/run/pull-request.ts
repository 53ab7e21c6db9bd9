/** The number of the pull request that a ref such as `refs/pull/7/merge` is of. */
export function pullRequestOf(ref: string): number | undefined {
  const number = /^refs\/pull\/(\d+)\/merge$/.exec(ref)?.[1]
  return number === undefined ? undefined : Number(number)
}

/** What an event says of the pull request that it is about, and the names of the branches that GitHub gives beside it. */
export function pullRequestEvent(ref: string, sha: string) {
  const number = pullRequestOf(ref)
  if (number === undefined) return { event: {}, base: '', head: '' }
  const [base, head] = ['main', `change-${number}`]
  return {
    event: {
      number,
      pull_request: { number, head: { ref: head, sha }, base: { ref: base } },
    },
    base,
    head,
  }
}
