/** Where an application runs. */
const environments =
  'develop development docker integration kubernetes localhost preprod preproduction preview production release sandbox staging testing'

/** How much it says, in which form. */
const logging =
  'critical debugging disabled enabled errors logging notice pretty structured verbose warning warnings'

/** What settings are set to. */
const settings =
  'active always anonymous automatic bearer cookie create default delete dynamic enable disable external filesystem ignore inactive inherit internal lenient manual memory native nothing online optional prefer private public readonly readwrite replace required require static strict undefined unknown unlimited update verify-ca verify-full'

/** What applications are made of and talk to. */
const technology =
  'amazon angular anthropic asyncpg bedrock celery chrome cloudflare cloudfront cloudwatch cognito datadog django dynamodb ed25519 elasticsearch express fargate fastapi firefox flashrank gemini github gitlab google gunicorn lambda laravel mailgun mariadb memcached microsoft mistral mongodb nextjs nodejs ollama openai opensearch oracle postgres postgresql psycopg psycopg2 pydantic python rabbitmq rediss sendgrid sentry sidekiq sqlalchemy sqlite stripe temporal terraform twilio ubuntu uvicorn valkey vercel windows'

/** What stands where a secret will be one day, and the passwords of countless examples. */
const placeholders =
  'administrator admin123 changeit changeme change-me change_me example foobar hunter2 letmein missing passwd password password1 password123 passw0rd placeholder qwerty replace-me replaceme replace_me secret secret123 secrets sample simple testtest username welcome your-api-key your_api_key yourpassword'

/** What every log of a deployment is full of. */
const deployments =
  'account action actions application backend bucket builder changed client cluster commit config connection container containers credentials database deploy deployed deployment deployments description digest domain endpoint environment failed failure frontend gateway health healthy hostname images instance latest manager master migrate migration migrations module network number object origin outcome output package parameter platform policy process project provider region registry remote repository request resource response result rollback rolled-back rolling runner running schema scheduler server service services session settings status storage string success succeeded summary system target task-definition tenant timeout traffic unchanged unhealthy update updated values variable version volume webhook worker workers workflow workspace'

/**
 * Everybody's words, so nobody's secret: hiding one would turn a log into `***`, and tell its reader the secret by that.
 * In lower case, of six characters or more: what is shorter is never hidden anyway.
 */
export const ordinaryWords: ReadonlySet<string> = new Set(
  [environments, logging, settings, technology, placeholders, deployments].flatMap((words) =>
    words.split(' '),
  ),
)

/** What paths of everybody's addresses are made of, besides these words; in lower case. */
export const ordinarySegments: ReadonlySet<string> = new Set(
  [
    'admin api app auth chat dashboard db dev docs en files graphql home img index.html public users',
    'health healthz live livez metrics ping ready readyz readiness status up',
    'callback connect login logout oauth oauth2 realms register signin signup token',
    'billing checkout mcp rest rpc sse test v1beta webhooks ws',
  ].flatMap((segments) => segments.split(' ')),
)
