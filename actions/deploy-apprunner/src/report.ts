import {
  code,
  codeBlock,
  escapeMarkdown,
  flowchart,
  formatSeconds,
  paragraphs,
  table,
  timeline,
  type ReportOf,
} from '@deploy-actions/action-kit'
import type { contract } from './contract.ts'
import type { Deployment } from './deployment.ts'
import type { Inputs } from './inputs.ts'
import { imageOf } from './settings/configuration.ts'

/** What the report takes besides the deployment. */
export interface Reported {
  readonly inputs: Pick<Inputs, 'service'>
  readonly seconds: number
}

/** The outputs and the summary of a deployment. */
export function report(
  deployment: Deployment,
  { inputs, seconds }: Reported,
): ReportOf<typeof contract> {
  const { outcome, failure, service, phases, logs } = deployment
  return {
    outcome,
    ...(failure !== undefined && { failure }),
    outputs: { ...outputsOf(deployment), 'duration-seconds': String(Math.round(seconds)) },
    summary: paragraphs(
      `### ${signOf(deployment)} ${code(inputs.service)} ${verdicts[outcome]}`,
      failure === undefined ? undefined : escapeMarkdown(failure.message),
      failure === undefined ? undefined : `**What to do:** ${escapeMarkdown(failure.remedy)}`,
      table(['What', 'Value'], rowsOf(deployment, seconds)),
      differencesPart(deployment),
      phases.length > 0 ? pictureOf(deployment) : planPicture(deployment, inputs.service),
      ...logs
        .filter(({ lines }) => lines.length > 0)
        .map(
          ({ title, lines }) =>
            `<details><summary>${title}</summary>\n\n${codeBlock(lines)}\n\n</details>`,
        ),
      service?.ServiceUrl === undefined ? undefined : `https://${service.ServiceUrl}`,
    ),
  }
}

const verdicts = {
  deployed: 'is deployed',
  created: 'is created',
  unchanged: 'is unchanged: nothing was written',
  planned: 'was not touched (dry run)',
  started: 'is being deployed',
  'rolled-back': 'is back at its previous configuration',
  failed: 'is not deployed',
  'timed-out': 'was not deployed in time',
  cancelled: 'was left as the job was cancelled',
} as const

function signOf({ failure, outcome }: Deployment): string {
  if (failure !== undefined) return '❌'
  return outcome === 'planned' ? '📝' : '✅'
}

function outputsOf({ arn, service, operationId, previousImage, outcome }: Deployment) {
  const image = service && imageOf(service)
  const isRunning = outcome !== 'started' && outcome !== 'timed-out' && outcome !== 'cancelled'
  return {
    ...(arn !== undefined && { 'service-arn': arn }),
    ...(service?.ServiceId !== undefined && { 'service-id': service.ServiceId }),
    ...(service?.ServiceUrl !== undefined && { 'service-url': service.ServiceUrl }),
    ...(operationId !== undefined && { 'operation-id': operationId }),
    ...(previousImage !== undefined && {
      'previous-image': previousImage,
      'previous-digest': digestOf(previousImage),
    }),
    ...(isRunning &&
      image !== undefined && { 'running-image': image, 'running-digest': digestOf(image) }),
  }
}

/** Runners drop job outputs with a masked account in them; the digest alone goes through. */
export function digestOf(image: string): string {
  return image.split('@')[1] ?? ''
}

function rowsOf(
  { service, previousImage, operation, operationId }: Deployment,
  seconds: number,
): readonly (readonly string[])[] {
  const image = service && imageOf(service)
  const status = operation?.Status === undefined ? '' : ` (${operation.Status})`
  return [
    ...(previousImage === undefined ? [] : [['Image before', code(previousImage)]]),
    ...(image === undefined ? [] : [['Image now', code(image)]]),
    ...(service?.Status === undefined ? [] : [['Status', code(service.Status)]]),
    ...(operationId === undefined ? [] : [['Operation', `${code(operationId)}${status}`]]),
    ['Duration', formatSeconds(Math.round(seconds))],
  ]
}

function differencesPart({ differences }: Deployment): string {
  return table(
    ['Setting', 'Before', 'After'],
    differences.map(({ setting, before, after }) => [code(setting), cell(before), cell(after)]),
  )
}

function cell(text: string): string {
  return text === '' ? '' : code(text)
}

function pictureOf({ phases }: Deployment): string {
  return timeline(
    'Deployment',
    phases.map(({ what, startedAt, endedAt, isBad }) => ({
      section: 'App Runner',
      label: what.toLowerCase().replaceAll('_', ' '),
      start: startedAt,
      end: endedAt,
      mark: isBad ? 'crit' : 'done',
    })),
  )
}

function planPicture({ previousImage, outcome }: Deployment, service: string): string {
  return previousImage === undefined
    ? flowchart([{ from: 'image', to: service, label: outcome }])
    : flowchart([{ from: previousImage, to: service, label: 'has' }])
}
