import { describe, expect, it } from 'vitest'
import { parseDockerfile } from '../../src/content/dockerfile/parse.ts'
import { images, type Given } from './images-of.ts'

describe('the images of a Dockerfile', () => {
  it.for<[string, string, readonly string[], Given?]>([
    ['are none for scratch', 'FROM scratch\n', []],
    ['are the base', 'FROM node:22-alpine\n', ['node:22-alpine']],
    ['are known in any letters', 'from node:22 as Build\nFrom build\n', ['node:22']],
    ['are not the stages that FROM names', 'FROM a AS b\nFROM b AS c\nFROM c\n', ['a']],
    [
      'are those that FROM names before a stage has the name',
      'FROM b\nFROM a AS b\n',
      ['b'],
      { target: '0' },
    ],
    ['are the last stage of a name', 'FROM a AS x\nFROM b AS x\nFROM x\n', ['b']],
    ['are not the stages that COPY names', 'FROM a AS b\nFROM c\nCOPY --from=B / /\n', ['a', 'c']],
    [
      'are not the stages that COPY numbers',
      'FROM a\nFROM b\nFROM c\nCOPY --from=0 / /\n',
      ['a', 'c'],
    ],
    [
      'are a number where a mount has one',
      'FROM a\nFROM b\nRUN --mount=from=0,target=/x x\n',
      ['0', 'b'],
    ],
    [
      'are those of COPY among other flags',
      'FROM a\nCOPY --link --from=b --chown=1:1 x y\n',
      ['a', 'b'],
    ],
    [
      'are those of several mounts',
      'FROM a\nRUN --mount=type=cache,target=/x,from=b --mount="type=bind,from=c" y\n',
      ['a', 'b', 'c'],
    ],
    ['are those of an ONBUILD', 'FROM a AS b\nONBUILD COPY --from=c / /\nFROM b\n', ['a', 'c']],
    ['are those of the target only', 'FROM a AS x\nFROM b AS y\nFROM c\n', ['b'], { target: 'Y' }],
    [
      'are filled in by defaults',
      'ARG V=22\nARG I=node:$V\nFROM ${I}-alpine\n',
      ['node:22-alpine'],
    ],
    ['are filled in by arguments', 'ARG V=22\nFROM node:$V\n', ['node:24'], { args: { V: '24' } }],
    [
      'are not filled in by arguments that are not declared',
      'FROM node$V\n',
      ['node'],
      { args: { V: '24' } },
    ],
    ['are filled in where a variable is not set', 'ARG V\nFROM a:${V:-1}\n', ['a:1']],
    ['are filled in where a variable is empty', 'ARG V=\nFROM a:1${V:-2}${V-3}\n', ['a:12']],
    ['are filled in where a variable is set', 'ARG V=x\nFROM a${V:+:1}${W+:2}\n', ['a:1']],
    [
      'are filled in by the platform',
      'FROM a-$TARGETARCH$TARGETVARIANT\n',
      ['a-armv7'],
      { platform: 'linux/arm/v7' },
    ],
    ['are taken out of quotes', 'ARG A="a b" B=\'c\'\nFROM "x-${B}"\n', ['x-c']],
    [
      'are not taken from the platform of FROM',
      'FROM --platform=$BUILDPLATFORM a AS b\nFROM b\n',
      ['a'],
    ],
    ['are read over continued lines', 'FROM \\\n  # comment\n\n  a:1 \\\n AS b\nFROM b\n', ['a:1']],
    ['are read with another escape', '# escape=`\nFROM `\n a:1\nRUN dir c:\\\nFROM b\n', ['b']],
    [
      'are read in Windows lines',
      '# x\r\nFROM a\r\nRUN x \\\r\n y\r\nCOPY --from=b / /\r\n',
      ['a', 'b'],
    ],
    [
      'are read with another escape that is indented',
      ' # escape=`\nFROM a\nRUN c:\\\nFROM b\n',
      ['b'],
    ],
    ['are read after a comment that ends in an escape', '# x \\\nFROM a\n', ['a']],
    ['are read in indented lines', '  FROM a\n \n\tCOPY --from=b / /\n', ['a', 'b']],
    ['are not read within a line', 'FROM a\nRUN x\rCOPY --from=b / /\n', ['a']],
    ['are read after a mark of byte order', '\uFEFFFROM a\n', ['a']],
    [
      'are not read from documents within',
      'FROM a\nRUN <<EOF cat\nFROM b\nCOPY --from=c / /\nEOF\nCOPY <<X <<-Y /\nFROM d\nX\n\tFROM e\n\tY\n',
      ['a'],
    ],
    [
      'are not read from quoted documents',
      'FROM a\nRUN cat <<"EOF"\nFROM b\nEOF\nRUN echo "<<Z"\nFROM c\n',
      ['c'],
    ],
  ])('%s', ([, text, expected, given]) => {
    expect(images(text, given)).toEqual(expected)
  })
})

describe('the frontend of a Dockerfile', () => {
  it.for<[string, string, string | undefined]>([
    ['is what the first lines ask for', '# escape=`\n#syntax = a/b:1 \nFROM c\n', 'a/b:1'],
    ['is what a line after the first one with #! asks for', '#!/bin/x\n# syntax=a\nFROM c\n', 'a'],
    ['is what a line asks for after that on checks', '# check=skip=all\n# syntax=a\n', 'a'],
    ['is what a line after two slashes asks for', '// syntax=a\nFROM c\n', 'a'],
    ['is not what an indented line asks for', ' # syntax=a\nFROM c\n', undefined],
    ['is not what a line after another setting asks for', '# a=b\n# syntax=a\n', undefined],
    ['is not what a line after a comment asks for', '# comment\n# syntax=a\nFROM c\n', undefined],
    ['is not what a line after an instruction asks for', 'FROM c\n# syntax=a\n', undefined],
  ])('%s', ([, text, syntax]) => {
    expect(parseDockerfile(text).syntax).toBe(syntax)
  })
})
