import { styleString } from './markup.js';

/** The look of the document, on screen and on paper. `running` stands at the top of every printed page. */
export function documentStyle(running: string): string {
  return `@page { size: A4; margin: 20mm 15mm 18mm;
  @top-left { content: ${styleString(running)}; font: 8pt sans-serif; color: #444; white-space: nowrap; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #444; } }
${STYLE}`;
}

const STYLE = `
:root { color: #111; background: #fff; font: 10.5pt/1.4 "Noto Sans", "Segoe UI", system-ui, sans-serif; }
body { max-width: 180mm; margin: 8mm auto; padding: 0 4mm; }
h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 3mm; }
h2 { font-size: 13pt; margin: 8mm 0 3mm; border-block-end: 1px solid #111; }
h3 { font-size: 11pt; margin: 5mm 0 1mm; }
p, ul { margin: 1mm 0; }
ul { padding-inline-start: 6mm; }
.kind { font-size: 9pt; margin: 0; }
.facts { display: grid; grid-template-columns: fit-content(40%) minmax(0, 1fr); gap: 1mm 5mm; margin: 4mm 0; }
.facts dt { color: #444; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 9pt; }
th, td { border: 1px solid #777; padding: 1mm 1.5mm; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
thead { display: table-header-group; }
th { background: #eee; font-weight: 600; overflow-wrap: normal; hyphens: auto; }
tfoot { display: table-row-group; font-weight: 600; }
.number { text-align: end; white-space: nowrap; }
.small { font-size: 8.5pt; color: #333; }
.MET { font-weight: 600; }
.UNMET, .PARTLY_MET { font-weight: 700; text-decoration: underline; }
.law td:first-child { width: 42%; }
.approval { display: grid; grid-template-columns: 1fr 1fr; gap: 10mm; margin-block-start: 12mm; }
.line { border-block-start: 1px solid #111; padding-block-start: 1mm; margin-block-start: 12mm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; }
  .wide { overflow: visible; }
  h2, h3 { break-after: avoid; }
  tr, .module, .approval { break-inside: avoid; }
  .law-of { break-before: page; }
  th { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}`;
