/** How the pages look: like the tags, with nothing that has to be loaded. */
export const pageStyle = `
:root { color-scheme: light dark; --accent: #0b6b4f; --edge: #767676; --quiet: #55605c; --notice: #f3f6f4; }
@media (prefers-color-scheme: dark) { :root { --accent: #6fd3ae; --edge: #8d9490; --quiet: #b4beb9; --notice: #1e2723; } }
* { box-sizing: border-box; }
body { max-inline-size: 44rem; margin: 0 auto; padding: 0 1rem 3rem; font: 1.0625rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
:lang(ar) { line-height: 1.75; }
a { color: var(--accent); text-underline-offset: 0.2em; }
a:focus-visible, input:focus-visible, button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -6rem; background: Canvas; padding: 0.5rem 1rem; }
.skip:focus { inset-block-start: 0.5rem; }
header { padding-block: 1rem; margin-block-end: 1.5rem; border-block-end: 1px solid var(--edge); }
.site { margin: 0; font-weight: 700; font-size: 1.25rem; }
.site a { color: inherit; text-decoration: none; }
nav { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
nav a, .more a, .list > li > a { display: inline-flex; align-items: center; min-block-size: 2.75rem; }
nav a[lang] { margin-inline-start: auto; }
nav a[aria-current] { font-weight: 700; text-decoration: none; }
h1 { font-size: 1.75rem; line-height: 1.3; margin: 0 0 1rem; text-align: start; }
h2 { font-size: 1.25rem; line-height: 1.35; margin: 2rem 0 0.5rem; }
.list { list-style: none; margin: 0; padding: 0; }
.list > li { padding-block: 0.75rem; border-block-end: 1px solid color-mix(in srgb, var(--edge) 40%, transparent); }
.list > li > a { font-weight: 600; }
.list p { margin: 0; }
.quiet { color: var(--quiet); font-size: 0.9375rem; }
.state { font-weight: 600; }
.notice { background: var(--notice); border-inline-start: 4px solid var(--accent); padding: 0.75rem 1rem; }
.text { white-space: pre-line; max-inline-size: 65ch; }
.answer { border-inline-start: 4px solid var(--accent); padding-inline-start: 1rem; margin-block-start: 2rem; }
.answer h2 { margin-block-start: 0; }
dl { display: grid; gap: 0.75rem; margin: 1rem 0; }
dt { font-weight: 600; }
dd { margin: 0; }
form label { display: block; font-weight: 600; }
.search { display: flex; gap: 0.5rem; margin-block: 0.25rem 1rem; }
.search input { flex: 1; min-inline-size: 0; border: 1px solid var(--edge); border-radius: 0.25rem; background: Field; color: FieldText; }
.search input, .search button { min-block-size: 2.75rem; padding-inline: 0.75rem; font: inherit; }
.search button { border: 0; border-radius: 0.25rem; background: var(--accent); color: Canvas; font-weight: 600; }
@media (forced-colors: active) { .search button { border: 1px solid; } }
@media print { nav, .skip, form, .more { display: none; } body { max-inline-size: none; } }
`;
