/** How the site looks: in light and dark, on a phone and on paper. */

/** The colours that all pages share. */
export const COLORS = `:root { color-scheme: light dark; --text: #14191f; --soft: #56606b; --line: #d9dee3; --paper: #ffffff; --shade: #f4f6f8; --link: #0b5cad; --mark: #ffe3e3; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e4e8ec; --soft: #a0aab4; --line: #333b44; --paper: #14181d; --shade: #1d2329; --link: #7db8f5; --mark: #5b2326; }
}
`;

export const STYLE = `${COLORS}* { box-sizing: border-box; }
body { margin: 0; color: var(--text); background: var(--paper); font: 16px/1.6 system-ui, sans-serif; }
a { color: var(--link); text-underline-offset: 0.15em; }
header { padding: 0.8rem 1.5rem; border-bottom: 1px solid var(--line); font-weight: 700; font-size: 1.15rem; }
header a { color: inherit; text-decoration: none; }
header { display: flex; gap: 1rem; align-items: baseline; flex-wrap: wrap; }
[role=search] { position: relative; flex: 0 1 24rem; margin-left: auto; font-size: 1rem; font-weight: 400; }
[role=search] input { width: 100%; padding: 0.3rem 0.6rem; font: inherit; color: var(--text); background: var(--paper); border: 1px solid var(--soft); border-radius: 6px; }
[role=search] input::placeholder { color: var(--soft); opacity: 1; }
header form:not([hidden]) + span { margin-left: 0; }
#search-status { margin: 0.2rem 0 0; color: var(--soft); font-size: 0.85rem; }
#search-status:empty { display: none; }
#search-hits { position: absolute; z-index: 1; right: 0; width: min(34rem, 92vw); max-height: 75vh; overflow-y: auto; margin: 0.3rem 0 0; padding: 0.4rem 0; list-style: none; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; box-shadow: 0 6px 24px #0004; }
#search-hits li { padding: 0.35rem 1rem; }
#search-hits a { color: var(--link); font-weight: 600; overflow-wrap: anywhere; }
#search-hits p { margin: 0; color: var(--soft); font-size: 0.85rem; line-height: 1.4; overflow-wrap: anywhere; }
header span { margin-left: auto; font-size: 1rem; font-weight: 400; }
header .to-try { color: var(--link); text-decoration: underline; }
.to-pages { display: none; margin-left: 1.2rem; }
.try { margin: -0.6rem 0 1.2rem; font-size: 0.9rem; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; padding: 0.5rem; background: var(--paper); }
.columns { display: grid; grid-template-columns: 17rem minmax(0, 1fr); max-width: 84rem; margin: 0 auto; }
nav { padding: 1rem 0.5rem 2rem 1.5rem; border-right: 1px solid var(--line); font-size: 0.9rem; }
nav > div { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding-bottom: 2rem; }
nav summary { cursor: pointer; margin-top: 0.6rem; color: var(--soft); font-weight: 600; }
nav ul { list-style: none; margin: 0.2rem 0 0.6rem; padding: 0 0 0 0.8rem; }
nav li { padding: 0.1rem 0; overflow-wrap: anywhere; }
nav a { text-decoration: none; }
nav a[aria-current] { font-weight: 700; color: inherit; }
main { padding: 1rem 2.5rem 4rem; min-width: 0; }
main > :not(.table, pre, figure) { max-width: 46rem; }
h1 { font-size: 1.9rem; line-height: 1.25; margin: 1rem 0; }
h2 { margin-top: 2.4rem; padding-bottom: 0.2rem; border-bottom: 1px solid var(--line); }
h1, h2, h3 { overflow-wrap: anywhere; }
code { font: 0.88em/1.5 ui-monospace, monospace; background: var(--shade); padding: 0.1em 0.3em; border-radius: 4px; overflow-wrap: anywhere; }
pre { overflow-x: auto; padding: 0.9rem 1.1rem; border: 1px solid var(--line); border-radius: 6px; background: var(--shade); }
pre code { padding: 0; background: none; overflow-wrap: normal; }
mark { color: inherit; background: var(--mark); border-radius: 3px; }
blockquote { margin: 1rem 0; padding: 0.2rem 1.2rem; border-left: 4px solid var(--link); }
.table { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-size: 0.92rem; }
th, td { padding: 0.35rem 0.8rem 0.35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead td:empty { padding: 0; border: 0; }
figure { margin: 1.5rem 0; }
figure svg { display: block; width: 100%; max-width: 58rem; height: auto; }
figcaption { margin-top: 0.5rem; color: var(--soft); font-size: 0.9rem; max-width: 46rem; }
@media (max-width: 52rem) {
  .columns { display: flex; flex-direction: column-reverse; }
  .to-pages { display: inline; }
  nav { padding: 0.5rem 1.2rem; border-right: 0; border-top: 1px solid var(--line); }
  nav > div { position: static; max-height: none; }
  main { padding: 0.5rem 1.2rem 3rem; }
}
@media print { nav, header, .skip { display: none; } .columns { display: block; } pre { white-space: pre-wrap; } }
`;
