/** What a load balancer says of a target, and what to do; the first row that matches decides. */
const rows: readonly { readonly words: RegExp; readonly remedy: string }[] = [
  {
    words: /codes?: \[(?:30\d)/i,
    remedy:
      'The application redirects the health check. Let the target group check a path that answers by itself, or take the status into its matcher.',
  },
  {
    words: /codes?: \[40[13]/i,
    remedy:
      'The application wants to know who asks. Let the target group check a path that needs no login.',
  },
  {
    words: /codes?: \[404/i,
    remedy:
      'The application does not have the path that the target group checks: correct healthCheckPath of the target group, or add the path.',
  },
  {
    words: /codes?: \[5\d\d/i,
    remedy:
      'The application answers the health check with an error of its own: read its log, often a database or another service that it does not reach.',
  },
  {
    words: /codes?: \[/i,
    remedy:
      'Let the application answer the health check with a status that the matcher of the target group takes.',
  },
  {
    words: /timed? ?out/i,
    remedy:
      'The application did not answer in time. Check that the security group of the tasks lets the load balancer in on this port, and whether the application is busy or waits for something; when it only needs longer to start, raise the health check grace period.',
  },
  {
    words: /Health checks failed/i,
    remedy:
      'Nothing answered on the port of the health check. Let the application listen on 0.0.0.0 and on the containerPort of the service; when it only needs longer to start, raise the health check grace period.',
  },
]

/** What to do about a target that a load balancer calls unhealthy, by the words that it gives for that. */
export function healthRemedy(words: string): string {
  return (
    rows.find((row) => row.words.test(words))?.remedy ??
    'Compare path, port and expected status of the target group with what the application answers; when it only needs longer to start, raise the health check grace period.'
  )
}
