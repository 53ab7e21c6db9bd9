import type { Cloud } from '../../cloud/cloud.ts'
import { jsonAnswer, RegistryError, type RegistryAnswer } from './answers.ts'
import type { Asked } from './authorize.ts'
import { findRepository } from './pull-manifest.ts'

/** Lists tags in order; `n` and `last` ask for a page, whose `Link` leads to the next. */
export function listTags({ call, route, registry }: Asked, cloud: Cloud): RegistryAnswer {
  const { name } = route
  const repository = findRepository(registry.host, name, cloud)
  if (repository === undefined) {
    const message = 'repository name not known to registry'
    throw new RegistryError('NAME_UNKNOWN', message, { status: 404, details: [{ name }] })
  }
  const { searchParams } = call.url
  const last = searchParams.get('last') ?? ''
  const all = [...repository.tags.keys()].toSorted().filter((tag) => tag > last)
  const most = Number(searchParams.get('n') ?? all.length)
  const tags = all.slice(0, most)
  const answer = jsonAnswer(200, { name, tags })
  if (tags.length === all.length) return answer
  const next = new URLSearchParams({ n: String(most), last: tags.at(-1) ?? '' })
  const Link = `</v2/${name}/tags/list?${next.toString()}>; rel="next"`
  return { ...answer, headers: { ...answer.headers, Link } }
}
