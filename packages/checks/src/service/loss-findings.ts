import type { Finding } from '../finding.ts'
import { tellDeath } from './deaths.ts'
import type { LostTask, ServiceFacts } from './facts.ts'

/** A restart since the last look: each task that ran then and is gone, with its reason. */
export function lossFindings({ lost }: ServiceFacts): readonly Finding[] {
  const [first, ...others] = lost.map(tellLoss)
  if (first === undefined) return []
  const more = others.length === 0 ? '' : `; and ${others.length} more stopped`
  return [{ ...first, message: `${first.message}${more}` }]
}

function tellLoss({ taskId, death, reason }: LostTask): Finding {
  if (death !== undefined) return tellDeath(death)
  const why = reason === '' ? 'ECS does not say why (yet)' : `ECS says: ${reason}`
  return {
    key: `lost ${reason}`,
    message: `task ${taskId} ran at the last look and has stopped since: ${why}`,
    remedy:
      'Look at the reason above and at who stopped it; the service is checked anew with the task that takes its place.',
  }
}
