import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { toOpenApi } from "@ccp/contract";

const file = path.join(import.meta.dirname, "../docs/openapi.json");

const toText = (): string => `${JSON.stringify(toOpenApi(), null, 2)}\n`;

/** Whether the committed document is what the table says now. */
export const isOpenApiFresh = (): boolean => readFileSync(file, "utf8") === toText();

if (process.argv[1] === import.meta.filename) {
  writeFileSync(file, toText());
  console.log(`Wrote ${path.relative(process.cwd(), file)}.`);
}
