interface Row {
  readonly from: number
  readonly to: number
  readonly remedy: string
}

/** From the most special to the most general: the first row that fits counts. */
const rows: readonly Row[] = [
  {
    from: 300,
    to: 399,
    remedy: 'Let url name the address that the redirect leads to, or set follow-redirects: true.',
  },
  {
    from: 401,
    to: 401,
    remedy: 'Give credentials in basic-auth or headers, or check an address that needs none.',
  },
  {
    from: 403,
    to: 403,
    remedy:
      'Check the credentials in basic-auth or headers; a firewall (WAF) may also refuse the runner.',
  },
  {
    from: 404,
    to: 404,
    remedy:
      'Check the path in url, and which service the rules of the load balancer send it to: it may be another one.',
  },
  { from: 405, to: 405, remedy: 'Check method: the application does not take this one here.' },
  {
    from: 429,
    to: 429,
    remedy: 'The application limits its callers: raise interval, or exempt the health address.',
  },
  {
    from: 502,
    to: 502,
    remedy:
      'The load balancer reached no working container: look into the logs of the service for a crash.',
  },
  {
    from: 503,
    to: 503,
    remedy:
      'The load balancer has no healthy target, or the application is not ready: look at the events and logs of the service.',
  },
  {
    from: 504,
    to: 504,
    remedy:
      'The application did not answer the load balancer in time: look into its logs for what it waits for.',
  },
  { from: 500, to: 599, remedy: 'Look into the logs of the application for the error.' },
]

/** What to do about a status that was not expected. */
export function statusRemedy(status: number): string {
  const row = rows.find(({ from, to }) => from <= status && status <= to)
  return row?.remedy ?? 'Check url and what is sent; set expect-status where this answer is right.'
}
