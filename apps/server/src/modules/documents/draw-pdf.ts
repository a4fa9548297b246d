import { createRequire } from "node:module";
import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import PdfKit from "pdfkit";
import type { Paper, PaperRow } from "./to-paper.ts";

// Names may have any letters, which the fonts that every reader has do not. A second font would double the cost.
const require = createRequire(import.meta.url);
const font = require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf");

type Pdf = InstanceType<typeof PdfKit>;
type Cell = { text: string; x: number; width: number; align: "left" | "right" };

const margin = 56;
const lineHeight = 18;

/** Few enough that drawing them keeps nobody else waiting. */
const rowsAtOnce = 8;

const write = (pdf: Pdf, cells: readonly Cell[], fontSize = 9): void => {
  const isFull = pdf.y + lineHeight > pdf.page.height - margin;
  if (isFull) pdf.addPage();
  const top = pdf.y;
  pdf.fontSize(fontSize);
  for (const { text, x, width, align } of cells) {
    pdf.text(text, margin + x, top, { width, align, height: lineHeight, lineBreak: false, ellipsis: true });
  }
  pdf.x = margin;
  pdf.y = top + lineHeight;
};

const toCells = ({ what, count, amount }: PaperRow, day = ""): Cell[] => [
  { text: day, x: 0, width: 80, align: "left" },
  { text: what, x: 80, width: 230, align: "left" },
  { text: count, x: 310, width: 60, align: "right" },
  { text: amount, x: 370, width: 113, align: "right" },
];

const drawLine = (pdf: Pdf): void => {
  const width = pdf.page.width - 2 * margin;
  pdf
    .moveTo(margin, pdf.y - 4)
    .lineTo(margin + width, pdf.y - 4)
    .lineWidth(0.5)
    .stroke("#888888");
};

const drawHead = (pdf: Pdf, { title, voided, facts }: Paper): void => {
  pdf.fontSize(18).text(title, margin, margin).moveDown(0.5);
  if (voided !== null) pdf.fontSize(11).fillColor("#b00020").text(voided).fillColor("black").moveDown(0.5);
  for (const { label, text } of facts) {
    write(pdf, [
      { text: label, x: 0, width: 80, align: "left" },
      { text, x: 80, width: 400, align: "left" },
    ]);
  }
};

const numberPages = (pdf: Pdf, title: string): void => {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    // Written into the margin, which would otherwise begin a page of its own.
    pdf.page.margins.bottom = 0;
    const text = `${title}, page ${page + 1} of ${count}`;
    pdf.fontSize(8).text(text, margin, pdf.page.height - 40, { lineBreak: false });
  }
};

const head: PaperRow = { what: "For", count: "Count", amount: "Amount" };

/** The paper as a PDF file; what it costs grows with the days of the period, not with the calls. */
export const drawPdf = async (paper: Paper): Promise<Readable> => {
  const pdf = new PdfKit({ size: "A4", margin, bufferPages: true, info: { Title: paper.title } });
  pdf.font(font);
  await setImmediate();
  drawHead(pdf, paper);
  pdf.moveDown(1);
  for (const row of paper.totals) write(pdf, toCells(row));
  drawLine(pdf);
  write(pdf, toCells(paper.closing), 10);
  if (paper.days.length > 0) {
    pdf.moveDown(1.5);
    write(pdf, toCells(head, "Day"));
    drawLine(pdf);
  }
  for (const [index, { day, ...row }] of paper.days.entries()) {
    if (index % rowsAtOnce === 0) await setImmediate();
    write(pdf, toCells(row, day));
  }
  numberPages(pdf, paper.title);
  await setImmediate();
  pdf.end();
  return Readable.from(pdf);
};
