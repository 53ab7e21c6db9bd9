/** What a broken way to a service looks like in the agent's words. */
export const brokenNetwork =
  /i\/o timeout|timed? ?out|deadline exceeded|connection (?:issue|refused|reset)|no such host|request canceled|network is unreachable|no route to host|name resolution|network configuration/i

/** Where the subnets of a task must lead to, for those services. */
export function wayTo(...services: readonly [string, ...string[]]): string {
  const endpoints = services.length === 1 ? 'a VPC endpoint' : 'VPC endpoints'
  return `Its subnets need a public address (assignPublicIp with an internet gateway), a NAT gateway, or ${endpoints} for ${services.join(', ')}; its security groups must let HTTPS out, and those of the endpoints must let it in.`
}
