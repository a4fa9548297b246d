import { inflateSync } from "node:zlib";

type PdfObject = { number: number; head: string; stream: Buffer | undefined };

const listObjects = (file: Buffer): PdfObject[] => {
  const text = file.toString("latin1");
  return [...text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, number, body = ""]) => {
    const [head = "", rest] = body.split("\nstream\n", 2);
    const stream = rest === undefined ? undefined : Buffer.from(rest.replace(/\nendstream$/, ""), "latin1");
    const isPacked = head.includes("/FlateDecode");
    return { number: Number(number), head, stream: stream && isPacked ? inflateSync(stream) : stream };
  });
};

/** What each glyph of a font stands for, by the table that lets readers copy text. */
const readGlyphs = (table: string): Map<number, string> => {
  const glyphs = new Map<number, string>();
  for (const [, from = "", , list = ""] of table.matchAll(/<([\da-f]+)> <([\da-f]+)> \[([^\]]*)\]/g)) {
    const letters = [...list.matchAll(/<([\da-f ]+)>/g)].map(([, hex = ""]) =>
      Buffer.from(hex.replaceAll(" ", ""), "hex").swap16().toString("utf16le"),
    );
    for (const [index, letter] of letters.entries()) glyphs.set(Number.parseInt(from, 16) + index, letter);
  }
  return glyphs;
};

/** The text of a PDF file as people read it, a line for each piece that was written. */
export const readPdf = (file: Buffer): string[] => {
  const objects = listObjects(file);
  const find = (head: string, name: string): PdfObject | undefined => {
    const number = Number(new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1]);
    return objects.find((each) => each.number === number);
  };
  const fonts = new Map<string, Map<number, string>>();
  for (const { head } of objects) {
    for (const [, name = "", number] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = objects.find((each) => each.number === Number(number));
      const table = font === undefined ? undefined : find(font.head, "ToUnicode");
      fonts.set(name, readGlyphs(table?.stream?.toString("latin1") ?? ""));
    }
  }
  const pages = objects.filter(({ stream }) => stream?.includes("BT\n") === true);
  return pages.flatMap(({ stream }) => {
    let glyphs = new Map<number, string>();
    return (stream?.toString("latin1") ?? "").split("\n").flatMap((line) => {
      const font = /^\/(F\d+) /.exec(line)?.[1];
      if (font !== undefined) glyphs = fonts.get(font) ?? new Map<number, string>();
      if (!line.endsWith("TJ")) return [];
      const codes = [...line.matchAll(/<([\da-f]+)>/g)].flatMap(([, hex = ""]) => hex.match(/.{4}/g) ?? []);
      return [codes.map((code) => glyphs.get(Number.parseInt(code, 16)) ?? "?").join("")];
    });
  });
};
