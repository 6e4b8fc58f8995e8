import { expect, test } from 'vitest'
import { codeOf, filesOf, shippedSources, textOf } from './repository.ts'

/**
 * Patterns of texts that look like network addresses and are none: XML namespaces of the workbook and word formats, and our
 * own loopback. A new pattern needs the reason why no network is asked.
 */
const NAMES = [
  /^http:\/\/(127\.0\.0\.1|localhost)([:/]|$)/,
  /^http:\/\/\$\{/,
  /^http:\/\/schemas\.(openxmlformats|microsoft)\.(org|com)\//,
  /^http:\/\/purl\.oclc\.org\/ooxml\//,
  /^http:\/\/purl\.org\/dc\//,
  /^http:\/\/www\.w3\.org\//,
]

test('no address of any network stands in what ships', () => {
  const found = shippedSources().flatMap((path) =>
    [...codeOf(path).matchAll(/\b(?:https?|wss?|ftp):\/\/[^\s'"`)<>\\]*/g)]
      .map(([address]) => address)
      .filter((address) => address !== 'http://' && address !== 'https://' && !NAMES.some((name) => name.test(address)))
      .map((address) => `${path}: ${address}`),
  )
  expect(found).toEqual([])
})

test('the page fetches in one place, from its own origin', () => {
  const callers = filesOf('renderer/**/*.{ts,tsx}').filter((path) =>
    /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon/.test(codeOf(path)),
  )
  expect(callers.filter((path) => !path.startsWith('renderer/api/'))).toEqual([])
})

test('the host opens no connection of its own', () => {
  const found = filesOf('electron/**/*.ts').filter((path) =>
    /\bfetch\(|\bhttps?\.(get|request)\(|node:https|node:net['"]|node:dgram|node:dns|node:tls|\bnet\.(fetch|request)\(/.test(codeOf(path)),
  )
  expect(found).toEqual([])
})

test('fonts, styles and scripts come with the page', () => {
  const remote = filesOf('renderer/**/*.{css,html,svg}').filter((path) =>
    /(url\(|src=|href=|@import)\s*['"]?(https?:)?\/\//.test(textOf(path)),
  )
  expect(remote).toEqual([])
})
