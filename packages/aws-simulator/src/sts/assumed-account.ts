/** An access key of a session in another account, which tells the account. */
export function accessKeyIn(account: string): string {
  return `ASIA${account}ROLE`
}

/** The account whose role such an access key is for; undefined for any other key. */
export function findAssumedAccount(accessKey: string): string | undefined {
  return /^ASIA(\d{12})ROLE$/.exec(accessKey)?.[1]
}
