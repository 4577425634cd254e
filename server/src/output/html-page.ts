/** The look of the page of results and the few lines that filter it. Their hashes stand in its policy: nothing else runs or is loaded. */

export const pageStyle = `
:root{--ink:#1b1f24;--soft:#59636e;--line:#d1d9e0;--shade:#f6f8fa;--error:#b3261e;--warning:#8a5300;--information:#0b57a4;--hint:#4b5563}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:1rem;color:var(--ink);background:#fff;line-height:1.6;font-family:system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.35;margin:.5rem 0}
h2{font-size:1.2rem;margin:2rem 0 .5rem;border-bottom:2px solid var(--ink)}
h3{font-size:1.05rem;margin:1.5rem 0 .3rem}
p{margin:.4rem 0}
.soft{color:var(--soft);font-size:.9rem}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(6.5rem,1fr));gap:.5rem;margin:.8rem 0;padding:0;list-style:none}
.cards li{border:1px solid var(--line);border-radius:.4rem;padding:.4rem .6rem;background:var(--shade)}
.cards b{display:block;font-size:1.5rem;line-height:1.2;font-variant-numeric:tabular-nums}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;font-size:.9rem;min-width:100%}
th,td{border:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:top}
th{background:var(--shade);font-weight:600;white-space:nowrap}
td b{white-space:nowrap}
td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td.odd{background:#fff4d6}
.name{min-width:9rem}
.figures th{font-weight:400;min-width:3.2rem;white-space:normal}
.filters{position:sticky;top:0;background:#fff;border:1px solid var(--line);border-radius:.4rem;padding:.5rem;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;z-index:1}
.filters[hidden]{display:none}
.filters label{white-space:nowrap}
.filters select,.filters input[type=search]{font:inherit;max-width:13rem}
.report{content-visibility:auto;contain-intrinsic-size:auto 20rem}
.finding{border-left:4px solid var(--hint);background:var(--shade);padding:.4rem .7rem;margin:.6rem 0}
.finding.error{border-color:var(--error)}
.finding.warning{border-color:var(--warning)}
.finding.information{border-color:var(--information)}
.badge{font-weight:700;margin-right:.4rem}
.error .badge,b.error{color:var(--error)}
.warning .badge,b.warning{color:var(--warning)}
.information .badge{color:var(--information)}
.frame{margin:.3rem 0;padding:.3rem .5rem;background:#fff;border:1px solid var(--line);white-space:pre-wrap;font-family:ui-monospace,"Noto Sans Mono CJK SC","Noto Sans Mono",monospace;font-size:.85rem}
.frame i{color:var(--soft);font-style:normal;user-select:none}
mark{background:#ffe08a;color:inherit;border-bottom:2px solid var(--error);padding:0 1px}
dl{margin:.2rem 0;display:grid;grid-template-columns:max-content 1fr;gap:0 .6rem;font-size:.9rem}
dt{color:var(--soft)}
dd{margin:0}
[hidden]{display:none!important}
@media (max-width:40rem){body{padding:.6rem}.filters{position:static}dl{grid-template-columns:1fr}dt{margin-top:.2rem}}
@page{size:A4;margin:18mm 16mm}
@page wide{size:A4 landscape;margin:12mm}
@media print{
body{max-width:none;padding:0;font-size:10.5pt}
.filters{display:none!important}
.scroll{overflow:visible}
.report{content-visibility:visible}
.finding,tr{break-inside:avoid}
h2,h3{break-after:avoid}
thead{display:table-header-group}
.finding,.frame,th,td.odd,mark,.cards li{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.figures{page:wide}
.figures table{font-size:6pt;table-layout:fixed;width:100%}
.figures th,.figures td{padding:1px 2px;min-width:0;white-space:normal;overflow-wrap:anywhere}
.figures .name{min-width:0;width:4.5rem}
a{color:inherit;text-decoration:none}
#reports .name{min-width:7rem}
#reports td:last-child{min-width:10rem}
#reports th,#reports td{padding:.2rem .3rem}
}
`;

export const pageScript = `
(function(){
var form=document.getElementById('filters');
var all=function(query){return Array.prototype.slice.call(document.querySelectorAll(query))};
var findings=all('.finding'),reports=all('.report'),rows=all('tr[data-body]'),count=document.getElementById('count');
function apply(){
var body=form.elements.body.value.trim(),year=form.elements.year.value,rule=form.elements.rule.value,shown=0;
var severities={};
all('#filters input[type=checkbox]').forEach(function(box){severities[box.value]=box.checked});
var belongs=function(element){return element.dataset.body.indexOf(body)>=0&&(year===''||element.dataset.year===year)};
findings.forEach(function(finding){
finding.hidden=!(severities[finding.dataset.severity]&&(rule===''||finding.dataset.rule===rule));
});
reports.forEach(function(report){
var left=report.querySelectorAll('.finding:not([hidden])').length;
report.hidden=!belongs(report)||left===0;
if(!report.hidden)shown+=left;
});
rows.forEach(function(row){row.hidden=!belongs(row)});
count.textContent='显示 '+shown+' 处';
}
form.hidden=false;
form.addEventListener('input',apply);
form.addEventListener('reset',function(){setTimeout(apply)});
form.addEventListener('submit',function(event){event.preventDefault()});
apply();
})();
`;

/** SHA-256 in Base64, of the two above; `tests/output/html.test.ts` holds them together. */
export const pageStyleHash = 'FOQ1KOC5BHxwH/HhCxkfZAP3R54YJyouJJrEcqsZFbI=';
export const pageScriptHash = 'yJcAxotQK0VDQwdNkOc0zeYtBrPdY1OZFphXabmAaiI=';
