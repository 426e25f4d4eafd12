/** Style of the HTML brief: article words in a serif, the software's own words in a sans, colour only for difference. */
export const style = `
:root { color-scheme: light dark; --ink: light-dark(#1c1d1f, #e8e6e1); --quiet: light-dark(#5e6167, #a3a6ad); --ground: light-dark(#fbfaf8, #17181a); --line: light-dark(#dcd9d3, #35373b); --accent: light-dark(#1f5fbf, #8ab4f8); --mark: light-dark(#fff1c2, #4a3d12); --dispute: light-dark(#b3261e, #f2857d) }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 32px 24px; max-width: 1200px; background: var(--ground); color: var(--ink); font: 15px/1.55 system-ui, sans-serif }
h1 { font-size: 15px; font-weight: 600; letter-spacing: .04em; text-transform: uppercase; color: var(--quiet) }
h2 { font: 600 32px/1.2 Georgia, 'Source Serif 4', serif; margin: 48px 0 8px }
h3 { font-size: 16px; margin: 32px 0 8px }
section { border-top: 1px solid var(--line) }
ul { padding-left: 20px } li { margin: 4px 0; max-width: 80ch }
a { color: var(--accent) } a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.quiet { color: var(--quiet) }
.chip { display: inline-block; padding: 0 6px; border: 1px solid var(--line); border-radius: 4px; font-size: 12px; font-weight: 600; text-decoration: none }
.chip:hover { border-color: var(--accent) }
.dispute { color: var(--dispute) } .dispute li { color: var(--ink) }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-size: 13px }
th, td { text-align: left; vertical-align: top; padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); min-width: 96px }
td a { font-family: Georgia, 'Source Serif 4', serif; font-size: 14px; color: inherit; text-decoration-color: var(--line) }
th.event { padding-top: 20px; font-size: 14px }
td.value { font-weight: 600 } td.contradicts { color: var(--dispute) }
.standing { display: block; color: var(--quiet); font-size: 12px }
article { max-width: 44rem; margin: 24px 0 40px } article p:not(.quiet) { font: 17px/1.6 Georgia, 'Source Serif 4', serif }
mark { background: var(--mark); color: inherit }
.target { scroll-margin-top: 96px } .target:target + mark { outline: 2px solid var(--accent); outline-offset: 2px }
@media print { body { max-width: none } .scroll { overflow: visible } }
`
