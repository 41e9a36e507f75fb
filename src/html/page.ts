/** Text as it may stand between tags and in quoted attributes. */
export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export const style = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--no:#c4432b;--partly:#d9a400;--yes:#1f7a5c;--head:#f3f5f7;--yes-ink:#17624a;--no-ink:#a8321d;--one:#24527a;--two:#a35a14}
@media(prefers-color-scheme:dark){:root{--paper:#14181d;--ink:#e6edf3;--soft:#a3adb8;--line:#3a434d;--no:#e8735c;--partly:#e3b93c;--yes:#4fb98f;--head:#1e242b;--yes-ink:#6fd0a9;--no-ink:#f0957f;--one:#7fb2e5;--two:#e5a866}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:1rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
h1{font-size:1.6rem;line-height:1.2;margin:.5rem 0}h2{font-size:1.25rem;margin:2rem 0 .5rem}h3{font-size:1rem;margin:1rem 0 .25rem}
p{margin:.25rem 0}.soft{color:var(--soft)}
.cards{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr))}
.card{border:1px solid var(--line);border-radius:.5rem;padding:1rem}.card h2{margin:0;font-size:1rem;font-weight:500}.figure{font-size:2.4rem;font-weight:700;line-height:1.2}
.main ul{margin:.5rem 0;padding-left:1.2rem}.main li{margin:.3rem 0}.main .good::marker{color:var(--yes)}.main .bad::marker{color:var(--no)}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:.5rem}
table{border-collapse:collapse;width:100%;font-size:.85rem;line-height:1.35;font-variant-numeric:tabular-nums}
th,td{padding:.35rem .5rem;text-align:right;border-bottom:1px solid var(--line);white-space:nowrap}
td.word{text-align:left;white-space:normal;min-width:6rem}td.good{color:var(--yes-ink)}td.bad{color:var(--no-ink)}
thead th{background:var(--head);font-weight:600;white-space:normal;vertical-align:bottom;min-width:4.2rem}tbody th{font-weight:400;white-space:normal;min-width:9.5rem}
th:first-child,td:first-child{text-align:left}tfoot th,tfoot td{font-weight:700;border-bottom:0}
th button{all:unset;cursor:pointer}th button:focus-visible{outline:2px solid currentColor;outline-offset:2px}
th[aria-sort=ascending] button::after{content:" ▲"}th[aria-sort=descending] button::after{content:" ▼"}
.bars,figure{margin:.5rem 0 1rem}.bar{break-inside:avoid}.bars p{margin:.4rem 0 .1rem;font-size:.85rem;line-height:1.25}svg{display:block;width:100%;height:.8rem}.no{fill:var(--no)}.partly{fill:var(--partly)}.yes{fill:var(--yes)}
.scroll.plain{border:0}figure{margin-inline:0}figcaption{font-size:.85rem;color:var(--soft)}
.plot{height:auto;min-width:34rem;max-width:52rem;font-size:11px;fill:var(--ink)}.plot .grid{stroke:var(--line)}.plot path{fill:none;stroke-width:1.5}.plot .mean{stroke:var(--ink)}
.plot .limit1,.plot .limit2{stroke:var(--soft);stroke-dasharray:5 3}.plot .limit2{stroke:var(--no)}.line1 path{stroke:var(--one)}.line1 circle{fill:var(--one)}.line2 path{stroke:var(--two)}.line2 circle{fill:var(--two)}.plot .number{font-size:10px}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;list-style:none}a{color:var(--one)}.mark{color:var(--no-ink);font-weight:600;text-align:right}
dt{font-weight:600;margin-top:.6rem}dd{margin:0}section{scroll-margin-top:1rem}
.legend span{display:inline-block;width:.8em;height:.8em;margin:0 .3em 0 1em}.legend .no{background:var(--no)}.legend .partly{background:var(--partly)}.legend .yes{background:var(--yes)}
@media(min-width:40rem){tbody th{min-width:12rem}}@media(min-width:72rem){tbody th{min-width:17rem}}
@media print{@page{size:A4;margin:14mm}:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#333;--line:#999;--no:#c4432b;--partly:#d9a400;--yes:#1f7a5c;--head:#eee;--yes-ink:#17624a;--no-ink:#a8321d;--one:#24527a;--two:#a35a14}
html{font-size:9pt}body{max-width:none;padding:0}.scroll{overflow:visible;border:0}th,td{padding:.15rem .3rem}tr,.card{break-inside:avoid}h2,h3{break-after:avoid}*{print-color-adjust:exact}nav{display:none}.plot{min-width:0}table{font-size:7.5pt}thead th{min-width:0}tbody th{min-width:8rem}td.word{min-width:0}th,td{padding:.12rem .25rem}
/* Else the sum would stand at the foot of every page, and the repeated heading without its words. */
tfoot{display:table-row-group}th button{display:contents}}
`.trim();

/** Sorts a table by the column of the button pressed; the line of the sum stays where it is. */
export const script = `
for(const button of document.querySelectorAll('th button'))button.addEventListener('click',()=>{
const head=button.closest('th'),table=head.closest('table'),body=table.tBodies[0],at=head.cellIndex;
const up=head.getAttribute('aria-sort')==='descending';
for(const other of table.tHead.querySelectorAll('th'))other.removeAttribute('aria-sort');
head.setAttribute('aria-sort',up?'ascending':'descending');
const key=row=>row.cells[at].dataset.value;
[...body.rows].sort((a,b)=>{const[x,y]=[key(a),key(b)];const d=isNaN(x)||isNaN(y)?x.localeCompare(y,document.documentElement.lang):x===y?0:Number(x)-Number(y);return up?d:-d}).forEach(row=>body.append(row))});
`.trim();
