import { describe, expect, it } from 'vitest'
import { contentTag, fillTags, type TagFacts } from '../src/tags/fill-tags.ts'
import { tagTemplates } from '../src/tags/templates.ts'

const onMain: TagFacts = {
  sha: '0123456789abcdef0123456789abcdef01234567',
  ref: 'refs/heads/main',
  headRef: '',
  runId: '77',
  runNumber: '12',
  now: new Date('2026-01-31T23:59:59Z'),
  contentHash: 'c0ffee'.repeat(11),
}
const onTag = (tag: string): TagFacts => ({ ...onMain, ref: `refs/tags/${tag}` })
const onPullRequest: TagFacts = { ...onMain, ref: 'refs/pull/7/merge', headRef: 'feat/a b' }

const tagsOf = (text: string, facts: TagFacts) =>
  fillTags(tagTemplates({ description: '' }).parse(text), facts)

describe('a tag is filled in', () => {
  it.each<readonly [string, TagFacts, string]>([
    ['{sha}', onMain, '0123456789abcdef0123456789abcdef01234567'],
    ['{short-sha}', onMain, '0123456'],
    ['{branch}', onMain, 'main'],
    ['{branch}', { ...onMain, ref: 'refs/heads/feat/login' }, 'feat-login'],
    ['{branch}', onPullRequest, 'pr-7'],
    ['{branch}', { ...onPullRequest, headRef: 'main' }, 'pr-7'],
    ['{branch}-{short-sha}', onPullRequest, 'pr-7-0123456'],
    ['{tag}', onTag('v1.2.3'), 'v1.2.3'],
    ['{tag}', onTag('release/7'), 'release-7'],
    ['{version}', onTag('v1.2.3'), '1.2.3'],
    ['{version}', onTag('1.2.3'), '1.2.3'],
    ['{version}', onTag('v1.2.3-rc.1'), '1.2.3-rc.1'],
    ['{version}', onTag('v1.2.3+build.5'), '1.2.3-build.5'],
    ['{run-id}-{run-number}', onMain, '77-12'],
    ['{date}', onMain, '20260131'],
    ['{content}', onMain, 'c0ffeec0ffeec0ffeec0'],
    ['latest', onMain, 'latest'],
    ['-.leading', onMain, 'leading'],
    ['Ünïcode', onMain, 'n-code'],
    ['x'.repeat(200), onMain, 'x'.repeat(128)],
  ])('%s for %j', (template, facts, tag) => {
    expect(tagsOf(template, facts)).toEqual({ tags: [tag], problems: [] })
  })

  it('each on its own line or after a comma, and once where two come to the same', () => {
    const { tags } = tagsOf('latest, {branch}\n{short-sha}\n\nlatest\nmain', onMain)
    expect(tags).toEqual(['latest', 'main', '0123456'])
  })
})

describe('a tag that the run cannot fill in is a problem that says why', () => {
  it.each<readonly [string, TagFacts, string]>([
    ['{version}', onMain, 'not for a tag of the form v1.2.3'],
    ['{version}', onTag('v1.2'), 'not for a tag of the form v1.2.3'],
    ['{version}', onTag('nightly'), 'not for a tag of the form v1.2.3'],
    ['{tag}', onMain, 'not for a tag'],
    ['{branch}', onTag('v1.2.3'), 'not for a branch'],
    ['{branch}', { ...onMain, headRef: 'main' }, 'whose number GITHUB_REF does not say'],
    ['{sha}', { ...onMain, sha: '' }, 'GITHUB_SHA'],
    ['{short-sha}', { ...onMain, sha: '' }, 'GITHUB_SHA'],
    ['{run-id}', { ...onMain, runId: '' }, 'GITHUB_RUN_ID'],
    ['{run-number}', { ...onMain, runNumber: '' }, 'GITHUB_RUN_NUMBER'],
    ['{content}', { ...onMain, contentHash: undefined }, 'before it is built'],
  ])('%s for %j', (template, facts, words) => {
    const [problem, ...others] = tagsOf(template, facts).problems
    expect(others).toEqual([])
    expect(problem?.message).toContain(template)
    expect(problem?.message).toContain(words)
  })

  it('each by itself, where there are several', () => {
    expect(tagsOf('{tag}\n{version}\n{sha}', onMain).problems).toHaveLength(2)
  })

  it('and so is one of which nothing is left', () => {
    const { problems } = tagsOf('{branch}', { ...onMain, ref: 'refs/heads/---' })
    expect(problems).toEqual([{ path: 'tags', message: '{branch} gives an empty tag' }])
  })
})

describe('the tag of a content', () => {
  it('says enough of the hash to be met by no other', () => {
    expect(contentTag('0123456789abcdef'.repeat(4))).toBe('content-0123456789abcdef0123')
  })
})
