import { expect, test } from 'vitest'
import { stillPage } from './captured-page.js'

const still = (html: string) => stillPage(html).replace('<!doctype html><meta charset="utf-8">', '')

test.each([
  ['<p onclick="x()">a</p>', '<p>a</p>'],
  ['<script>x()</script>b', 'b'],
  ['<a href="https://elsewhere.example/">c</a>', '<a>c</a>'],
  ['<img src="https://elsewhere.example/d.png" alt="d &amp; e">', '<span>[picture: d &amp; e]</span>'],
  ['<style>p { background: url( "x" ) } @import "y";</style>', '<style>p { background: none }</style>'],
  ['<p style="background:url(x)" class="f">g</p>', '<p style="background:none" class="f">g</p>'],
  ['<svg><script>x()</script></svg><form><input></form>h', 'h'],
  ['<noscript><p title="</noscript><img src=x onerror=y>">', ''],
  ['<x&y>i</x&y>', 'i'],
  ['<table><tr><td colspan="2">j</td></tr></table>', '<table><tr><td colspan="2">j</td></tr></table>'],
])('%s is shown as %s', (html, shown) => {
  expect(still(html).replace(/\s+(?=<\/style>)/, '')).toBe(shown)
})
