/**
 * A reason or an event without what tells nothing: names of things, which may hold any word (a service
 * `secrets-api`, an image `ecr-timeout`), and the agent's fixed prefix, which speaks of secrets and registry
 * alike.
 */
export function plainText(text: string): string {
  return (
    text
      .replace(
        /\((?:service|tasks?|taskSet|deployment|target-group|targets|elb|port|(?:container-)?instance) [^)]*\)/g,
        '',
      )
      .replace(/\bservice \S+ (?=was|is|has|failed|operations|\()/g, '')
      .replace(/(?:arn:|https?:\/\/)[^\s'")]+/g, '')
      // What ECS itself quotes are words in capitals, such as "AGENT" and "RESOURCE:ENI".
      .replace(/"(?![A-Z:]+")[^"]*"/g, '""')
      .replace(/\b[\w-]+(?:\.[\w-]+)+(?::\d+)?\/[^\s'",;)]+/g, '')
      .replace(/\b(manifest for|access denied for|json key|invalid parameters:) [^\s,;]+/gi, '$1')
      .replace(/unable to pull secrets or registry auth:?/gi, '')
  )
}
